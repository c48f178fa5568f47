package io.nyala.dsl.magic;

import io.nyala.dsl.magic.Magic.Call;
import io.nyala.dsl.names.PyError;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code !command}, {@code %sx}, {@code %%bash}: the system's commands. */
final class ShellMagics {
  /** How {@code !command} is called between the cell's text and here. */
  static final String BANG = "!";

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\$|\\{([\\p{L}_][\\p{L}\\p{N}_]*)}|\\$([\\p{L}_][\\p{L}\\p{N}_]*)");
  private static final long KILLED_AFTER_MILLIS = 300;

  private ShellMagics() {}

  static void into(Magics all) {
    String run = "Runs a command of the system's shell; {name} and $name stand for variables.";
    all.line("system", "%system COMMAND", run + " Gives the lines it prints.", ShellMagics::lines);
    all.line("sx", "%sx COMMAND", run + " Gives the lines it prints.", ShellMagics::lines);
    for (String shell : new String[] {"bash", "sh"}) {
      all.cell(
          shell,
          "%%" + shell,
          "Runs the cell as a script of " + shell + ".",
          call -> script(call, shell));
    }
  }

  /** {@code !command}: prints what the command prints; its exit status is {@code _exit_code}. */
  static Object bang(String command, MagicContext session) {
    try {
      return runAndPrint(command, session);
    } catch (IOException | InterruptedException e) {
      throw Magics.<RuntimeException>asIs(e);
    }
  }

  private static Object runAndPrint(String command, MagicContext session)
      throws IOException, InterruptedException {
    if (command.isBlank()) {
      throw Magics.usage("! needs a command: !ls");
    }
    int status = run(shell(expand(command, session.variables())), "", session, System.out);
    session.variables().put("_exit_code", status);
    return null;
  }

  private static Object lines(Call call) throws Exception {
    java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
    try (PrintStream into = new PrintStream(kept, true, StandardCharsets.UTF_8)) {
      String command = expand(call.argument(), call.session().variables());
      call.session().variables().put("_exit_code", run(shell(command), "", call.session(), into));
    }
    return kept.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Object script(Call call, String shell) throws Exception {
    int status = run(List.of(shell, "-s"), call.cell(), call.session(), System.out);
    if (status != 0) {
      throw new PyError(
          "CalledProcessError",
          "the " + shell + " script returned non-zero exit status " + status + ".");
    }
    return null;
  }

  private static List<String> shell(String command) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    return windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
  }

  /** Variables of the session filled in; what is no variable is the shell's. */
  static String expand(String command, Map<String, Object> variables) {
    Matcher found = VARIABLE.matcher(command);
    StringBuilder text = new StringBuilder();
    while (found.find()) {
      String name = found.group(1) == null ? found.group(2) : found.group(1);
      String put =
          name == null
              ? "$"
              : variables.containsKey(name) ? String.valueOf(variables.get(name)) : found.group();
      found.appendReplacement(text, Matcher.quoteReplacement(put));
    }
    return found.appendTail(text).toString();
  }

  private static int run(List<String> command, String input, MagicContext session, PrintStream out)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File(FileMagics.here()));
    builder.environment().putAll(session.environment());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new PyError("OSError", "`" + command.get(0) + "` could not be started", e);
    }
    Thread printed = copy(process.getInputStream(), out);
    Thread complained = copy(process.getErrorStream(), System.err);
    try {
      try (OutputStream to = process.getOutputStream()) {
        to.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // A script that ends early leaves the rest of its text unread.
      }
      int status = process.waitFor();
      printed.join();
      complained.join();
      return status;
    } finally {
      stop(process);
    }
  }

  /** Started from the cell's thread, so that what it prints is the cell's. */
  private static Thread copy(InputStream from, PrintStream to) {
    Thread copier =
        new Thread(
            () -> {
              Charset system = Charset.defaultCharset();
              try (java.io.Reader reader = new java.io.InputStreamReader(from, system)) {
                char[] some = new char[4096];
                for (int n = reader.read(some); n >= 0; n = reader.read(some)) {
                  to.print(new String(some, 0, n));
                  to.flush();
                }
              } catch (IOException e) {
                // The process was stopped.
              }
            },
            "nyala-command-output");
    copier.setDaemon(true);
    copier.start();
    return copier;
  }

  private static void stop(Process process) {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    started.forEach(ProcessHandle::destroy);
    boolean interrupted = Thread.interrupted();
    try {
      Thread.sleep(KILLED_AFTER_MILLIS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
