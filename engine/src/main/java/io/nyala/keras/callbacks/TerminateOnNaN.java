package io.nyala.keras.callbacks;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.Digits;
import java.util.Map;

/** Ends training when the loss is not a number. Source: keras.callbacks.TerminateOnNaN. */
public final class TerminateOnNaN extends Callback {

  public static final KerasClass<TerminateOnNaN> CLASS =
      new KerasClass<>(
          "TerminateOnNaN",
          Callbacks.MODULE,
          "Ends training when the loss is not a number.",
          ArgTable.of(
              "TerminateOnNaN",
              Arg.of("raise_error", ArgTypes.BOOL, false, "Whether to end it by an error.")),
          TerminateOnNaN::new);

  private final boolean raises;

  /** Ends training quietly. */
  public TerminateOnNaN() {
    this.raises = false;
  }

  private TerminateOnNaN(Arguments a) {
    this.raises = a.flag("raise_error");
  }

  @Override
  public void onTrainBatchEnd(int batch, Map<String, Object> logs) {
    Double loss = Logs.number(logs, "loss");
    if (loss == null || Double.isFinite(loss)) {
      return;
    }
    if (raises) {
      throw KerasException.state(
          "NaN or Inf loss encountered at batch "
              + batch
              + ". Loss value: "
              + Digits.text(loss)
              + ". Terminating training immediately.");
    }
    Progress.println("Batch " + batch + ": Invalid loss, terminating training");
    model().stopTraining(true);
  }
}
