package io.nyala.keras.activations;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import java.util.List;
import java.util.Map;

/** The activation functions there are. */
public final class Activations {

  /** Every class of {@code keras.activations}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  /** An argument that holds one. */
  public static final ObjectType<Activation> TYPE =
      new ObjectType<>(
          "activation function", Activation.class, "keras.activations", Map.of(), value -> null);

  private Activations() {}
}
