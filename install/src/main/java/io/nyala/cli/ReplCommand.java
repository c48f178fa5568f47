package io.nyala.cli;

import io.nyala.cli.repl.Repl;
import io.nyala.dsl.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cells at a prompt. */
@Command(
    name = "repl",
    description = "Type cells at a prompt; Ctrl-D ends it.",
    mixinStandardHelpOptions = true)
final class ReplCommand implements Callable<Integer> {

  @Option(names = "--python", description = "Cells are in Python rather than Groovy.")
  private boolean python;

  @Override
  public Integer call() throws IOException {
    try (Session session = new Session()) {
      session.setLanguage(python ? "python" : "groovy");
      Console.out().println("Nyala " + Version.number() + ". Ctrl-D ends the session.");
      Repl.run(session, new ConsoleFrontend(), history());
    }
    return 0;
  }

  private static Path history() {
    String state = System.getenv("XDG_STATE_HOME");
    Path base =
        state == null || state.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return base.resolve("nyala").resolve("repl-history");
  }
}
