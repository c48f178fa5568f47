package io.nyala.keras.constraints;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import java.util.List;
import java.util.Map;

/** The constraints there are. */
public final class Constraints {

  /** Every class of {@code keras.constraints}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  /** An argument that holds one. */
  public static final ObjectType<Constraint> TYPE =
      new ObjectType<>(
          "constraint", Constraint.class, "keras.constraints", Map.of(), value -> null);

  private Constraints() {}
}
