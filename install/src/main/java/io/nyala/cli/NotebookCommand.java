package io.nyala.cli;

import io.nyala.cli.html.NotebookPage;
import io.nyala.cli.notebook.Conversion;
import io.nyala.cli.notebook.NotebookFile;
import io.nyala.cli.notebook.NotebookRunner;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Notebooks without a front end: run them, make pages of them. */
@Command(
    name = "notebook",
    description = "Run a notebook, or make a page of it.",
    mixinStandardHelpOptions = true)
final class NotebookCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with the notebook: run, html or convert.");
  }

  @Command(
      name = "run",
      description = {
        "Run a notebook's cells from first to last, in the folder where it lies.",
        "An error stops the run; the notebook so far is written all the same."
      },
      mixinStandardHelpOptions = true)
  int runNotebook(
      @Parameters(paramLabel = "IN.ipynb", description = "The notebook.") Path in,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "OUT.ipynb",
              description =
                  "Where the executed notebook goes; IN.executed.ipynb beside it unless given.")
          Path out)
      throws IOException {
    Path notebook = Console.path(in);
    Path executed = out == null ? withEnding(notebook, ".executed.ipynb") : Console.path(out);
    NotebookFile file = NotebookFile.read(notebook);
    try (Session session = new Session()) {
      Run.interruptOnCtrlC(session);
      session.setLanguage(file.language());
      return execute(session, file, executed);
    }
  }

  /** Runs every cell, writes the notebook in any case, and returns the exit code. */
  static int execute(Session session, NotebookFile file, Path executed) throws IOException {
    NotebookProgress progress = new NotebookProgress(Console.error(), Console.isWatched());
    Outcome.Failure failure = new NotebookRunner(session::run, progress).run(file);
    file.write(executed);
    Console.error().println("nyala: wrote " + executed);
    return Run.exitCode(failure);
  }

  @Command(
      name = "html",
      description = "Make one self-contained HTML page of a notebook.",
      mixinStandardHelpOptions = true)
  int html(
      @Parameters(paramLabel = "IN.ipynb", description = "The notebook.") Path in,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "OUT.html",
              description = "Where the page goes; beside the notebook unless given.")
          Path out)
      throws IOException {
    Path notebook = Console.path(in);
    Path page = out == null ? withEnding(notebook, ".html") : Console.path(out);
    writePage(NotebookFile.read(notebook), stem(notebook), page);
    Console.error().println("nyala: wrote " + page);
    return 0;
  }

  @Command(
      name = "convert",
      description = {
        "Make a Groovy notebook of a Python one.",
        "Comments and Markdown stay; a cell that has no counterpart stays Python, under %%python."
      },
      mixinStandardHelpOptions = true)
  int convert(
      @Parameters(index = "0", paramLabel = "IN.ipynb", description = "The notebook.") Path in,
      @Parameters(index = "1", paramLabel = "OUT.ipynb", description = "Where the new one goes.")
          Path out)
      throws IOException {
    NotebookFile file = NotebookFile.read(Console.path(in));
    int kept = Conversion.toGroovy(file);
    file.write(Console.path(out));
    Console.error()
        .println(
            "nyala: wrote "
                + Console.path(out)
                + (kept == 0 ? "" : "; " + kept + " cells stay Python, under %%python"));
    return 0;
  }

  static void writePage(NotebookFile notebook, String title, Path page) throws IOException {
    NotebookFile.writeWhole(page, NotebookPage.render(notebook, title));
  }

  static Path withEnding(Path notebook, String ending) {
    return notebook.resolveSibling(stem(notebook) + ending);
  }

  static String stem(Path notebook) {
    return notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
  }
}
