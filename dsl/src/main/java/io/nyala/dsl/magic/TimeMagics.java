package io.nyala.dsl.magic;

import io.nyala.dsl.magic.Magic.Call;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code %time} and {@code %timeit}. */
public final class TimeMagics {
  private static final double LONG_ENOUGH_NANOS = 0.2e9;
  private static final int MOST_LOOPS = 1_000_000_000;

  private TimeMagics() {}

  static void into(Magics all) {
    String time = "Runs code once and prints the time it took.";
    String timeit =
        "Runs code many times and prints the mean time of one run. "
            + "-n N runs a loop, -r R loops, -p P shows P digits, -q prints nothing, -o gives the figures back.";
    all.line("time", "%time CODE", time, call -> time(call, call.argument()));
    all.cell("time", "%%time", time, call -> time(call, call.cell()));
    all.line(
        "timeit",
        "%timeit [-n N] [-r R] [-p P] [-q] [-o] CODE",
        timeit,
        call -> {
          Settings settings = Settings.of(call.argument());
          return timeit(call, settings, settings.code());
        });
    all.cell(
        "timeit",
        "%%timeit [-n N] [-r R] [-p P] [-q] [-o] [SETUP]",
        timeit,
        call -> {
          Settings settings = Settings.of(call.argument());
          if (!settings.code().isBlank()) {
            call.session().run(settings.code());
          }
          return timeit(call, settings, call.cell());
        });
  }

  private static Object time(Call call, String code) {
    if (code.isBlank()) {
      throw Magics.usage("%time needs code to run: %time model.fit(x, y)");
    }
    long cpu = processCpu();
    long start = System.nanoTime();
    try {
      return call.session().run(code);
    } finally {
      long wall = System.nanoTime() - start;
      long used = processCpu() - cpu;
      System.out.println("CPU times: total: " + inWords(used, 3));
      System.out.println("Wall time: " + inWords(wall, 3));
    }
  }

  /** Processor time of all threads of this process, in nanoseconds. */
  private static long processCpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuTime())
        : 0;
  }

  /** The options of {@code %timeit} and the code behind them. */
  private record Settings(
      int loops, int repeats, int digits, boolean quiet, boolean returned, String code) {

    static Settings of(String argument) {
      int loops = 0;
      int repeats = 7;
      int digitsShown = 3;
      boolean quiet = false;
      boolean returned = false;
      String rest = argument.strip();
      while (rest.matches("(?s)-[nrpqotc].*")) {
        char option = rest.charAt(1);
        rest = rest.substring(2).strip();
        if (option == 'n' || option == 'r' || option == 'p') {
          String digits = rest.replaceFirst("(?s)^(\\d*).*$", "$1");
          int number = count(option, digits);
          loops = option == 'n' ? number : loops;
          repeats = option == 'r' ? number : repeats;
          digitsShown = option == 'p' ? number : digitsShown;
          rest = rest.substring(digits.length()).strip();
        }
        quiet |= option == 'q';
        returned |= option == 'o';
      }
      return new Settings(loops, repeats, digitsShown, quiet, returned, rest);
    }

    private static int count(char option, String digits) {
      if (digits.isEmpty() || digits.length() > 9 || Integer.parseInt(digits) == 0) {
        throw Magics.usage("%timeit -" + option + " needs a number from 1 up");
      }
      return Integer.parseInt(digits);
    }
  }

  /**
   * What {@code %timeit -o} gives.
   *
   * @param loops runs in each repeat
   * @param seconds of one run, for each repeat
   * @param digits how many are shown
   */
  public record TimeitResult(int loops, List<Double> seconds, int digits) {

    /** Runs in each repeat. */
    public int getLoops() {
      return loops;
    }

    /** How often the loop ran. */
    public int getRepeat() {
      return seconds.size();
    }

    /** Seconds of one run, for each repeat. */
    public List<Double> getTimings() {
      return seconds;
    }

    public double getAverage() {
      return average();
    }

    public double getStdev() {
      return stdev();
    }

    public double getBest() {
      return Collections.min(seconds);
    }

    public double getWorst() {
      return Collections.max(seconds);
    }

    double average() {
      return seconds.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    double stdev() {
      double mean = average();
      double sum = seconds.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
      return Math.sqrt(sum / seconds.size());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s ± %s per loop (mean ± std. dev. of %d run%s, %,d loop%s each)",
          inWords(average() * 1e9, digits),
          inWords(stdev() * 1e9, digits),
          seconds.size(),
          seconds.size() == 1 ? "" : "s",
          loops,
          loops == 1 ? "" : "s");
    }
  }

  private static Object timeit(Call call, Settings settings, String code) throws Exception {
    if (code.isBlank()) {
      throw Magics.usage("%timeit needs code to run: %timeit -n 100 layer(x)");
    }
    Callable<Object> compiled = call.session().compile(code);
    int loops = settings.loops() > 0 ? settings.loops() : enoughLoops(compiled);
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < settings.repeats(); i++) {
      seconds.add(nanos(compiled, loops) / 1e9 / loops);
    }
    TimeitResult result = new TimeitResult(loops, List.copyOf(seconds), settings.digits());
    if (!settings.quiet()) {
      System.out.println(result);
    }
    return settings.returned() ? result : null;
  }

  private static int enoughLoops(Callable<Object> code) throws Exception {
    int loops = 1;
    while (loops < MOST_LOOPS && nanos(code, loops) < LONG_ENOUGH_NANOS) {
      loops *= 10;
    }
    return loops;
  }

  private static double nanos(Callable<Object> code, int loops) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < loops; i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      code.call();
    }
    return System.nanoTime() - start;
  }

  /** A time in the largest unit that leaves a whole part: {@code 1.25 ms}, {@code 2min 3s}. */
  static String inWords(double nanos, int digits) {
    if (nanos >= 60e9) {
      long seconds = Math.round(nanos / 1e9);
      long hours = seconds / 3600;
      String minutes = seconds / 60 % 60 + "min " + seconds % 60 + "s";
      return hours > 0 ? hours + "h " + minutes : minutes;
    }
    String[] units = {"ns", "μs", "ms", "s"};
    int unit = 0;
    double value = nanos;
    while (unit < 3 && value >= 1000) {
      value /= 1000;
      unit++;
    }
    java.math.BigDecimal rounded =
        new java.math.BigDecimal(value).round(new java.math.MathContext(digits));
    String text = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    return text + " " + units[unit];
  }
}
