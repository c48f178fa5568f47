package io.nyala.keras.custom;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.initializers.Initializer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Map;

/**
 * The base of a person's own initializer: a method {@code call(shape, dtype)}. Source: subclassing
 * keras.initializers.Initializer.
 */
public abstract class CustomInitializer implements Initializer {

  @SuppressWarnings("this-escape") // looked at only when it is used
  private final OwnObject own = new OwnObject(this, CustomInitializer.class);

  @Override
  public Tensor create(Shape shape, DType dtype) {
    return own.tensor(shape, dtype).cast(dtype);
  }

  @Override
  public Map<String, Object> getConfig() {
    return own.config(Map.of());
  }

  @Override
  public Map<String, Object> describe() {
    return Written.describe(this, Initializer.super.describe());
  }

  @Override
  public KerasClass<?> kerasClass() {
    return own.kerasClass("keras.initializers", arguments());
  }

  @Override
  public Arguments arguments() {
    return own.arguments();
  }
}
