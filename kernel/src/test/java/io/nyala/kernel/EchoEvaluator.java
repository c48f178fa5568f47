package io.nyala.kernel;

import io.nyala.dsl.session.Completeness;
import io.nyala.dsl.session.Completions;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.show.MimeBundle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A toy language: each line is a command and its argument, and a line that is no command is the
 * cell's value. It proves the protocol without a compiler.
 */
public final class EchoEvaluator implements Evaluator {

  private static final List<String> COMMANDS = List.of("print", "eprint", "display", "input");

  private volatile Thread running;
  private volatile boolean interrupted;
  private final Semaphore released = new Semaphore(0);

  @Override
  public Outcome run(String code, String cellName, Frontend frontend) {
    running = Thread.currentThread();
    interrupted = false;
    String value = null;
    try {
      for (String line : code.split("\n", -1)) {
        if (!line.isBlank()) {
          String[] words = line.split(" ", 2);
          value = command(words[0], words.length > 1 ? words[1] : "", line, frontend);
        }
      }
    } catch (InterruptedException | IOException e) {
      return interrupted
          ? failure("KeyboardInterrupt", "", e)
          : failure(e.getClass().getSimpleName(), e.getMessage(), e);
    } finally {
      running = null;
    }
    return new Outcome.Value(value, value == null ? null : MimeBundle.text(value));
  }

  private String command(String name, String rest, String line, Frontend out)
      throws IOException, InterruptedException {
    switch (name) {
      case "print" -> out.stream(Frontend.Stream.STDOUT, rest + "\n");
      case "eprint" -> out.stream(Frontend.Stream.STDERR, rest + "\n");
      case "many" -> many(Integer.parseInt(rest), out);
      case "display" -> out.display(MimeBundle.text(rest).with("text/html", rest), null);
      case "show" -> out.display(MimeBundle.text(rest), "id");
      case "update" -> out.updateDisplay(MimeBundle.text(rest), "id");
      case "clear" -> out.clearOutput(rest.equals("wait"));
      case "nan" ->
          out.display(
              MimeBundle.text("nan").with("application/json", Map.of("x", Double.NaN)), null);
      case "input" -> {
        return out.readLine(rest, false);
      }
      case "password" -> {
        return out.readLine(rest, true);
      }
      case "sleep" -> Thread.sleep(Long.parseLong(rest));
      case "spin" -> spin();
      case "later" -> later(rest, out);
      case "release" -> released.release();
      case "fail" -> throw new IOException(rest);
      case "error" -> throw new AssertionError(rest);
      case "overflow" -> overflow(0);
      default -> {
        return line;
      }
    }
    return null;
  }

  private static void many(int count, Frontend out) {
    for (int i = 0; i < count; i++) {
      out.stream(Frontend.Stream.STDOUT, i + "\n");
    }
  }

  private void spin() throws InterruptedException {
    while (!interrupted) {
      Thread.onSpinWait();
    }
    throw new InterruptedException();
  }

  /** Prints from another thread, once a later cell releases it. */
  private void later(String text, Frontend out) {
    new Thread(
            () -> {
              released.acquireUninterruptibly();
              out.stream(Frontend.Stream.STDOUT, text);
            })
        .start();
  }

  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  private static Outcome failure(String name, String message, Throwable cause) {
    return new Outcome.Failure(name, message, List.of(name + ": " + message), cause);
  }

  @Override
  public Completions complete(String code, int cursor) {
    int start = code.lastIndexOf(' ', cursor - 1) + 1;
    String word = code.substring(start, cursor);
    List<Completions.Match> matches =
        COMMANDS.stream()
            .filter(c -> c.startsWith(word))
            .map(c -> new Completions.Match(c, "function", "(text)"))
            .toList();
    return new Completions(start, cursor, matches);
  }

  @Override
  public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
    return COMMANDS.contains(code)
        ? Optional.of(MimeBundle.text("help on " + code + " at level " + detailLevel))
        : Optional.empty();
  }

  @Override
  public Completeness isComplete(String code) {
    return code.endsWith("\\")
        ? new Completeness(Completeness.Status.INCOMPLETE, "  ")
        : new Completeness(Completeness.Status.COMPLETE, "");
  }

  @Override
  public boolean interrupt() {
    interrupted = true;
    Thread thread = running;
    if (thread != null) {
      thread.interrupt();
    }
    return thread != null;
  }

  @Override
  public void close() {}
}
