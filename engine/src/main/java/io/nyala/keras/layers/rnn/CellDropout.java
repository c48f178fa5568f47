package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Arithmetic;
import io.nyala.keras.random.Random;
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

  /** {@code x} with elements dropped, once per gate; {@code x} itself where nothing is dropped. */
  List<Tensor> apply(Tensor x, boolean training) {
    List<Tensor> dropped = new ArrayList<>();
    boolean active = training && rate > 0 && rate < 1;
    if (active && masks == null) {
      masks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        masks.add(draw(x));
      }
    }
    for (int i = 0; i < count; i++) {
      dropped.add(active ? Arithmetic.multiply(x, masks.get(i)) : x);
    }
    return dropped;
  }

  private Tensor draw(Tensor like) {
    Tensor mask = Tensor.zeros(like.dtype(), like.shape());
    for (int i = 0; i < mask.elements(); i++) {
      mask.put(i, random.uniform() < rate ? 0 : 1 / (1 - rate));
    }
    return mask;
  }

  void reset() {
    masks = null;
  }
}
