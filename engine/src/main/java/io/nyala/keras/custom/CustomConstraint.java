package io.nyala.keras.custom;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.constraints.Constraint;
import io.nyala.tensor.Tensor;
import java.util.Map;

/**
 * The base of a person's own constraint: a method {@code call(w)} that gives the nearest allowed
 * value. Source: subclassing keras.constraints.Constraint.
 */
public abstract class CustomConstraint implements Constraint {

  @SuppressWarnings("this-escape") // looked at only when it is used
  private final OwnObject own = new OwnObject(this, CustomConstraint.class);

  @Override
  public Tensor apply(Tensor weight) {
    return own.tensor(weight);
  }

  @Override
  public Map<String, Object> getConfig() {
    return own.config(Map.of());
  }

  @Override
  public Map<String, Object> describe() {
    return Written.describe(this, Constraint.super.describe());
  }

  @Override
  public KerasClass<?> kerasClass() {
    return own.kerasClass("keras.constraints", arguments());
  }

  @Override
  public Arguments arguments() {
    return own.arguments();
  }
}
