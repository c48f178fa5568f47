package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.scale;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Steps of one size by the sign of a running mean of the gradients.
 *
 * <p>{@code w -= rate · sign(β₁ m + (1 - β₁) g)}; {@code m = β₂ m + (1 - β₂) g}. Source: Chen et
 * al., 2023; keras.optimizers.Lion.
 */
public final class Lion extends BaseOptimizer {

  public static final KerasClass<Lion> CLASS =
      new KerasClass<>(
          "Lion",
          Optimizers.MODULE,
          "Steps by the sign of the momentum.",
          OptimizerArgs.table(
              "Lion",
              0.001,
              OptimizerArgs.number("beta_1", 0.9, "Share of the mean in the step."),
              OptimizerArgs.number("beta_2", 0.99, "Share of the old mean that is kept.")),
          Lion::new);

  private final double beta1;
  private final double beta2;
  private List<Variable> means;

  private Lion(Arguments a) {
    super(CLASS, a);
    this.beta1 = a.number("beta_1");
    this.beta2 = a.number("beta_2");
    if (beta1 <= 0 || beta1 > 1) {
      throw KerasException.value(
          "Argument `beta_1` must be in the [0, 1] range. Otherwise, the optimizer degenerates to"
              + " SignSGD. Received: beta_1="
              + beta1
              + ".");
    }
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    means = slots("momentum", 0);
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    Tensor mean = means.get(place).value();
    Tensor direction =
        Maths.sign(add(scale(mean, beta1), scale(gradient, 1 - as(weight.dtype(), beta1))));
    weight.assignSub(scale(direction, rate));
    blend(means.get(place), as(weight.dtype(), beta2), gradient);
  }
}
