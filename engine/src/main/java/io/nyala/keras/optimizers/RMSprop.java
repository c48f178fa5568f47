package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Steps by the gradient over the root of the running mean of its squares.
 *
 * <p>{@code v = ρ v + (1 - ρ) g²}; {@code w -= rate · g / √(v + ε)}; centered, the square of the
 * running mean of g is taken off v. Source: keras.optimizers.RMSprop.
 */
public final class RMSprop extends BaseOptimizer {

  public static final KerasClass<RMSprop> CLASS =
      new KerasClass<>(
          "RMSprop",
          Optimizers.MODULE,
          "Steps by the gradient over the root of its mean square.",
          OptimizerArgs.table(
              "RMSprop",
              0.001,
              OptimizerArgs.number("rho", 0.9, "Share of the old mean that is kept."),
              OptimizerArgs.number("momentum", 0, "Share of the last step that is kept."),
              OptimizerArgs.epsilon(),
              Arg.of("centered", ArgTypes.BOOL, false, "Whether to divide by the deviation.")),
          RMSprop::new);

  private final double rho;
  private final double momentum;
  private final double epsilon;
  private final boolean centered;
  private List<Variable> squares;
  private List<Variable> steps;
  private List<Variable> means;

  /** RMSprop with this learning rate. */
  public RMSprop(double learningRate) {
    this(CLASS.table().bind(List.of(), Map.of("learning_rate", learningRate)));
  }

  private RMSprop(Arguments a) {
    super(CLASS, a);
    this.rho = a.number("rho");
    this.momentum = a.number("momentum");
    this.epsilon = a.number("epsilon");
    this.centered = a.flag("centered");
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    squares = slots("velocity", 0);
    if (momentum > 0) {
      steps = slots("momentum", 0);
    }
    if (centered) {
      means = slots("average_gradient", 0);
    }
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    Tensor spread = blend(squares.get(place), rho, square(gradient));
    if (centered) {
      spread = subtract(spread, square(blend(means.get(place), rho, gradient)));
    }
    Tensor step = divide(scale(gradient, rate), Maths.sqrt(shift(spread, epsilon)));
    if (momentum > 0) {
      Variable slot = steps.get(place);
      step = put(slot, add(scale(slot.value(), momentum), step));
    }
    weight.assignSub(step);
  }
}
