package io.nyala.cli;

import io.nyala.dsl.lang.SystemExit;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.Session;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/**
 * What every way of running cells has in common: Ctrl-C, the error that is printed, the exit code.
 */
final class Run {

  private static final int FAILED = 1;
  private static final int INTERRUPTED = 130;

  private Run() {}

  /** The first Ctrl-C ends the running cell as an error, the second the program. */
  static void interruptOnCtrlC(Session session) {
    AtomicInteger pressed = new AtomicInteger();
    Signals.register(
        "INT",
        () -> {
          if (pressed.incrementAndGet() == 1) {
            session.interrupt();
          } else {
            Runtime.getRuntime().halt(INTERRUPTED);
          }
        },
        Run.class.getClassLoader());
  }

  /** Prints the trace of a failure, if there was one, and returns the exit code. */
  static int exitCode(Outcome outcome) {
    if (!(outcome instanceof Outcome.Failure failure)) {
      return 0;
    }
    if (failure.cause() instanceof SystemExit exit) {
      return exit.status();
    }
    failure.traceback().forEach(line -> Console.error().println(Console.coloured(line)));
    return failure.name().equals("KeyboardInterrupt") ? INTERRUPTED : FAILED;
  }
}
