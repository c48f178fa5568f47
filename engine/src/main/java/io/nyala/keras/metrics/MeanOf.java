package io.nyala.keras.metrics;

import io.nyala.autograd.Maths;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.losses.Reduction;
import io.nyala.tensor.Tensor;

/**
 * The mean of one formula of the true and the predicted values, masked steps left out. Source:
 * keras.metrics.MeanMetricWrapper.
 */
final class MeanOf extends Mean {

  /** The formula: one value per sample, or per sample and step. */
  interface Formula {
    Tensor apply(Arguments arguments, Tensor yTrue, Tensor yPred);
  }

  private static final ArgType<Object> FUNCTION =
      ArgTypes.simple("a function", value -> Callables.of(value) == null ? null : value);

  /** The mean of a person's own function. */
  static final KerasClass<MeanOf> WRAPPER =
      new KerasClass<>(
          "MeanMetricWrapper",
          Metrics.MODULE,
          "The mean of a function of true and predicted values.",
          ArgTable.of(
              "MeanMetricWrapper",
              Arg.required("fn", FUNCTION, "Gives a value per sample."),
              BaseMetric.name("mean_metric_wrapper"),
              BaseMetric.DTYPE),
          MeanOf::wrapper);

  private static MeanOf wrapper(Arguments arguments) {
    Callables.Fn function = Callables.of(arguments.get("fn"));
    return new MeanOf(
        WRAPPER,
        arguments,
        (a, t, p) -> Callables.tensor(function.call(t == null ? null : t.cast(p.dtype()), p)),
        false);
  }

  private final KerasClass<?> kerasClass;
  private final Formula formula;
  private final boolean root;

  MeanOf(KerasClass<?> kerasClass, Arguments arguments, Formula formula, boolean root) {
    super(arguments);
    this.kerasClass = kerasClass;
    this.formula = formula;
    this.root = root;
  }

  @Override
  protected void updateState(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    Tensor values = formula.apply(arguments(), yTrue, yPred);
    add(values, Reduction.masked(sampleWeight, root ? null : yPred.mask(), dtype(), "sum"));
  }

  @Override
  public Tensor result() {
    return root ? Maths.sqrt(super.result()) : super.result();
  }

  @Override
  public KerasClass<?> kerasClass() {
    return kerasClass;
  }
}
