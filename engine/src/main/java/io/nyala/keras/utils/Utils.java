package io.nyala.keras.utils;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The functions there are. */
public final class Utils {

  /** Every function of {@code keras.utils}. */
  public static final List<KerasClass<?>> FUNCTIONS =
      List.of(PadSequences.FUNCTION, ToCategorical.FUNCTION, SetRandomSeed.FUNCTION);

  private Utils() {}
}
