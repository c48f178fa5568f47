package io.nyala.keras.datasets;

import java.io.PrintStream;
import java.util.Locale;

/** Hears how far a download is. */
@FunctionalInterface
interface Progress {

  /**
   * So many bytes are here.
   *
   * @param total how many there will be, -1 if that is not known
   */
  void at(long bytes, long total);

  /** A bar that rewrites its line, at most about a hundred times. */
  static Progress to(PrintStream out) {
    long[] shown = {-1};
    return (bytes, total) -> {
      long step = total > 0 ? bytes * 100 / total : bytes >> 18;
      if (step != shown[0]) {
        shown[0] = step;
        out.print("\r" + line(bytes, total));
        out.flush();
      }
      if (bytes == total) {
        out.println();
      }
    };
  }

  private static String line(long bytes, long total) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
    int filled = (int) (bytes * 20 / total);
    String bar = "━".repeat(filled) + "─".repeat(20 - filled);
    return String.format(Locale.ROOT, "%s %.1f/%.1f MB", bar, bytes / 1e6, total / 1e6);
  }
}
