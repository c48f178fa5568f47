package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Sample weights from the weights of classes. Source: class_weight_to_sample_weights. */
final class ClassWeights {

  private ClassWeights() {}

  /**
   * A batch with the weights of its classes; classes that are not named weigh 1.
   *
   * @throws KerasException a ValueError if there are several outputs, or weights already
   */
  static Batch of(Batch batch, Object classWeight) {
    if (!(classWeight instanceof Map<?, ?> weights)) {
      if (classWeight == null) {
        return batch;
      }
      throw KerasException.value(
          "`class_weight` should be a map from class numbers to weights, such as {0: 1.0, 1: 3.0};"
              + " received "
              + classWeight
              + ".");
    }
    if (batch.weight(0) != null) {
      throw KerasException.value(
          "You cannot use `class_weight` and `sample_weight` at the same time.");
    }
    if (batch.y().size() != 1) {
      throw KerasException.value(
          "`class_weight` is only supported for Models with a single output.");
    }
    return new Batch(
        batch.x(), batch.y(), List.of(weights(batch.y().get(0), weights)), batch.forms());
  }

  private static Tensor weights(Tensor y, Map<?, ?> classWeight) {
    boolean oneHot = y.rank() > 1 && y.dim(-1) > 1;
    int classes = oneHot ? y.dim(-1) : 1;
    float[] weights = new float[y.elements() / classes];
    for (int i = 0; i < weights.length; i++) {
      long label = oneHot ? argmax(y, i * classes, classes) : (long) Math.rint(y.getDouble(i));
      weights[i] = weightOf(classWeight, label);
    }
    int[] dims = y.shape().dims();
    boolean column = y.rank() > 1;
    return Tensor.of(
        column ? Shape.of(Arrays.copyOf(dims, dims.length - 1)) : Shape.of(weights.length),
        weights);
  }

  private static float weightOf(Map<?, ?> classWeight, long label) {
    for (Map.Entry<?, ?> entry : classWeight.entrySet()) {
      if (entry.getKey() instanceof Number key && key.longValue() == label) {
        return ((Number) entry.getValue()).floatValue();
      }
    }
    return 1;
  }

  private static long argmax(Tensor y, int from, int n) {
    int best = 0;
    for (int k = 1; k < n; k++) {
      if (y.getDouble(from + k) > y.getDouble(from + best)) {
        best = k;
      }
    }
    return best;
  }
}
