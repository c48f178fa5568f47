package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Adam with Nesterov momentum.
 *
 * <p>With {@code uₜ = β₁(1 - 0.96ᵗ / 2)} and U the product of all u so far: {@code m̂ = uₜ₊₁ m / (1
 * - U uₜ₊₁) + (1 - uₜ) g / (1 - U)}; {@code w -= rate · m̂ / (√(v / (1 - β₂ᵗ)) + ε)}. Source:
 * Dozat, 2015; keras.optimizers.Nadam.
 */
public final class Nadam extends BaseOptimizer {

  private static final double DECAY = 0.96;

  public static final KerasClass<Nadam> CLASS =
      new KerasClass<>(
          "Nadam",
          Optimizers.MODULE,
          "Adam with Nesterov momentum.",
          OptimizerArgs.table(
              "Nadam",
              0.001,
              OptimizerArgs.fraction("beta_1", 0.9, "Share of the old mean that is kept."),
              OptimizerArgs.fraction("beta_2", 0.999, "Share of the mean of squares kept."),
              OptimizerArgs.epsilon()),
          Nadam::new);

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private List<Variable> means;
  private List<Variable> squares;
  private Variable product;

  private Nadam(Arguments a) {
    super(CLASS, a);
    this.beta1 = a.number("beta_1");
    this.beta2 = a.number("beta_2");
    this.epsilon = a.number("epsilon");
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    DType type = weights.isEmpty() ? DType.FLOAT32 : weights.get(0).dtype();
    List<List<Variable>> slots = slots("momentum", "velocity");
    means = slots.get(0);
    squares = slots.get(1);
    product = addState(Tensor.full(type, Shape.SCALAR, 1), "variable", "variable");
  }

  private double u(DType type, long step) {
    return as(type, as(type, beta1) * (1 - 0.5 * as(type, Math.pow(as(type, DECAY), step))));
  }

  @Override
  protected void beforeUpdates() {
    double factor = beta1 * (1 - 0.5 * Math.pow(DECAY, iterations() + 1));
    product.assign(scale(product.value(), factor));
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    DType type = weight.dtype();
    long step = iterations() + 1;
    double now = u(type, step);
    double next = u(type, step + 1);
    double sofar = as(type, product.value().getDouble(0));
    double power2 = as(type, Math.pow(as(type, beta2), step));
    Tensor m = approach(means.get(place), as(type, beta1), gradient);
    Tensor v = approach(squares.get(place), as(type, beta2), square(gradient));
    Tensor ahead =
        add(
            scale(m, as(type, next / as(type, 1 - as(type, sofar * next)))),
            scale(gradient, as(type, as(type, 1 - now) / as(type, 1 - sofar))));
    Tensor root = Maths.sqrt(scale(v, 1 / as(type, 1 - power2)));
    weight.assignSub(divide(scale(ahead, rate), shift(root, epsilon)));
  }
}
