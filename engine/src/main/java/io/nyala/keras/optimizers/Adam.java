package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.maximum;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Slices;
import io.nyala.autograd.Variable;
import io.nyala.compute.Compute;
import io.nyala.compute.Threads;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Steps by the running mean of the gradients over the root of the running mean of their squares.
 *
 * <pre>
 * m += (g - m)(1 - β₁);  v += (g² - v)(1 - β₂)
 * w -= rate · √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε)
 * </pre>
 *
 * <p>With {@code amsgrad}, v is replaced by the largest v so far. {@code AdamW} is the same with a
 * weight decay of 0.004. Source: Kingma and Ba, 2014; keras.optimizers.Adam.
 */
public final class Adam extends BaseOptimizer {

  /** Weights from here on are updated by several threads. */
  private static final int PARALLEL = 1 << 16;

  private static final int GRAIN = 1 << 12;

  /** Of a table, so many pieces for each thread: frequent words, which cost most, come first. */
  private static final int PIECES = 4;

  /** The gradient of rows that no slice touched, a stretch at a time. */
  private static final float[] NOTHING = new float[1 << 10];

  private static final Arg[] OWN = {
    OptimizerArgs.fraction("beta_1", 0.9, "Share of the old mean that is kept."),
    OptimizerArgs.fraction("beta_2", 0.999, "Share of the old mean of squares that is kept."),
    OptimizerArgs.epsilon(),
    Arg.of("amsgrad", ArgTypes.BOOL, false, "Whether to step by the largest mean of squares.")
  };

  public static final KerasClass<Adam> CLASS =
      new KerasClass<>(
          "Adam",
          Optimizers.MODULE,
          "Steps by running means of gradients and of their squares.",
          OptimizerArgs.table("Adam", 0.001, OWN),
          a -> new Adam(Adam.CLASS, a));

  /** Adam with weight decay. */
  public static final KerasClass<Adam> ADAM_W =
      new KerasClass<>(
          "AdamW",
          Optimizers.MODULE,
          "Adam with weight decay.",
          OptimizerArgs.table(
              "AdamW", 0.001, OptimizerArgs.weightDecay(0.004), OWN[0], OWN[1], OWN[2], OWN[3]),
          a -> new Adam(Adam.ADAM_W, a));

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final boolean amsgrad;
  private List<Variable> means;
  private List<Variable> squares;
  private List<Variable> largest;
  private List<TouchedRows> touched;

  /** Adam with this learning rate. */
  public Adam(double learningRate) {
    this(CLASS, CLASS.table().bind(List.of(), Map.of("learning_rate", learningRate)));
  }

  private Adam(KerasClass<?> kerasClass, Arguments a) {
    super(kerasClass, a);
    if (kerasClass == ADAM_W && a.get("weight_decay") == null) {
      throw KerasException.value(
          "Argument `weight_decay` must be a float. Received: weight_decay=None");
    }
    this.beta1 = a.number("beta_1");
    this.beta2 = a.number("beta_2");
    this.epsilon = a.number("epsilon");
    this.amsgrad = a.flag("amsgrad");
  }

  @Override
  protected void makeSlots(List<Variable> weights) {
    List<List<Variable>> slots = slots("momentum", "velocity");
    means = slots.get(0);
    squares = slots.get(1);
    touched = weights.stream().map(weight -> new TouchedRows()).toList();
    if (amsgrad) {
      largest = slots("velocity_hat", 0);
    }
  }

  @Override
  protected void update(Variable weight, Tensor gradient, int place, double rate) {
    double alpha = alpha(weight.dtype(), rate);
    if (weight.dtype() == DType.FLOAT32 && !amsgrad) {
      fused(weight.storage(), gradient, place, (float) alpha);
      return;
    }
    Tensor m = approach(means.get(place), beta1, gradient);
    Tensor v = approach(squares.get(place), beta2, square(gradient));
    if (amsgrad) {
      Variable top = largest.get(place);
      v = put(top, maximum(top.value(), v));
    }
    weight.assignSub(divide(scale(m, alpha), shift(Maths.sqrt(v), epsilon)));
  }

  private double alpha(DType type, double rate) {
    double step = iterations() + 1;
    double power1 = as(type, Math.pow(as(type, beta1), step));
    double power2 = as(type, Math.pow(as(type, beta2), step));
    double root = as(type, Math.sqrt(as(type, 1 - power2)));
    return as(type, as(type, rate * root) / as(type, 1 - power1));
  }

  private void fused(float[] w, Tensor gradient, int place, float alpha) {
    float[] m = means.get(place).storage();
    float[] v = squares.get(place).storage();
    int parts = w.length < PARALLEL ? 1 : Threads.available();
    if (gradient instanceof Slices slices && w.length > 0) {
      SliceSums sums = new SliceSums(slices);
      int width = w.length / slices.dim(0);
      boolean[] known = touched.get(place).of(m, v, slices.dim(0));
      if (epsilon <= 0 || !Float.isFinite(alpha)) {
        Arrays.fill(known, true); // 0 / 0 is not 0
      }
      Threads.ranges(
          slices.dim(0),
          Math.max(1, GRAIN / width),
          parts == 1 ? 1 : parts * PIECES,
          (from, to) -> sliced(sums, known, from, to, w, m, v, alpha));
      return;
    }
    touched.get(place).forget();
    float[] g = gradient.floats();
    Threads.ranges(
        w.length, GRAIN, parts, (from, to) -> step(from, to - from, w, g, from, m, v, alpha));
  }

  private void step(
      int at, int n, float[] w, float[] g, int gAt, float[] m, float[] v, float alpha) {
    Compute.kernels().adam(n, w, at, g, gAt, m, at, v, at, alpha, beta1, beta2, (float) epsilon);
  }

  /** The rows {@code [from, to)} of a table: touched ones decay without a slice all the same. */
  private void sliced(
      SliceSums sums,
      boolean[] known,
      int from,
      int to,
      float[] w,
      float[] m,
      float[] v,
      float alpha) {
    int width = sums.width();
    float[] g = new float[width];
    float[] g2 = new float[width];
    for (int row = from; row < to; ) {
      int end = row;
      while (end < to && known[end] && !sums.has(end)) {
        end++;
      }
      idle(row * width, end * width, w, m, v, alpha);
      row = end;
      while (row < to && !known[row] && !sums.has(row)) {
        row++;
      }
      if (row < to && sums.has(row)) {
        known[row] = true;
        int at = row * width;
        if (sums.isSingle(row)) {
          step(at, width, w, sums.values(), sums.first(row) * width, m, v, alpha);
        } else {
          sums.add(row, g, g2);
          Compute.kernels()
              .adamWithSquares(
                  width, w, at, g, 0, g2, 0, m, at, v, at, alpha, beta1, beta2, (float) epsilon);
        }
        row++;
      }
    }
  }

  /** The elements {@code [from, to)}, whose gradient is zero. */
  private void idle(int from, int to, float[] w, float[] m, float[] v, float alpha) {
    for (int at = from; at < to; at += NOTHING.length) {
      step(at, Math.min(NOTHING.length, to - at), w, NOTHING, 0, m, v, alpha);
    }
  }
}
