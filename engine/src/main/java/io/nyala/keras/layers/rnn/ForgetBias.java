package io.nyala.keras.layers.rnn;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.initializers.Initializer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** An LSTM's bias whose forget part starts at 1 (Jozefowicz et al. 2015). */
record ForgetBias(Initializer rest, int units) implements Initializer {

  @Override
  public Tensor create(Shape shape, DType dtype) {
    Tensor bias = rest.create(shape, dtype).copy();
    for (int i = units; i < 2 * units; i++) {
      bias.put(i, 1);
    }
    return bias;
  }

  @Override
  public KerasClass<?> kerasClass() {
    return rest.kerasClass();
  }

  @Override
  public Arguments arguments() {
    return rest.arguments();
  }
}
