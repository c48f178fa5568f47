package io.nyala.keras.losses;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Tensor;

/**
 * A loss that is one formula of the true and the predicted values, their ranks brought together
 * first. Source: keras/src/losses/losses.py, LossFunctionWrapper.
 */
final class StandardLoss extends BaseLoss {

  /** The formula: from {@code [batch, …, d]} to {@code [batch, …]}. */
  interface Formula {
    Tensor apply(Arguments arguments, Tensor yTrue, Tensor yPred);
  }

  private final KerasClass<Loss> kerasClass;
  private final Formula formula;

  StandardLoss(KerasClass<Loss> kerasClass, Arguments arguments, Formula formula) {
    super(arguments);
    this.kerasClass = kerasClass;
    this.formula = formula;
  }

  @Override
  public Tensor call(Tensor yTrue, Tensor yPred) {
    Reduction.Pair pair = Reduction.sameRank(yTrue, yPred);
    return formula.apply(arguments(), pair.first(), pair.second());
  }

  @Override
  public KerasClass<?> kerasClass() {
    return kerasClass;
  }

  @Override
  public String toString() {
    return "<" + kerasClass.name() + " name=" + name() + ">";
  }
}
