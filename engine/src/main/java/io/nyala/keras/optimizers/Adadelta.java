package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Steps as large as the recent ones, over the root of the mean square of the gradient.
 *
 * <p>{@code s = ρ s + (1 - ρ) g²}; {@code d = √(t + ε) g / √(s + ε)}; {@code t = ρ t + (1 - ρ) d²};
 * {@code w -= rate · d}. Source: Zeiler, 2012; keras.optimizers.Adadelta.
 */
public final class Adadelta extends BaseOptimizer {

  public static final KerasClass<Adadelta> CLASS =
      new KerasClass<>(
          "Adadelta",
          Optimizers.MODULE,
          "Steps sized by the recent steps and gradients.",
          OptimizerArgs.table(
              "Adadelta",
              0.001,
              OptimizerArgs.number("rho", 0.95, "Share of the old means that is kept."),
              OptimizerArgs.epsilon()),
          Adadelta::new);

  private List<Variable> gradients;
  private List<Variable> steps;

  private Adadelta(Arguments a) {
    super(CLASS, a);
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    List<List<Variable>> slots = slots("accumulated_grad", "accumulated_delta_var");
    gradients = slots.get(0);
    steps = slots.get(1);
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    double rho = arguments().number("rho");
    Tensor squares = square(gradient);
    Tensor size = root(blend(gradients.get(place), rho, squares));
    Tensor ratio = divide(root(steps.get(place).value()), size);
    blend(steps.get(place), rho, multiply(square(ratio), squares));
    weight.assignSub(scale(multiply(ratio, gradient), rate));
  }

  private Tensor root(Tensor x) {
    return Maths.sqrt(shift(x, arguments().number("epsilon")));
  }
}
