package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps by the gradient over the root of its mean square, kept only by row and by column.
 *
 * <p>Source: Shazeer and Stern, 2018; keras.optimizers.Adafactor.
 */
public final class Adafactor extends BaseOptimizer {

  public static final KerasClass<Adafactor> CLASS =
      new KerasClass<>(
          "Adafactor",
          Optimizers.MODULE,
          "Mean squares of gradients kept by row and column.",
          OptimizerArgs.table(
              "Adafactor",
              0.001,
              OptimizerArgs.number("beta_2_decay", -0.8, "How the kept share grows."),
              OptimizerArgs.number("epsilon_1", 1e-30, "Keeps divisions finite."),
              OptimizerArgs.number("epsilon_2", 1e-3, "Smallest size of a weight."),
              OptimizerArgs.number("clip_threshold", 1, "Largest mean size of a step."),
              Arg.of("relative_step", ArgTypes.BOOL, true, "Whether the rate falls by itself.")),
          Adafactor::new);

  private final List<Variable> rows = new ArrayList<>();
  private final List<Variable> columns = new ArrayList<>();
  private final List<Variable> squares = new ArrayList<>();

  private Adafactor(Arguments a) {
    super(CLASS, a);
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    for (Variable weight : weights) {
      Shape shape = weight.shape();
      String path = weight.path().replace('/', '_');
      if (shape.rank() < 2) {
        rows.add(addState(Tensor.of(Shape.SCALAR, 0), weight.name(), weight.name()));
        columns.add(addState(Tensor.of(Shape.SCALAR, 0), weight.name(), weight.name()));
      } else {
        rows.add(factor(weight, shape.without(-1)));
        columns.add(factor(weight, shape.without(-2)));
      }
      Tensor zeros = Tensor.zeros(weight.dtype(), shape);
      squares.add(addState(zeros, path + "_velocity", name() + "/" + path + "_velocity"));
    }
  }

  private Variable factor(Variable weight, Shape shape) {
    Tensor zeros = Tensor.zeros(weight.dtype(), shape);
    return addState(zeros, weight.name(), name() + "/" + weight.name());
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    Arguments a = arguments();
    DType type = weight.dtype();
    double step = iterations() + 1;
    double least = Math.min(rate, 1 / Math.sqrt(step));
    double size = rms(weight.value());
    double alpha = Math.max(a.number("epsilon_2"), size) * least;
    double kept = as(type, 1 - Math.pow(step, a.number("beta_2_decay")));
    Tensor square = shift(square(gradient), a.number("epsilon_1"));
    Tensor v =
        weight.shape().rank() < 2
            ? blend(squares.get(place), kept, square)
            : put(squares.get(place), factored(square, place, kept));
    Tensor direction = divide(gradient, Maths.sqrt(v));
    double limit = Math.max(1, rms(direction) / a.number("clip_threshold"));
    weight.assignSub(scale(direction, alpha / limit));
  }

  private Tensor factored(Tensor square, int place, double kept) {
    Tensor r = blend(rows.get(place), kept, Reduce.mean(square, new int[] {-1}, false));
    Tensor c = blend(columns.get(place), kept, Reduce.mean(square, new int[] {-2}, false));
    Tensor share = divide(r, Reduce.mean(r, new int[] {-1}, true));
    return multiply(Shapes.expandDims(share, -1), Shapes.expandDims(c, -2));
  }

  private static double rms(Tensor x) {
    return Math.sqrt(Reduce.mean(square(x)).getDouble(0));
  }
}
