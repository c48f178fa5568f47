package io.nyala.keras.callbacks;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The callbacks there are. Source: keras.callbacks. */
public final class Callbacks {

  static final String MODULE = "keras.callbacks";

  /** Every class of {@code keras.callbacks}. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          EarlyStopping.CLASS,
          ModelCheckpoint.CLASS,
          BackupAndRestore.CLASS,
          ReduceLROnPlateau.CLASS,
          LearningRateScheduler.CLASS,
          TerminateOnNaN.CLASS,
          CSVLogger.CLASS,
          LambdaCallback.CLASS,
          SwapEMAWeights.CLASS,
          TensorBoard.CLASS,
          History.CLASS,
          ProgbarLogger.CLASS);

  private Callbacks() {}
}
