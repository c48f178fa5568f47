package io.nyala.keras.metrics;

import static io.nyala.autograd.Arithmetic.divideNoNan;

import io.nyala.autograd.Reduce;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * The weighted mean of values: {@code Σ w v / Σ w}, each sample's values averaged first.
 *
 * <p>It is updated with values and weights: {@code update(values, weights, null)}. Source:
 * keras.metrics.Mean.
 */
public class Mean extends BaseMetric {

  public static final KerasClass<Mean> CLASS =
      new KerasClass<>(
          "Mean",
          Metrics.MODULE,
          "The weighted mean of values.",
          ArgTable.of("Mean", name("mean"), DTYPE),
          Mean::new);

  private final Variable total = addVariable("total", Shape.SCALAR);
  private final Variable count = addVariable("count", Shape.SCALAR);

  /** A mean named {@code mean}. */
  public Mean() {
    this(CLASS.table().bind(List.of(), Map.of()));
  }

  /** A mean of this name that has seen so many values of this mean. */
  public static Mean of(String name, double value, double count) {
    Mean mean = CLASS.create(List.of(), Map.of("name", name));
    mean.total.assign(Tensor.full(mean.dtype(), Shape.SCALAR, value * count));
    mean.count.assign(Tensor.full(mean.dtype(), Shape.SCALAR, count));
    return mean;
  }

  Mean(Arguments arguments) {
    super(arguments);
  }

  @Override
  protected void updateState(Tensor values, Tensor weights, Tensor ignored) {
    add(values, weights);
  }

  /** Takes values into account. */
  final void add(Tensor values, Tensor weights) {
    Samples samples = Samples.of(values, weights, Reduce::mean, dtype());
    total.assignAdd(Reduce.sum(samples.values()));
    if (samples.weights() != null) {
      count.assignAdd(Reduce.sum(samples.weights()));
    } else {
      int n = samples.values().rank() > 0 ? samples.values().dim(0) : 1;
      count.assignAdd(Tensor.full(dtype(), Shape.SCALAR, n));
    }
  }

  @Override
  public Tensor result() {
    return divideNoNan(total.value(), count.value());
  }

  @Override
  public KerasClass<?> kerasClass() {
    return CLASS;
  }
}
