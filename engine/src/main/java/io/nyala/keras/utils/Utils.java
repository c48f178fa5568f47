package io.nyala.keras.utils;

import io.nyala.keras.args.KerasFunction;
import java.util.List;

/** The functions there are. */
public final class Utils {

  /** Every function of {@code keras.utils}. */
  public static final List<KerasFunction> FUNCTIONS =
      List.of(
          PadSequences.FUNCTION,
          PadSequences.FUNCTION.in("keras.preprocessing.sequence"),
          ToCategorical.FUNCTION,
          SplitDataset.FUNCTION,
          TextFolder.FUNCTION,
          TextFolder.FUNCTION.in("keras.preprocessing"),
          SetRandomSeed.FUNCTION);

  private Utils() {}
}
