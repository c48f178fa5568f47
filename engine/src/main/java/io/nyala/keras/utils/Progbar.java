package io.nyala.keras.utils;

import io.nyala.keras.callbacks.Logs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * The line that shows how far a loop is, with its figures; rewritten in place by backspaces and a
 * carriage return.
 *
 * <p>Source: keras.utils.Progbar.
 */
public final class Progbar {

  private static final String BOLD = "\u001b[1m";
  private static final String GREEN = "\u001b[32m";
  private static final String GREY = "\u001b[37m";
  private static final String PLAIN = "\u001b[0m";

  /** A figure: its sum and how many steps it is the sum of. */
  private record Figure(double sum, double count) {
    double mean() {
      return sum / Math.max(1, count);
    }
  }

  private final int width;
  private final int verbose;
  private final double interval;
  private final String unit;
  private final Set<String> stateful;
  private final Consumer<String> sink;
  private final DoubleSupplier clock;
  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final double start;
  private Integer target;
  private int seen;
  private double lastUpdate;
  private double afterFirst = Double.NaN;
  private int lastWidth;

  /** A bar as {@code fit} shows it: figures are shown as they are given. */
  public Progbar(Integer target, int verbose) {
    this(target, verbose, Progress::print);
  }

  /** The same, written somewhere else. */
  public Progbar(Integer target, int verbose, Consumer<String> sink) {
    this(target, 20, verbose, 0.05, null, "step", sink, Progress::seconds);
  }

  /**
   * A bar.
   *
   * @param target how many steps there are; null: not known
   * @param verbose 0: silent; 1: a bar; 2: one line at the end
   * @param interval seconds between two updates at the least
   * @param stateful figures shown as given, the others averaged; null: all shown as given
   * @param unit what a step is called
   * @param sink where the text goes
   * @param clock seconds now
   */
  public Progbar(
      Integer target,
      int width,
      int verbose,
      double interval,
      Set<String> stateful,
      String unit,
      Consumer<String> sink,
      DoubleSupplier clock) {
    this.target = target;
    this.width = width;
    this.verbose = verbose;
    this.interval = interval;
    this.stateful = stateful;
    this.unit = unit;
    this.sink = sink;
    this.clock = clock;
    this.start = clock.getAsDouble();
  }

  /** Sets how many steps there are, once it is known. */
  public void target(int steps) {
    this.target = steps;
  }

  /** After step {@code current}; finished when the target is reached. */
  public void update(int current, Map<String, Object> values) {
    update(current, values, target != null && current >= target);
  }

  /** The next {@code n} steps. */
  public void add(int n, Map<String, Object> values) {
    update(seen + n, values);
  }

  /** After step {@code current}; {@code last} ends the line. */
  public void update(int current, Map<String, Object> values, boolean last) {
    values.forEach((name, value) -> note(name, Logs.mean(value), current, last));
    seen = current;
    double now = clock.getAsDouble();
    double each = stepDuration(current, now);
    if (verbose == 1) {
      if (now - lastUpdate < interval && !last) {
        return;
      }
      bar(current, now, each, last);
    } else if (verbose == 2 && last && target != null && target > 0) {
      sink.accept(line(current, now, each));
    }
    lastUpdate = now;
  }

  private void note(String name, double value, int current, boolean last) {
    if (last || stateful == null || stateful.contains(name)) {
      figures.put(name, new Figure(value, 1));
      return;
    }
    int steps = Math.max(current - seen, 1);
    Figure before = figures.getOrDefault(name, new Figure(0, 0));
    figures.put(name, new Figure(before.sum() + value * steps, before.count() + steps));
  }

  private double stepDuration(int current, double now) {
    if (current == 0) {
      return 0;
    }
    double each =
        !Double.isNaN(afterFirst) && current > 1
            ? (now - afterFirst) / (current - 1)
            : (now - start) / current;
    if (current == 1) {
      afterFirst = now;
    }
    return each;
  }

  private void bar(int current, double now, double each, boolean last) {
    boolean known = target != null && target > 0;
    String count = known ? pad(current, digits()) + "/" + target : pad(current, 7) + "/Unknown";
    int done = known ? (int) (width * ((double) current / target)) : 0;
    StringBuilder text = new StringBuilder();
    text.append("\b".repeat(lastWidth)).append('\r');
    if (known) {
      text.append(BOLD).append(count).append(PLAIN).append(' ');
      if (done > 0) {
        text.append(GREEN).append("━".repeat(done)).append(PLAIN);
      }
      text.append(GREY).append("━".repeat(Math.max(0, width - done))).append(PLAIN);
    } else {
      text.append(count);
    }
    String time = known && !last ? eta(each * (target - current)) : whole(now - start) + "s";
    String rest = perStep(each) + figures(true);
    text.append(' ').append(BOLD).append(time).append(PLAIN).append(rest);
    int shown = count.length() + (known ? 1 + Math.max(done, width) : 0);
    int total = shown + 1 + time.length() + rest.length();
    text.append(" ".repeat(Math.max(0, lastWidth - total)));
    lastWidth = total;
    sink.accept(text.append(last ? "\n" : "").toString());
  }

  private String line(int current, double now, double each) {
    return pad(current, digits())
        + "/"
        + target
        + " - "
        + whole(now - start)
        + "s -"
        + perStep(each)
        + figures(false)
        + "\n";
  }

  private int digits() {
    return (int) Math.log10(target) + 1;
  }

  private static String pad(int number, int digits) {
    String text = String.valueOf(number);
    return " ".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static String whole(double seconds) {
    return PythonFormat.fixed(seconds, 0);
  }

  private static String eta(double seconds) {
    long all = (long) seconds;
    if (seconds > 3600) {
      return all / 3600 + ":" + two(all % 3600 / 60) + ":" + two(all % 60);
    }
    return seconds > 60 ? all / 60 + ":" + two(all % 60) : all + "s";
  }

  private static String two(long number) {
    return (number < 10 ? "0" : "") + number;
  }

  private String perStep(double each) {
    if (each >= 1 || each == 0) {
      return " " + whole(each) + "s/" + unit;
    }
    return each >= 0.001
        ? " " + whole(each * 1e3) + "ms/" + unit
        : " " + whole(each * 1e6) + "us/" + unit;
  }

  private String figures(boolean bySize) {
    StringBuilder text = new StringBuilder();
    figures.forEach(
        (name, figure) -> {
          double mean = figure.mean();
          boolean large = (bySize ? Math.abs(mean) : mean) > 0.001;
          text.append(" - ").append(name).append(": ");
          text.append(large ? PythonFormat.fixed(mean, 4) : PythonFormat.scientific(mean, 4));
        });
    return text.toString();
  }
}
