package io.nyala.keras.optimizers;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import java.util.List;
import java.util.Map;

/** The optimizers there are. */
public final class Optimizers {

  /** Every class of {@code keras.optimizers}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  /** An argument that holds one. */
  public static final ObjectType<Optimizer> TYPE =
      new ObjectType<>("optimizer", Optimizer.class, "keras.optimizers", Map.of(), value -> null);

  private Optimizers() {}
}
