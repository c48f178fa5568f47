package io.nyala.dsl.magic;

import io.nyala.dsl.magic.Magic.Call;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
      Pattern.compile("\\$\\$|\\$?\\{([^{}\\n]+)}|\\$([\\p{L}_][\\p{L}\\p{N}_]*)");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final long KILLED_AFTER_MILLIS = 300;

  private ShellMagics() {}

  static void into(Magics all) {
    String run = "Runs a command of the system's shell; {name} and $name stand for variables.";
    all.line("system", "%system COMMAND", run + " Gives the lines it prints.", ShellMagics::lines);
    all.line("sx", "%sx COMMAND", run + " Gives the lines it prints.", ShellMagics::lines);
    for (String shell : new String[] {"bash", "sh"}) {
      all.cell(
          shell,
          "%%" + shell + " [--out NAME] [--err NAME] [--no-raise-error]",
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
    int status = run(shell(expand(command, session)), "", session, System.out, System.err);
    session.variables().put("_exit_code", status);
    return null;
  }

  private static Object lines(Call call) throws Exception {
    java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
    try (PrintStream into = new PrintStream(kept, true, StandardCharsets.UTF_8)) {
      String command = expand(call.argument(), call.session());
      call.session()
          .variables()
          .put("_exit_code", run(shell(command), "", call.session(), into, System.err));
    }
    return kept.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** {@code %%bash [--out NAME] [--err NAME] [--no-raise-error]}. */
  private static Object script(Call call, String shell) throws Exception {
    List<String> options = new ArrayList<>(List.of(call.argument().strip().split("\\s+")));
    options.remove("");
    boolean raises = !options.remove("--no-raise-error");
    String outName = option(options, "--out");
    String errName = option(options, "--err");
    if (!options.isEmpty()) {
      throw Magics.usage(
          "%%"
              + shell
              + " takes --out NAME, --err NAME, --no-raise-error; received '"
              + String.join(" ", options)
              + "'");
    }
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    int status =
        run(
            List.of(shell, "-s"),
            call.cell(),
            call.session(),
            outName == null ? System.out : new PrintStream(out, true, StandardCharsets.UTF_8),
            errName == null ? System.err : new PrintStream(err, true, StandardCharsets.UTF_8));
    keep(call.session(), outName, out);
    keep(call.session(), errName, err);
    if (status != 0 && raises) {
      throw new PyError(
          "CalledProcessError",
          "the " + shell + " script returned non-zero exit status " + status + ".");
    }
    return null;
  }

  private static void keep(
      MagicContext session, String name, java.io.ByteArrayOutputStream printed) {
    if (name != null) {
      session.variables().put(name, printed.toString(StandardCharsets.UTF_8));
    }
  }

  /** The word behind an option, both of which are taken away; null if it is not given. */
  private static String option(List<String> words, String name) {
    int at = words.indexOf(name);
    if (at < 0) {
      return null;
    }
    if (at + 1 == words.size()) {
      throw Magics.usage(name + " needs the name of a variable");
    }
    words.remove(at);
    return words.remove(at);
  }

  private static List<String> shell(String command) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    return windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
  }

  /**
   * Variables and expressions of the session filled in, {@code $name}, {@code {name}}, {@code {n +
   * 1}}; what has no value here, and {@code ${NAME}}, is the shell's.
   */
  static String expand(String command, MagicContext session) {
    Matcher found = VARIABLE.matcher(command);
    StringBuilder text = new StringBuilder();
    while (found.find()) {
      String put = found.group();
      if (put.equals("$$")) {
        put = "$";
      } else if (found.group(2) != null) {
        put = variable(found.group(2), session, put);
      } else if (put.startsWith("{")) {
        put = value(found.group(1).strip(), session, put);
      }
      found.appendReplacement(text, Matcher.quoteReplacement(put));
    }
    return found.appendTail(text).toString();
  }

  private static String variable(String name, MagicContext session, String otherwise) {
    Map<String, Object> variables = session.variables();
    return variables.containsKey(name) ? Repr.text(variables.get(name)) : otherwise;
  }

  private static String value(String expression, MagicContext session, String otherwise) {
    if (session.variables().containsKey(expression)) {
      return variable(expression, session, otherwise);
    }
    // Braces of the shell's own, {1..3} or {a,b}, and of awk hold none of the session's names.
    Matcher name = NAME.matcher(expression);
    if (!name.lookingAt() || !session.variables().containsKey(name.group())) {
      return otherwise;
    }
    try {
      return Repr.text(session.run(expression));
    } catch (RuntimeException e) {
      return otherwise;
    }
  }

  private static int run(
      List<String> command, String input, MagicContext session, PrintStream out, PrintStream err)
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
    Thread complained = copy(process.getErrorStream(), err);
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
