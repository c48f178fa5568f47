package io.nyala.keras.initializers;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import java.util.List;
import java.util.Map;

/** The initializers there are. */
public final class Initializers {

  /** Every class of {@code keras.initializers}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  /** An argument that holds one. */
  public static final ObjectType<Initializer> TYPE =
      new ObjectType<>(
          "initializer", Initializer.class, "keras.initializers", Map.of(), value -> null);

  private Initializers() {}
}
