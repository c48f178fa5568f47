package io.nyala.keras.callbacks;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.optimizers.BaseOptimizer;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Evaluates and predicts with the averaged weights that an optimizer with {@code use_ema=True}
 * keeps, and trains on with the others. Source: keras.callbacks.SwapEMAWeights.
 */
public final class SwapEMAWeights extends Callback {

  public static final KerasClass<SwapEMAWeights> CLASS =
      new KerasClass<>(
          "SwapEMAWeights",
          Callbacks.MODULE,
          "Evaluates and predicts with the averaged weights.",
          ArgTable.of(
              "SwapEMAWeights",
              Arg.of("swap_on_epoch", ArgTypes.BOOL, false, "Whether also between two epochs.")),
          SwapEMAWeights::new);

  private final boolean betweenEpochs;
  private boolean swapped;

  private SwapEMAWeights(Arguments a) {
    this.betweenEpochs = a.flag("swap_on_epoch");
  }

  private BaseOptimizer optimizer() {
    if (model().getOptimizer() instanceof BaseOptimizer optimizer
        && !optimizer.averages().isEmpty()) {
      return optimizer;
    }
    throw KerasException.value(
        "SwapEMAWeights must be used when `use_ema=True` is set on the optimizer.");
  }

  private void swap(boolean toAverages) {
    if (swapped == toAverages) {
      return;
    }
    BaseOptimizer optimizer = optimizer();
    List<Variable> weights = optimizer.weights();
    for (int i = 0; i < weights.size(); i++) {
      Tensor kept = weights.get(i).value().copy();
      weights.get(i).assign(optimizer.averages().get(i).value());
      optimizer.averages().get(i).assign(kept);
    }
    swapped = toAverages;
  }

  @Override
  public void onEpochBegin(int epoch, Map<String, Object> logs) {
    if (betweenEpochs) {
      swap(false);
    }
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    if (betweenEpochs && !swapped) {
      swap(true);
      if (params().get("epochs") instanceof Number all && epoch == all.intValue() - 1) {
        List<Variable> averages = optimizer().averages();
        for (int i = 0; i < averages.size(); i++) {
          averages.get(i).assign(optimizer().weights().get(i).value());
        }
      }
    }
  }

  @Override
  public void onTestBegin(Map<String, Object> logs) {
    swap(true);
  }

  @Override
  public void onTestEnd(Map<String, Object> logs) {
    swap(false);
  }

  @Override
  public void onPredictBegin(Map<String, Object> logs) {
    swap(true);
  }

  @Override
  public void onPredictEnd(Map<String, Object> logs) {
    swap(false);
  }
}
