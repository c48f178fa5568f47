package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Adam whose step in each weight is as long as the weight is large, times the rate.
 *
 * <p>{@code u = m̂ / (√v̂ + ε)}; {@code w -= |w| / |u| · rate · u}. Source: You et al., 2019;
 * keras.optimizers.Lamb.
 */
public final class Lamb extends BaseOptimizer {

  public static final KerasClass<Lamb> CLASS =
      new KerasClass<>(
          "Lamb",
          Optimizers.MODULE,
          "Adam with steps scaled to each weight.",
          OptimizerArgs.table(
              "Lamb",
              0.001,
              OptimizerArgs.fraction("beta_1", 0.9, "Share of the old mean that is kept."),
              OptimizerArgs.fraction("beta_2", 0.999, "Share of the mean of squares kept."),
              OptimizerArgs.epsilon()),
          Lamb::new);

  private final double beta1;
  private final double beta2;
  private List<Variable> means;
  private List<Variable> squares;

  private Lamb(Arguments a) {
    super(CLASS, a);
    this.beta1 = a.number("beta_1");
    this.beta2 = a.number("beta_2");
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    List<List<Variable>> slots = slots("momentum", "velocity");
    means = slots.get(0);
    squares = slots.get(1);
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    DType type = weight.dtype();
    double step = iterations() + 1;
    double rest1 = as(type, 1 - as(type, Math.pow(as(type, beta1), step)));
    double rest2 = as(type, 1 - as(type, Math.pow(as(type, beta2), step)));
    Tensor m = approach(means.get(place), beta1, gradient);
    Tensor v = approach(squares.get(place), beta2, square(gradient));
    Tensor root = shift(Maths.sqrt(scale(v, 1 / rest2)), arguments().number("epsilon"));
    Tensor direction = divide(scale(m, 1 / rest1), root);
    double size = norm(weight.value());
    double length = norm(direction);
    double ratio = size > 0 && length > 0 ? size / length : 1;
    weight.assignSub(scale(direction, ratio * rate));
  }

  private static double norm(Tensor x) {
    return Math.sqrt(Reduce.sum(square(x)).getDouble(0));
  }
}
