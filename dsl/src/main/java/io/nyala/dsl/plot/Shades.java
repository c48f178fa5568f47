package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import java.util.Arrays;

/**
 * Which colour stands for which number.
 *
 * @param low the number of the first colour
 * @param high the number of the last
 * @param log whether equal factors, not equal differences, lie equally far apart
 */
record Shades(Colormap map, double low, double high, boolean log) {

  /** The arguments that say it, of every function that colours by numbers. */
  static final String ARGUMENTS = "cmap=None, norm=None, vmin=None, vmax=None";

  /**
   * The shades for numbers: from the lowest to the highest where no others are given.
   *
   * @throws PyError {@code ValueError} for a norm other than linear and log
   */
  static Shades of(Axes axes, Given given, double[] values) {
    Object norm = given.get("norm");
    if (norm != null && !"linear".equals(norm) && !"log".equals(norm)) {
      throw given.wrong("norm", "'linear' or 'log'");
    }
    boolean log = "log".equals(norm);
    double[] usable =
        Arrays.stream(values).filter(v -> Double.isFinite(v) && (!log || v > 0)).toArray();
    double low = Style.first(given, Arrays.stream(usable).min().orElse(log ? 1 : 0), "vmin");
    double high = Style.first(given, Arrays.stream(usable).max().orElse(log ? 10 : 1), "vmax");
    if (log && !(low > 0)) {
      throw PyError.value("Invalid vmin or vmax: a log norm takes numbers above 0");
    }
    if (low > high) {
      throw PyError.value("vmin must be less or equal to vmax");
    }
    double top = high == low ? (log ? low * 10 : low + 1) : high;
    Object map = given.has("cmap") ? given.get("cmap") : axes.figure.parameters.get("image.cmap");
    return new Shades(Colormap.of(map), low, top, log);
  }

  /** Where a number lies between the lowest, 0, and the highest, 1. */
  double share(double value) {
    return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  }

  /** The colour of a number. */
  String hex(double value) {
    return map.hex(share(value));
  }

  /** These shades for other limits. */
  Shades between(double from, double to) {
    return new Shades(map, from, to, log);
  }
}
