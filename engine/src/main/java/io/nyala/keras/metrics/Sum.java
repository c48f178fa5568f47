package io.nyala.keras.metrics;

import io.nyala.autograd.Reduce;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * The weighted sum of values: {@code Σ w v}, updated with values and weights. Source:
 * keras.metrics.Sum.
 */
public final class Sum extends BaseMetric {

  public static final KerasClass<Sum> CLASS =
      new KerasClass<>(
          "Sum",
          Metrics.MODULE,
          "The weighted sum of values.",
          ArgTable.of("Sum", name("sum"), DTYPE),
          Sum::new);

  private final Variable total = addVariable("total", Shape.SCALAR);

  private Sum(Arguments arguments) {
    super(arguments);
  }

  @Override
  protected void updateState(Tensor values, Tensor weights, Tensor ignored) {
    Samples samples = Samples.of(values, weights, Reduce::sum, dtype());
    total.assignAdd(Reduce.sum(samples.values()));
  }

  @Override
  public Tensor result() {
    return total.value();
  }

  @Override
  public KerasClass<?> kerasClass() {
    return CLASS;
  }
}
