package io.nyala.cli;

import io.nyala.cli.notebook.ProgressListener;
import io.nyala.dsl.session.Frontend.Stream;
import io.nyala.dsl.session.Outcome;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Tells the person who waits which cell runs, how long it took, and, on a terminal, the line that
 * the cell printed last.
 */
final class NotebookProgress implements ProgressListener {

  private static final int WIDTH = 60;
  private static final int LINE = 100;

  private final PrintStream to;
  private final boolean live;
  private String head = "";
  private String lastLine = "";
  private final StringBuilder line = new StringBuilder();

  NotebookProgress(PrintStream to, boolean live) {
    this.to = to;
    this.live = live;
  }

  @Override
  public synchronized void cellStarts(int index, int count, String source) {
    head = String.format(Locale.ROOT, "[%2d/%d] %-" + WIDTH + "s", index, count, summary(source));
    line.setLength(0);
    lastLine = "";
    if (live) {
      to.print(head);
      to.flush();
    }
  }

  @Override
  public synchronized void printed(Stream stream, String text) {
    text.chars().forEach(this::printedCharacter);
    String now = line.isEmpty() ? lastLine : line.toString();
    if (live && !now.isBlank()) {
      to.print("\r\u001b[K" + clip(now.strip(), LINE));
      to.flush();
    }
  }

  private void printedCharacter(int c) {
    if (c == '\n' || c == '\r' || c == '\b') {
      if (!line.toString().isBlank()) {
        lastLine = line.toString();
      }
      line.setLength(0);
    } else {
      line.append((char) c);
    }
  }

  @Override
  public synchronized void cellEnds(int index, int count, Outcome outcome, double seconds) {
    String ending = outcome instanceof Outcome.Failure failure ? "  " + failure.name() : "";
    String time = String.format(Locale.ROOT, "%6.1f s", seconds);
    to.println((live ? "\r\u001b[K" : "") + head + time + ending);
  }

  /** The first line of code that says something. */
  private static String summary(String source) {
    return source
        .lines()
        .map(String::strip)
        .filter(code -> !code.isEmpty() && !code.startsWith("#") && !code.startsWith("//"))
        .findFirst()
        .map(code -> clip(code, WIDTH))
        .orElse("");
  }

  private static String clip(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
