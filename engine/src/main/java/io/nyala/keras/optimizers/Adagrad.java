package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Steps by the gradient over the root of the sum of all its squares so far.
 *
 * <p>{@code a += g²}; {@code w -= rate · g / √(a + ε)}. Source: Duchi et al., 2011;
 * keras.optimizers.Adagrad.
 */
public final class Adagrad extends BaseOptimizer {

  public static final KerasClass<Adagrad> CLASS =
      new KerasClass<>(
          "Adagrad",
          Optimizers.MODULE,
          "Smaller steps where gradients have been large.",
          OptimizerArgs.table(
              "Adagrad",
              0.001,
              OptimizerArgs.number("initial_accumulator_value", 0.1, "The sum to begin with."),
              OptimizerArgs.epsilon()),
          Adagrad::new);

  private List<Variable> sums;

  private Adagrad(Arguments a) {
    super(CLASS, a);
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    sums = slots("accumulator", arguments().number("initial_accumulator_value"));
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    Variable slot = sums.get(place);
    Tensor sum = put(slot, add(slot.value(), square(gradient)));
    Tensor root = Maths.sqrt(shift(sum, arguments().number("epsilon")));
    weight.assignSub(divide(scale(gradient, rate), root));
  }
}
