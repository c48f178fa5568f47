package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Arithmetic;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Dropout masks that stay the same for all steps of a sequence (Gal & Ghahramani 2016). */
final class CellDropout {

  private final double rate;
  private final int count;
  private final Random random;
  private List<Tensor> masks;

  /** Masks for {@code count} gates. */
  CellDropout(double rate, int count, Random random) {
    this.rate = rate;
    this.count = count;
    this.random = random;
  }

  /** What a step's input is multiplied by, the same until {@link #reset}; null where by nothing. */
  Tensor factors(Tensor x) {
    if (rate <= 0 || rate >= 1) {
      return null;
    }
    drawOnce(x);
    return masks.get(0);
  }

  /** {@code x} with elements dropped, once per gate; {@code x} itself where nothing is dropped. */
  List<Tensor> apply(Tensor x, boolean training) {
    List<Tensor> dropped = new ArrayList<>();
    boolean active = training && rate > 0 && rate < 1;
    if (active) {
      drawOnce(x);
    }
    for (int i = 0; i < count; i++) {
      dropped.add(active ? Arithmetic.multiply(x, masks.get(i)) : x);
    }
    return dropped;
  }

  private void drawOnce(Tensor x) {
    if (masks == null) {
      masks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        masks.add(draw(x.dtype(), x.shape()));
      }
    }
  }

  /**
   * The mask of a whole sequence, for inputs of one step's shape; null where nothing is dropped.
   */
  Tensor whole(DType type, Shape step) {
    return rate > 0 && rate < 1 ? draw(type, step) : null;
  }

  private Tensor draw(DType type, Shape shape) {
    double kept = 1 / (1 - rate);
    if (type == DType.FLOAT32) {
      float[] mask = new float[shape.elements()];
      for (int i = 0; i < mask.length; i++) {
        mask[i] = random.uniform() < rate ? 0 : (float) kept;
      }
      return Tensor.of(shape, mask);
    }
    double[] mask = new double[shape.elements()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.uniform() < rate ? 0 : kept;
    }
    return Tensor.of(shape, mask).cast(type);
  }

  void reset() {
    masks = null;
  }
}
