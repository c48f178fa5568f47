package io.nyala.cli;

import io.nyala.dsl.python.PythonLanguage;
import io.nyala.dsl.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a script: one cell, in a session of its own. */
@Command(name = "run", description = "Run a script.")
final class RunCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Parameters(index = "0", paramLabel = "FILE", description = "FILE.groovy, or FILE.py in Python.")
  private Path file;

  @Parameters(
      index = "1..*",
      paramLabel = "args",
      description = "What the script finds in `args`, as it stands.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException {
    Path script = Console.path(file);
    if (!Files.isRegularFile(script)) {
      throw new IOException("There is no script " + script);
    }
    String code = Files.readString(script);
    try (Session session = new Session()) {
      Run.interruptOnCtrlC(session);
      session.setArguments(arguments);
      PythonLanguage.setArguments(file.toString(), arguments);
      String name = script.getFileName().toString();
      session.setLanguage(name.endsWith(".py") ? "python" : "groovy");
      return Run.exitCode(session.run(withoutShebang(code), name, new ConsoleFrontend()));
    }
  }

  /** {@code #!} is a comment; emptied rather than cut, so that line numbers stay. */
  private static String withoutShebang(String code) {
    return code.startsWith("#!") ? code.replaceFirst("^#![^\\n]*", "") : code;
  }
}
