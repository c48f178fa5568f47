package io.nyala.dsl.python.modules;

import io.nyala.dsl.lang.KeyboardInterrupt;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** {@code time}. */
final class TimeModule {
  private TimeModule() {}

  static Namespace names() {
    Module time = new Module("time");
    time.function("time", (given, named) -> System.currentTimeMillis() / 1000.0);
    time.function("perf_counter", (given, named) -> System.nanoTime() / 1e9);
    time.function("monotonic", (given, named) -> System.nanoTime() / 1e9);
    time.function("process_time", (given, named) -> System.nanoTime() / 1e9);
    time.function("time_ns", (given, named) -> System.currentTimeMillis() * 1_000_000L);
    time.function("perf_counter_ns", (given, named) -> System.nanoTime());
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

  private static Object sleep(Object seconds) {
    try {
      Thread.sleep(Math.round(Module.real(seconds) * 1000));
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyboardInterrupt();
    }
  }
}
