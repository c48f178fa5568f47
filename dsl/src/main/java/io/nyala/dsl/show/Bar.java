package io.nyala.dsl.show;

import io.nyala.keras.callbacks.Logs;
import io.nyala.keras.utils.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far a piece of work is, and the pieces within it that are under way. */
final class Bar {

  /** Whether it goes on, or how it ended. */
  enum State {
    RUNNING("#0072b2"),
    DONE("#009e73"),
    STOPPED("#c98500");

    private final String color;

    State(String color) {
      this.color = color;
    }
  }

  private static final int DEPTH = 6;

  final String unit;
  final List<Bar> inner = new ArrayList<>();
  final Map<String, String> notes = new LinkedHashMap<>();
  final double start = Progress.seconds();
  String name;
  Long total;
  long done;
  private long first;
  private State state = State.RUNNING;
  private double end = Double.NaN;

  Bar(String name, Long total, String unit, long first) {
    this.name = name;
    this.total = total;
    this.unit = unit;
    this.first = first;
    this.done = first;
  }

  void figures(Map<String, Object> figures) {
    figures.forEach((key, value) -> notes.put(key, Curves.number(Logs.mean(value))));
  }

  /** Counts from the beginning again. */
  void reset() {
    done = first;
  }

  void ends(boolean whole) {
    if (isOver()) {
      return;
    }
    end = Progress.seconds();
    total = whole && total == null ? (Long) done : total;
    state = whole ? State.DONE : State.STOPPED;
    inner.forEach(bar -> bar.ends(whole));
    inner.removeIf(bar -> bar.state == State.DONE);
  }

  boolean isOver() {
    return state != State.RUNNING;
  }

  State state() {
    return state;
  }

  double seconds() {
    return (Double.isNaN(end) ? Progress.seconds() : end) - start;
  }

  /** Units of this run in a second; 0: not known yet. */
  double rate() {
    double seconds = seconds();
    return seconds <= 0 ? 0 : (done - first) / seconds;
  }

  double share() {
    return state == State.DONE || total == null
        ? 1
        : total == 0 ? 1 : Math.min(1, Math.max(0, (double) done / total));
  }

  /** The bar, its words, and the bars within it. */
  String html() {
    return html(0);
  }

  private String html(int depth) {
    StringBuilder out = new StringBuilder("<div style=\"max-width:820px\">");
    boolean known = total != null;
    out.append(track(known ? share() : Double.NaN, state, name == null ? "progress" : name));
    out.append("<div style=\"margin:4px 0\">").append(status()).append("</div>");
    if (!inner.isEmpty() && depth < DEPTH) {
      out.append("<div style=\"margin-left:1.5em\">");
      inner.forEach(bar -> out.append(bar.html(depth + 1)));
      out.append("</div>");
    }
    return out.append("</div>").toString();
  }

  /**
   * The bar alone.
   *
   * @param share from 0 to 1; not a number if it is not known
   */
  static String track(double share, State state, String label) {
    boolean known = !Double.isNaN(share);
    double percent = known ? 100 * share : 100;
    return String.format(
        Locale.ROOT,
        "<div role=\"progressbar\" aria-label=\"%s\" aria-valuemin=\"0\" aria-valuemax=\"100\"%s"
            + " style=\"height:8px;border-radius:4px;background:rgba(127,127,127,.3);"
            + "overflow:hidden\"><div style=\"height:8px;width:%.1f%%;background:%s%s\"></div>"
            + "</div>",
        Html.escape(label),
        known ? String.format(Locale.ROOT, " aria-valuenow=\"%.0f\"", percent) : "",
        percent,
        state.color,
        known ? "" : ";opacity:.5");
  }

  private String status() {
    List<String> parts = new ArrayList<>();
    if (name != null && !name.isEmpty()) {
      parts.add("<strong>" + Html.escape(name) + "</strong>");
    }
    if (state == State.STOPPED) {
      parts.add("<strong>stopped</strong>");
    }
    parts.add(Html.escape(progress()));
    double rate = rate();
    if (rate > 0) {
      parts.add(Html.escape(speed(rate)));
    }
    if (isOver()) {
      parts.add(time(seconds()));
    } else if (total != null && rate > 0) {
      parts.add(time((total - done) / rate) + " left");
    }
    notes.forEach((key, value) -> parts.add(Html.escape(key + " " + value)));
    return String.join(" · ", parts);
  }

  private String progress() {
    if (unit.equals("byte")) {
      return megabytes(done) + (total == null ? "" : " of " + megabytes(total));
    }
    String units = String.format(Locale.ROOT, "%,d", done);
    if (total == null || state == State.DONE && total == done) {
      return units + " " + unit + (done == 1 || unit.equals("it") ? "" : plural());
    }
    return unit + " " + units + String.format(Locale.ROOT, " of %,d", total);
  }

  private String plural() {
    return unit.endsWith("ch") ? "es" : "s";
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private String speed(double rate) {
    if (unit.equals("byte")) {
      return megabytes(Math.round(rate)) + "/s";
    }
    double millis = 1e3 / rate;
    return rate > 1000
        ? String.format(Locale.ROOT, "%,.0f %s/s", rate, unit)
        : millis >= 1000
            ? String.format(Locale.ROOT, "%.1f s/%s", millis / 1000, unit)
            : String.format(Locale.ROOT, millis < 10 ? "%.1f ms/%s" : "%.0f ms/%s", millis, unit);
  }

  /** A time for people. */
  static String time(double seconds) {
    if (seconds < 0.095) {
      return String.format(Locale.ROOT, "%.0f ms", 1e3 * seconds);
    }
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + " s"
        : whole < 3600
            ? whole / 60 + " min " + whole % 60 + " s"
            : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }
}
