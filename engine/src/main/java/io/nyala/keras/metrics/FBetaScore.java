package io.nyala.keras.metrics;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
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
import io.nyala.keras.utils.Numerics;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * The weighted harmonic mean of precision and recall, class by class: {@code (1 + β²) p r / (β² p +
 * r)}; β = 1 is the F1 score. Predictions and targets are {@code [batch, classes]}.
 *
 * <p>Source: keras.metrics.FBetaScore.
 */
public final class FBetaScore extends BaseMetric {

  private static final Arg AVERAGE =
      Arg.of(
          "average",
          ArgTypes.oneOf("micro", "macro", "weighted"),
          null,
          "How classes become one figure; None: they do not.");

  private static final Arg THRESHOLD =
      Arg.of("threshold", ArgTypes.FRACTION, null, "None: the largest of a row is positive.");

  public static final KerasClass<FBetaScore> CLASS =
      new KerasClass<>(
          "FBetaScore",
          Metrics.MODULE,
          "The weighted harmonic mean of precision and recall.",
          ArgTable.of(
              "FBetaScore",
              AVERAGE,
              Arg.of("beta", ArgTypes.FLOAT, 1.0, "How much more recall counts."),
              THRESHOLD,
              name("fbeta_score"),
              DTYPE),
          a -> new FBetaScore(a, a.number("beta")));

  /** The F1 score. */
  public static final KerasClass<FBetaScore> F1 =
      new KerasClass<>(
          "F1Score",
          Metrics.MODULE,
          "The harmonic mean of precision and recall.",
          ArgTable.of("F1Score", AVERAGE, THRESHOLD, name("f1_score"), DTYPE),
          a -> new FBetaScore(a, 1));

  private final double beta;
  private Variable right;
  private Variable wrong;
  private Variable missed;
  private Variable present;

  private FBetaScore(Arguments a, double beta) {
    super(a);
    this.beta = beta;
    if (beta <= 0) {
      throw KerasException.value(
          "Invalid `beta` argument value. It should be > 0. Received: beta=" + beta);
    }
    Double threshold = a.number("threshold");
    if (threshold != null && threshold == 0) {
      throw KerasException.value(
          "Invalid `threshold` argument value. It should verify 0 < threshold <= 1. Received:"
              + " threshold=0");
    }
  }

  private boolean isMicro() {
    return "micro".equals(arguments().string("average"));
  }

  private void build(Tensor yTrue, Tensor yPred) {
    if (yPred.rank() != 2 || yTrue.rank() != 2) {
      throw KerasException.value(
          "FBetaScore expects 2D inputs with shape (batch_size, output_dim). Received input"
              + " shapes: y_pred.shape="
              + yPred.shape()
              + " and y_true.shape="
              + yTrue.shape()
              + ".");
    }
    Shape shape = isMicro() ? Shape.SCALAR : Shape.of(yPred.dim(1));
    right = addVariable("true_positives", shape);
    wrong = addVariable("false_positives", shape);
    missed = addVariable("false_negatives", shape);
    present = addVariable("intermediate_weights", shape);
  }

  @Override
  protected void updateState(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    Tensor t = Cast.to(yTrue, dtype());
    Tensor p = Cast.to(yPred, dtype());
    if (right == null) {
      build(t, p);
    }
    p = positive(p).cast(dtype());
    Tensor notP = subtract(like(p, 1), p);
    Tensor notT = subtract(like(t, 1), t);
    Tensor w = sampleWeight == null ? null : Shapes.expandDims(sampleWeight.cast(dtype()), 1);
    right.assignAdd(sum(multiply(p, t), w));
    wrong.assignAdd(sum(multiply(p, notT), w));
    missed.assignAdd(sum(multiply(notP, t), w));
    present.assignAdd(sum(t, w));
  }

  private Tensor positive(Tensor p) {
    Double threshold = arguments().number("threshold");
    if (threshold != null) {
      return Compare.greater(p, like(p, threshold));
    }
    Tensor largest = Reduce.max(p, new int[] {-1}, true);
    return Compare.and(
        Compare.greaterEqual(p, largest), Compare.greater(Maths.abs(p), like(p, 1e-9)));
  }

  private Tensor sum(Tensor x, Tensor weights) {
    Tensor weighted = weights == null ? x : multiply(x, weights);
    return Reduce.sum(weighted, isMicro() ? null : new int[] {0}, false);
  }

  @Override
  public Tensor result() {
    if (right == null) {
      throw KerasException.state("Metric " + name() + " has not seen any data yet.");
    }
    Tensor precision = ratio(right.value(), add(right.value(), wrong.value()));
    Tensor recall = ratio(right.value(), add(right.value(), missed.value()));
    double square = beta * beta;
    Tensor mean = ratio(multiply(precision, recall), add(scale(precision, square), recall));
    Tensor score = scale(mean, 1 + square);
    String average = arguments().string("average");
    if (average == null) {
      return score;
    }
    if (average.equals("weighted")) {
      Tensor weights = ratio(present.value(), Reduce.sum(present.value()));
      return Reduce.sum(multiply(score, weights));
    }
    return Reduce.mean(score);
  }

  private static Tensor ratio(Tensor a, Tensor b) {
    return divide(a, shift(b, Numerics.EPSILON));
  }

  @Override
  public KerasClass<?> kerasClass() {
    return arguments().table() == F1.table() ? F1 : CLASS;
  }
}
