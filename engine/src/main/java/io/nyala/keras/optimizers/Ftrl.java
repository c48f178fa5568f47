package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.power;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Follow the regularized leader: each weight is the best one for all gradients so far, drawn to 0
 * by its L1 and L2 strengths.
 *
 * <p>With {@code n' = n + g²}, p the power and σ = (n'^-p - n^-p) / rate: {@code z += g + 2 s w - σ
 * w}; {@code w = (clip(z, -l1, l1) - z) / (n'^-p / rate + 2 l2 + β / rate)}. Source: McMahan et
 * al., 2013; keras.optimizers.Ftrl.
 */
public final class Ftrl extends BaseOptimizer {

  public static final KerasClass<Ftrl> CLASS =
      new KerasClass<>(
          "Ftrl",
          Optimizers.MODULE,
          "Follow the regularized leader.",
          OptimizerArgs.table(
              "Ftrl",
              0.001,
              OptimizerArgs.number("learning_rate_power", -0.5, "How the rate falls; at most 0."),
              OptimizerArgs.number("initial_accumulator_value", 0.1, "The sum to begin with."),
              OptimizerArgs.number("l1_regularization_strength", 0, "At least 0."),
              OptimizerArgs.number("l2_regularization_strength", 0, "At least 0."),
              OptimizerArgs.number("l2_shrinkage_regularization_strength", 0, "At least 0."),
              OptimizerArgs.number("beta", 0, "The paper's β.")),
          Ftrl::new);

  private List<Variable> sums;
  private List<Variable> linears;

  private Ftrl(Arguments a) {
    super(CLASS, a);
    for (String name :
        List.of(
            "initial_accumulator_value",
            "l1_regularization_strength",
            "l2_regularization_strength",
            "l2_shrinkage_regularization_strength")) {
      require(name, "positive", a.number(name) >= 0);
    }
    require("learning_rate_power", "negative", a.number("learning_rate_power") <= 0);
  }

  private void require(String name, String sign, boolean holds) {
    if (!holds) {
      throw KerasException.value(
          "`"
              + name
              + "` needs to be "
              + sign
              + " or zero. Received: "
              + name
              + "="
              + arguments().get(name)
              + ".");
    }
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    double first = arguments().number("initial_accumulator_value");
    List<List<Variable>> slots =
        slots(new String[] {"accumulator", "linear"}, new double[] {first, 0});
    sums = slots.get(0);
    linears = slots.get(1);
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    Arguments a = arguments();
    Tensor w = weight.value();
    double shrinkage = 2 * a.number("l2_shrinkage_regularization_strength");
    double l1 = a.number("l1_regularization_strength");
    double l2 = a.number("l2_regularization_strength") + a.number("beta") / (2 * rate);
    Tensor old = sums.get(place).value();
    Tensor sum = add(old, square(gradient));
    Tensor sigma = scale(subtract(raised(sum), raised(old)), 1 / rate);
    Tensor shrunk = add(gradient, scale(w, shrinkage));
    Tensor linear = add(linears.get(place).value(), subtract(shrunk, multiply(sigma, w)));
    linears.get(place).assign(linear);
    Tensor quadratic = shift(scale(raised(sum), 1 / rate), 2 * l2);
    weight.assign(divide(subtract(Maths.clip(linear, -l1, l1), linear), quadratic));
    sums.get(place).assign(sum);
  }

  private Tensor raised(Tensor x) {
    return power(x, like(x, -arguments().number("learning_rate_power")));
  }
}
