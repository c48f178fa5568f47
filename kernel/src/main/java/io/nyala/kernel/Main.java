package io.nyala.kernel;

import io.nyala.kernel.history.History;
import io.nyala.kernel.spec.KernelSpec.Cells;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/** Starts the kernel: {@code java io.nyala.kernel.Main [--python] CONNECTION_FILE}. */
public final class Main {

  private static final long HOOKS_MS = 2000;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    boolean python = args.length > 0 && args[0].equals("--python");
    String[] rest = python ? Arrays.copyOfRange(args, 1, args.length) : args;
    run(rest, () -> new SessionEvaluator(python ? Cells.PYTHON : Cells.GROOVY));
  }

  /** Serves this language until asked to shut down, then ends the process. */
  static void run(String[] args, Supplier<Evaluator> language) throws InterruptedException {
    if (args.length != 1) {
      System.err.println("usage: java io.nyala.kernel.Main [--python] CONNECTION_FILE");
      System.exit(2);
    }
    try {
      serve(Path.of(args[0]), language.get(), new History(UserDirectories.data()));
    } catch (IOException | RuntimeException e) {
      System.err.println("nyala kernel: " + e.getMessage());
      System.exit(1);
    }
    end();
  }

  /** Shutdown hooks that cells registered get their time, but not for ever. */
  private static void end() {
    Thread halt =
        new Thread(
            () -> {
              try {
                Thread.sleep(HOOKS_MS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(0);
            });
    halt.setDaemon(true);
    halt.start();
    System.exit(0);
  }

  private static void serve(Path path, Evaluator language, History history)
      throws IOException, InterruptedException {
    ConnectionFile file = ConnectionFile.read(path);
    try (Kernel kernel = new Kernel(file.asked(), language, history)) {
      file.tell(kernel.connection());
      ParentWatch.stopWithParent(System.getenv("JPY_PARENT_PID"), kernel::stop);
      Signals.onInterrupt(kernel::interrupt);
      kernel.start();
      kernel.awaitShutdown();
    }
  }
}
