package io.nyala.keras.metrics;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.losses.Reduction;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * The share of the variance that predictions explain: {@code 1 - Σ(t - p)² / Σ(t - mean t)²}, for
 * {@code [batch, outputs]}.
 *
 * <p>Source: keras.metrics.R2Score.
 */
public final class R2Score extends BaseMetric {

  public static final KerasClass<R2Score> CLASS =
      new KerasClass<>(
          "R2Score",
          Metrics.MODULE,
          "The share of the variance that predictions explain.",
          ArgTable.of(
              "R2Score",
              Arg.of(
                  "class_aggregation",
                  ArgTypes.oneOf("uniform_average", "variance_weighted_average"),
                  "uniform_average",
                  "How outputs become one figure; None: they do not."),
              Arg.of(
                  "num_regressors",
                  ArgTypes.simple("an integer >= 0", R2Score::count),
                  0,
                  "How many independent variables; above 0: the adjusted score."),
              name("r2_score"),
              DTYPE),
          R2Score::new);

  private final Variable samples = addVariable("num_samples", Shape.SCALAR);
  private Variable squares;
  private Variable sum;
  private Variable residual;
  private Variable count;

  private R2Score(Arguments a) {
    super(a);
  }

  private static Integer count(Object value) {
    Number n = ArgTypes.number(value);
    return n != null && n.doubleValue() >= 0 ? Integer.valueOf(n.intValue()) : null;
  }

  private void build(Tensor t, Tensor p) {
    if (t.rank() != 2 || p.rank() != 2) {
      throw KerasException.value(
          "R2Score expects 2D inputs with shape (batch_size, output_dim). Received input shapes:"
              + " y_pred.shape="
              + p.shape()
              + " and y_true.shape="
              + t.shape()
              + ".");
    }
    Shape shape = Shape.of(p.dim(1));
    squares = addVariable("squared_sum", shape);
    sum = addVariable("sum", shape);
    residual = addVariable("residual", shape);
    count = addVariable("count", shape);
  }

  @Override
  protected void updateState(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    Reduction.Pair pair = Reduction.sameRank(Cast.to(yTrue, dtype()), Cast.to(yPred, dtype()));
    Tensor t = pair.first();
    Tensor p = pair.second();
    if (squares == null) {
      build(t, p);
    }
    Tensor w = sampleWeight == null ? like(t, 1) : sampleWeight.cast(dtype());
    w = Shapes.broadcastTo(w.rank() == 1 ? Shapes.expandDims(w, 1) : w, t.shape());
    Tensor weighted = multiply(t, w);
    sum.assignAdd(total(weighted));
    squares.assignAdd(total(multiply(t, weighted)));
    residual.assignAdd(total(multiply(Maths.square(subtract(t, p)), w)));
    count.assignAdd(total(w));
    samples.assignAdd(like(t, t.elements()));
  }

  private static Tensor total(Tensor x) {
    return Reduce.sum(x, new int[] {0}, false);
  }

  @Override
  public Tensor result() {
    if (squares == null) {
      throw KerasException.state("Metric " + name() + " has not seen any data yet.");
    }
    Tensor mean = divide(sum.value(), count.value());
    Tensor spread = subtract(squares.value(), multiply(sum.value(), mean));
    Tensor scores = subtract(like(mean, 1), divide(residual.value(), spread));
    Tensor finite = scores.copy();
    for (int i = 0; i < finite.elements(); i++) {
      finite.put(i, Double.isInfinite(scores.getDouble(i)) ? 0 : scores.getDouble(i));
    }
    return adjusted(aggregated(finite, spread));
  }

  private Tensor aggregated(Tensor scores, Tensor spread) {
    String how = arguments().string("class_aggregation");
    if (how == null) {
      return scores;
    }
    return how.equals("uniform_average")
        ? Reduce.mean(scores)
        : divide(Reduce.sum(multiply(spread, scores)), Reduce.sum(spread));
  }

  private Tensor adjusted(Tensor score) {
    int regressors = arguments().integer("num_regressors");
    double n = samples.value().getDouble(0);
    if (regressors == 0) {
      return score;
    }
    if (regressors >= n - 1) {
      Progress.warn(
          regressors > n - 1
              ? "UserWarning: More independent predictors than datapoints in adjusted R2 score."
                  + " Falling back to standard R2 score."
              : "UserWarning: Division by zero in Adjusted R2 score. Falling back to standard R2"
                  + " score.");
      return score;
    }
    Tensor lost = multiply(subtract(like(score, 1), score), like(score, n - 1));
    return subtract(like(score, 1), divide(lost, like(score, n - regressors - 1)));
  }

  @Override
  public KerasClass<R2Score> kerasClass() {
    return CLASS;
  }
}
