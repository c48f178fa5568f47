package io.nyala.dsl.python.modules;

import io.nyala.dsl.lang.KeyboardInterrupt;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.NamedTuple;
import io.nyala.dsl.python.run.PyClass;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** {@code time}. */
final class TimeModule {
  private TimeModule() {}

  static Namespace names() {
    Module time = new Module("time");
    time.function("time", (given, named) -> System.currentTimeMillis() / 1000.0);
    time.function("perf_counter", (given, named) -> System.nanoTime() / 1e9);
    time.function("monotonic", (given, named) -> System.nanoTime() / 1e9);
    time.function("process_time", (given, named) -> cpuTime() / 1e9);
    time.function("process_time_ns", (given, named) -> cpuTime());
    time.function(
        "thread_time",
        (given, named) -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9);
    time.function("time_ns", (given, named) -> System.currentTimeMillis() * 1_000_000L);
    time.function("perf_counter_ns", (given, named) -> System.nanoTime());
    time.function(
        "gmtime", (given, named) -> taken(moment(given).atZone(java.time.ZoneOffset.UTC)));
    time.function(
        "localtime", (given, named) -> taken(moment(given).atZone(ZoneId.systemDefault())));
    time.function("strftime", (given, named) -> formatted(given));
    time.function(
        "_utcoffset",
        (given, named) ->
            ZoneId.systemDefault().getRules().getOffset(moment(given)).getTotalSeconds());
    time.function(
        "ctime",
        (given, named) ->
            LocalDateTime.now()
                .format(
                    DateTimeFormatter.ofPattern(
                        "EEE MMM ppd HH:mm:ss yyyy", java.util.Locale.ROOT)));
    time.one("sleep", TimeModule::sleep);
    return time.names();
  }

  private static final PyClass TIME =
      NamedTuple.declare(
          "time.struct_time",
          List.of(
              "tm_year",
              "tm_mon",
              "tm_mday",
              "tm_hour",
              "tm_min",
              "tm_sec",
              "tm_wday",
              "tm_yday",
              "tm_isdst"),
          List.of());

  private static Instant moment(Object[] given) {
    return given.length == 0 || given[0] == null
        ? Instant.now()
        : Instant.ofEpochMilli((long) Math.floor(Module.real(given[0]) * 1000));
  }

  private static Object taken(ZonedDateTime time) {
    boolean summer = time.getZone().getRules().isDaylightSavings(time.toInstant());
    return Module.call(
        TIME,
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time.getDayOfWeek().getValue() - 1,
        time.getDayOfYear(),
        summer ? 1 : 0);
  }

  private static Object formatted(Object[] given) {
    LocalDateTime time = LocalDateTime.now();
    if (given.length > 1) {
      List<Object> parts = Module.items(given[1]);
      int[] all = parts.stream().limit(6).mapToInt(Module::index).toArray();
      time = LocalDateTime.of(all[0], all[1], all[2], all[3], all[4], all[5]);
    }
    return strftime(Module.str(given[0]), time);
  }

  /** A time by Python's codes. */
  static String strftime(String form, LocalDateTime time) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c != '%' || i + 1 == form.length()) {
        out.append(c);
        continue;
      }
      char code = form.charAt(++i);
      String pattern = CODES.get(code);
      if (pattern != null) {
        out.append(time.format(DateTimeFormatter.ofPattern(pattern, java.util.Locale.US)));
      } else if (code == 'w') {
        out.append(time.getDayOfWeek().getValue() % 7);
      } else if (code == '%') {
        out.append('%');
      } else {
        throw Module.error("NotImplementedError", "strftime(%" + code + ") is not supported here");
      }
    }
    return out.toString();
  }

  private static final Map<Character, String> CODES =
      Map.ofEntries(
          Map.entry('Y', "yyyy"),
          Map.entry('y', "yy"),
          Map.entry('m', "MM"),
          Map.entry('d', "dd"),
          Map.entry('e', "ppd"),
          Map.entry('H', "HH"),
          Map.entry('I', "hh"),
          Map.entry('M', "mm"),
          Map.entry('S', "ss"),
          Map.entry('f', "SSSSSS"),
          Map.entry('p', "a"),
          Map.entry('A', "EEEE"),
          Map.entry('a', "EEE"),
          Map.entry('B', "MMMM"),
          Map.entry('b', "MMM"),
          Map.entry('j', "DDD"),
          Map.entry('F', "yyyy-MM-dd"),
          Map.entry('T', "HH:mm:ss"),
          Map.entry('D', "MM/dd/yy"),
          Map.entry('R', "HH:mm"),
          Map.entry('c', "EEE MMM ppd HH:mm:ss yyyy"),
          Map.entry('x', "MM/dd/yy"),
          Map.entry('X', "HH:mm:ss"));

  private static Object sleep(Object seconds) {
    try {
      Thread.sleep(Math.round(Module.real(seconds) * 1000));
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyboardInterrupt();
    }
  }

  /** What the whole program has used of the processors, in nanoseconds. */
  private static long cpuTime() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(java.time.Duration::toNanos)
        .orElseGet(System::nanoTime);
  }
}
