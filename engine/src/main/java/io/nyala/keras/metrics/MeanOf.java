package io.nyala.keras.metrics;

import io.nyala.autograd.Maths;
import io.nyala.keras.args.Arguments;
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
