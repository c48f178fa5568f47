package io.nyala.keras.layers.attention;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** Masks of which steps may look at which. */
final class StepMasks {

  private StepMasks() {}

  /** {@code [1, queries, keys]}, true where the key comes no later than the query. */
  static Tensor causal(int queries, int keys) {
    return of(queries, keys, (query, key) -> query >= key);
  }

  /** {@code [1, queries, keys]}, true where query and key are fewer than {@code window} apart. */
  static Tensor near(int queries, int keys, int window) {
    return of(queries, keys, (query, key) -> Math.abs(query - key) < window);
  }

  private interface Sees {
    boolean test(int query, int key);
  }

  private static Tensor of(int queries, int keys, Sees sees) {
    Tensor mask = Tensor.zeros(DType.BOOL, Shape.of(1, queries, keys));
    for (int i = 0; i < mask.elements(); i++) {
      mask.booleans()[i] = sees.test(i / keys, i % keys);
    }
    return mask;
  }
}
