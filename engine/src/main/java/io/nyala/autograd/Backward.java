package io.nyala.autograd;

import io.nyala.tensor.Tensor;

/** The gradient of an operation: from gradients of its outputs to gradients of its inputs. */
@FunctionalInterface
public interface Backward {

  /**
   * Gradients by each input.
   *
   * @param upstream one gradient per output, null where the target does not depend on that output
   * @param needed per input, whether its gradient will be used
   * @return one gradient per input; null where none exists or none is needed
   */
  Tensor[] apply(Tensor[] upstream, boolean[] needed);

  /**
   * As {@link #apply}, with gradients that may lie in storage which is used again after {@link
   * #release}.
   */
  default Tensor[] lend(Tensor[] upstream, boolean[] needed) {
    return apply(upstream, needed);
  }

  /** Called when no gradient will be asked for any more; buffers may be used for something else. */
  default void release() {}
}
