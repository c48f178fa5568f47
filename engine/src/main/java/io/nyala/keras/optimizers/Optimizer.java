package io.nyala.keras.optimizers;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasObject;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Changes weights by their gradients. Source: keras.optimizers.Optimizer. */
public interface Optimizer extends KerasObject {

  /** Makes the slots for these weights; done once. */
  void build(List<Variable> weights);

  /** True once the slots are made. */
  boolean isBuilt();

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

  /** The loss as gradients are to be taken of it: times the loss scale, if there is one. */
  default Tensor scaleLoss(Tensor loss) {
    return loss;
  }

  /** What is done to the weights at the end of training: averages put in place, if kept. */
  default void finalizeVariables(List<Variable> weights) {}

  /** One step with (gradient, weight) pairs, as {@code zip(gradients, weights)} gives them. */
  default void applyGradients(Iterable<? extends List<?>> gradientsAndWeights) {
    List<Tensor> gradients = new ArrayList<>();
    List<Variable> weights = new ArrayList<>();
    for (List<?> pair : gradientsAndWeights) {
      gradients.add((Tensor) pair.get(0));
      weights.add((Variable) pair.get(1));
    }
    apply(gradients, weights);
  }
}
