package io.nyala.keras.callbacks;

import io.nyala.autograd.Variable;
import io.nyala.tensor.Tensor;
import java.util.List;

/** A callback that is also told the gradients of each training step, before they are applied. */
@FunctionalInterface
public interface GradientListener {

  /** The weights that training may change, and the gradient of each; null where there is none. */
  void gradients(List<Variable> weights, List<Tensor> gradients);
}
