package io.nyala.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.nyala.kernel.history.History;
import io.nyala.kernel.spec.KernelSpec.Cells;
import io.nyala.kernel.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Starts the kernel: {@code java io.nyala.kernel.Main [--python] CONNECTION_FILE}. */
public final class Main {

  private static final long HOOKS_MS = 2000;

  /** What a connection file may leave out. */
  private static final JsonObject DEFAULTS =
      Json.object("transport", "tcp", "signature_scheme", "hmac-sha256", "key", "");

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

  private static void serve(Path file, Evaluator language, History history)
      throws IOException, InterruptedException {
    KernelConnectionProperties asked = read(file);
    try (Kernel kernel = new Kernel(asked, language, history)) {
      writePorts(file, asked, kernel.connection());
      ParentWatch.stopWithParent(System.getenv("JPY_PARENT_PID"), kernel::stop);
      Signals.onInterrupt(kernel::interrupt);
      kernel.start();
      kernel.awaitShutdown();
    }
  }

  /** Where the file asks the system to choose a port, by a 0, it is told which. */
  private static void writePorts(
      Path file, KernelConnectionProperties asked, KernelConnectionProperties bound)
      throws IOException {
    JsonObject before = JsonParser.parseString(asked.toJsonString()).getAsJsonObject();
    JsonObject ports = JsonParser.parseString(bound.toJsonString()).getAsJsonObject();
    if (!before.equals(ports)) {
      JsonObject all = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      ports.entrySet().stream()
          .filter(member -> member.getKey().endsWith("_port"))
          .forEach(member -> all.add(member.getKey(), member.getValue()));
      replace(file, Json.text(all) + "\n");
    }
  }

  /** Whoever waits for the ports reads all of the new text or all of the old. */
  private static void replace(Path file, String text) throws IOException {
    // Its key is the owner's alone, and so are temporary files.
    Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".kernel", ".json");
    try {
      Files.writeString(whole, text);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** A connection file. */
  static KernelConnectionProperties read(Path file) throws IOException {
    try {
      JsonElement read = JsonParser.parseString(Files.readString(file));
      if (!read.isJsonObject() || !read.getAsJsonObject().has("ip")) {
        throw new IOException(file + " is not a Jupyter connection file: it has no ip");
      }
      JsonObject all = DEFAULTS.deepCopy();
      read.getAsJsonObject().entrySet().forEach(each -> all.add(each.getKey(), each.getValue()));
      return KernelConnectionProperties.parse(all.toString());
    } catch (JsonParseException | IllegalStateException e) {
      String reason = e.getMessage().lines().findFirst().orElse("");
      throw new IOException(file + " is not a Jupyter connection file: " + reason, e);
    }
  }
}
