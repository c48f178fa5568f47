package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Variable;
import io.nyala.compute.Compute;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Steps against the gradient, with momentum if wanted.
 *
 * <p>{@code w -= rate · g}; with momentum {@code s = momentum · s - rate · g}, then {@code w += s},
 * or with Nesterov {@code w += momentum · s - rate · g}. Source: keras.optimizers.SGD.
 */
public final class SGD extends BaseOptimizer {

  public static final KerasClass<SGD> CLASS =
      new KerasClass<>(
          "SGD",
          Optimizers.MODULE,
          "Steps against the gradient.",
          OptimizerArgs.table(
              "SGD",
              0.01,
              OptimizerArgs.fraction("momentum", 0, "Share of the last step that is kept."),
              Arg.of("nesterov", ArgTypes.BOOL, false, "Whether to look one step ahead.")),
          SGD::new);

  private final double momentum;
  private final boolean nesterov;
  private List<Variable> steps;

  /** Plain gradient descent with this learning rate. */
  public SGD(double learningRate) {
    this(CLASS.table().bind(List.of(), Map.of("learning_rate", learningRate)));
  }

  private SGD(Arguments a) {
    super(CLASS, a);
    this.momentum = a.number("momentum");
    this.nesterov = a.flag("nesterov");
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    if (momentum != 0) {
      steps = slots("momentum", 0);
    }
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    if (weight.dtype() == DType.FLOAT32) {
      fused(weight.storage(), gradient.floats(), place, (float) rate);
      return;
    }
    Tensor change = scale(gradient, rate);
    if (momentum == 0) {
      weight.assignSub(change);
      return;
    }
    Variable slot = steps.get(place);
    Tensor step = put(slot, subtract(scale(slot.value(), momentum), change));
    weight.assignAdd(nesterov ? subtract(scale(step, momentum), change) : step);
  }

  private void fused(float[] w, float[] g, int place, float rate) {
    if (momentum == 0) {
      Compute.kernels().sgd(w.length, w, 0, g, 0, rate);
      return;
    }
    float[] s = steps.get(place).storage();
    Compute.kernels().sgdMomentum(w.length, w, 0, g, 0, s, 0, rate, (float) momentum, nesterov);
  }
}
