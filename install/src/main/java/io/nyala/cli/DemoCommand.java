package io.nyala.cli;

import io.nyala.cli.notebook.NotebookFile;
import io.nyala.compute.Compute;
import io.nyala.dsl.session.Session;
import io.nyala.keras.KerasException;
import io.nyala.keras.datasets.SentimentSentences;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The course notebook from its first cell to its last, with a table of what its models reached. */
@Command(
    name = "demo",
    description = "Run the course notebook; leave it and a page of it in target/demo.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final String NOTEBOOK = "course-rnn";

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Path target = Console.home().resolve("target").resolve("demo");
    Files.createDirectories(target);
    PrintStream out = Console.out();
    Path source = Console.home().resolve("notebooks").resolve(NOTEBOOK + ".ipynb");
    NotebookFile notebook = NotebookFile.read(source);
    out.println("Nyala " + Version.number() + " on Java " + System.getProperty("java.version"));
    out.println("Compute:  " + Compute.description());
    boolean real = announceData(target, out);
    out.println("Notebook: " + source);
    out.println();
    int code;
    try (Session session = new Session()) {
      Run.interruptOnCtrlC(session);
      code = NotebookCommand.execute(session, notebook, target.resolve(NOTEBOOK + ".ipynb"));
      Path page = target.resolve(NOTEBOOK + ".html");
      NotebookCommand.writePage(notebook, NOTEBOOK, page);
      Console.error().println("nyala: wrote " + page);
      TrainedModels table = TrainedModels.of(session.variables());
      if (!table.isEmpty()) {
        out.println();
        out.print(table);
      }
    }
    if (!real) {
      out.println();
      out.println(SentimentSentences.NOTICE);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.println(String.format(Locale.ROOT, "%nAll of it took %.1f s.", seconds));
    return code;
  }

  /** Says which sentences are used: the real ones, or without a network the small corpus. */
  private static boolean announceData(Path target, PrintStream out) throws IOException {
    try {
      out.println("Data:     " + SentimentSentences.file());
      return true;
    } catch (KerasException e) {
      SentimentSentences.useSmallCorpus(target.resolve("small-sentiment.txt"));
      out.println("Data:     " + e.getMessage());
      out.println();
      out.println(SentimentSentences.NOTICE);
      return false;
    }
  }
}
