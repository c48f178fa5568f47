package io.nyala.keras.optimizers;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasObject;
import io.nyala.tensor.Tensor;
import java.util.List;

/** Changes weights by their gradients. Source: keras.optimizers.Optimizer. */
public interface Optimizer extends KerasObject {

  /** Makes the slots for these weights; done once. */
  void build(List<Variable> weights);

  /**
   * One step: clips, decays, updates each weight and applies its constraint.
   *
   * @param gradients one per weight, in order; null where there is none
   */
  void apply(List<Tensor> gradients, List<Variable> weights);

  /** The learning rate now. */
  double learningRate();

  /** Sets a constant learning rate. */
  void learningRate(double rate);

  /** Steps made. */
  long iterations();

  /** The state in Keras' order: iterations, learning rate, slots. */
  List<Variable> variables();

  /** Keras' name, such as {@code adam}. */
  String name();
}
