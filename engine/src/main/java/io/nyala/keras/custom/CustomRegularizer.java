package io.nyala.keras.custom;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.Tensor;
import java.util.Map;

/**
 * The base of a person's own regularizer: a method {@code call(x)} that gives the penalty. Source:
 * subclassing keras.regularizers.Regularizer.
 */
public abstract class CustomRegularizer implements Regularizer {

  @SuppressWarnings("this-escape") // looked at only when it is used
  private final OwnObject own = new OwnObject(this, CustomRegularizer.class);

  @Override
  public Tensor apply(Tensor x) {
    return own.tensor(x);
  }

  @Override
  public Map<String, Object> getConfig() {
    return own.config(Map.of());
  }

  @Override
  public Map<String, Object> describe() {
    return Written.describe(this, Regularizer.super.describe());
  }

  @Override
  public KerasClass<?> kerasClass() {
    return own.kerasClass("keras.regularizers", arguments());
  }

  @Override
  public Arguments arguments() {
    return own.arguments();
  }
}
