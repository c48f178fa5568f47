package io.nyala.dsl.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bar as {@code tqdm} prints it: {@code 40%|████ | 4/10 [00:01<00:02, 3.50it/s]}. Source: the
 * documentation of tqdm, {@code bar_format}.
 */
final class TqdmLine {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private TqdmLine() {}

  /**
   * The line.
   *
   * @param columns the width of all of it; null: the bar itself takes ten
   */
  static String of(Bar bar, Integer columns) {
    String name = bar.name == null || bar.name.isEmpty() ? "" : bar.name + ": ";
    double rate = bar.rate();
    String passed = clock(bar.seconds());
    String speed = speed(rate, bar.unit);
    List<String> notes = new ArrayList<>();
    bar.notes.forEach((key, value) -> notes.add(key.isEmpty() ? value : key + "=" + value));
    String after = notes.isEmpty() ? "" : ", " + String.join(", ", notes);
    if (bar.total == null) {
      return name + bar.done + bar.unit + " [" + passed + ", " + speed + after + "]";
    }
    double share = bar.total == 0 ? 1 : Math.min(1, (double) bar.done / bar.total);
    String left = rate > 0 ? clock((bar.total - bar.done) / rate) : "?";
    String head = name + String.format(Locale.ROOT, "%3d%%|", (int) (100 * share));
    String tail =
        "| " + bar.done + "/" + bar.total + " [" + passed + "<" + left + ", " + speed + after + "]";
    int room = columns == null ? 10 : Math.max(1, columns - head.length() - tail.length());
    return head + fill(share, room) + tail;
  }

  private static String fill(double share, int width) {
    int eighths = (int) (share * width * 8);
    int whole = eighths / 8;
    StringBuilder out = new StringBuilder("█".repeat(Math.min(whole, width)));
    if (whole < width) {
      out.append(EIGHTHS.charAt(eighths % 8)).append(" ".repeat(width - whole - 1));
    }
    return out.toString();
  }

  private static String clock(double seconds) {
    long all = Math.max(0, (long) seconds);
    String minutes = String.format(Locale.ROOT, "%02d:%02d", all % 3600 / 60, all % 60);
    return all < 3600 ? minutes : all / 3600 + ":" + minutes;
  }

  private static String speed(double rate, String unit) {
    if (rate <= 0) {
      return "?" + unit + "/s";
    }
    return rate < 1
        ? String.format(Locale.ROOT, "%.2fs/%s", 1 / rate, unit)
        : String.format(Locale.ROOT, "%.2f%s/s", rate, unit);
  }
}
