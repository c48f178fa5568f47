package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.maximum;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Slices;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Adam with the largest gradient in place of the mean of squares.
 *
 * <p>{@code m += (g - m)(1 - β₁)}; {@code u = max(β₂ u, |g|)}; {@code w -= rate · m / ((1 - β₁ᵗ)(u
 * + ε))}. Source: keras.optimizers.Adamax.
 */
public final class Adamax extends BaseOptimizer {

  public static final KerasClass<Adamax> CLASS =
      new KerasClass<>(
          "Adamax",
          Optimizers.MODULE,
          "Adam by the largest gradient.",
          OptimizerArgs.table(
              "Adamax",
              0.001,
              OptimizerArgs.fraction("beta_1", 0.9, "Share of the old mean that is kept."),
              OptimizerArgs.fraction("beta_2", 0.999, "Share of the old largest that is kept."),
              OptimizerArgs.epsilon()),
          Adamax::new);

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private List<Variable> means;
  private List<Variable> norms;

  private Adamax(Arguments a) {
    super(CLASS, a);
    this.beta1 = a.number("beta_1");
    this.beta2 = a.number("beta_2");
    this.epsilon = a.number("epsilon");
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    List<List<Variable>> slots = slots("momentum", "norm");
    means = slots.get(0);
    norms = slots.get(1);
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    DType type = weight.dtype();
    double power = as(type, Math.pow(as(type, beta1), iterations() + 1));
    Tensor m = approach(means.get(place), beta1, gradient);
    Variable norm = norms.get(place);
    Tensor u = put(norm, maximum(scale(norm.value(), beta2), Slices.each(gradient, Maths::abs)));
    weight.assignSub(divide(scale(m, rate), scale(shift(u, epsilon), as(type, 1 - power))));
  }
}
