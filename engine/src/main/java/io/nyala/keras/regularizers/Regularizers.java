package io.nyala.keras.regularizers;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import java.util.List;
import java.util.Map;

/** The regularizers there are. */
public final class Regularizers {

  /** Every class of {@code keras.regularizers}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  /** An argument that holds one. */
  public static final ObjectType<Regularizer> TYPE =
      new ObjectType<>(
          "regularizer", Regularizer.class, "keras.regularizers", Map.of(), value -> null);

  private Regularizers() {}
}
