package io.nyala.keras.layers;

import io.nyala.autograd.Arithmetic;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.Tensor;

/** The penalty on a layer's output, per sample as Keras has it. */
final class ActivityPenalty {

  private ActivityPenalty() {}

  static Tensor of(Regularizer penalty, Tensor output) {
    int batch = output.rank() == 0 ? 1 : Math.max(1, output.dim(0));
    return Arithmetic.scale(penalty.apply(output), 1.0 / batch);
  }
}
