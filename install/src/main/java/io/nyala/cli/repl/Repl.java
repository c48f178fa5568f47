package io.nyala.cli.repl;

import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;

/** A prompt that runs cells in a session until the input ends. */
public final class Repl {

  /** Whether colours are wanted, as https://no-color.org has it. */
  private static final boolean COLOURS =
      Objects.requireNonNullElse(System.getenv("NO_COLOR"), "").isEmpty();

  private final Session session;
  private final Frontend frontend;
  private final Terminal terminal;
  private final LineReader reader;
  private int number = 1;

  private Repl(Session session, Frontend frontend, Terminal terminal, Path history) {
    this.session = session;
    this.frontend = frontend;
    this.terminal = terminal;
    CellParser parser = new CellParser(session);
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("nyala")
            .parser(parser)
            .history(new Cells())
            .completer((line, cell, candidates) -> complete(cell, candidates))
            .highlighter(new DefaultHighlighter())
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .variable(LineReader.INDENTATION, 0);
    if (history != null) {
      builder.variable(LineReader.HISTORY_FILE, history);
    }
    reader = builder.build();
    if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      Editing.on(reader, session, parser);
    }
  }

  /** Earlier cells, without the empty line that ended them. */
  private static final class Cells extends DefaultHistory {
    @Override
    public void add(Instant time, String cell) {
      super.add(time, cell.stripTrailing());
    }
  }

  /**
   * Runs until Ctrl-D.
   *
   * @param history where earlier cells are kept, null for nowhere
   */
  public static void run(Session session, Frontend frontend, Path history) throws IOException {
    if (history != null) {
      makePrivate(history);
    }
    // The plain provider, by plain means: native code makes newer JVMs print warnings.
    System.setProperty(TerminalBuilder.PROP_FILE_DESCRIPTOR_CREATION_MODE, "reflection");
    System.setProperty(TerminalBuilder.PROP_REDIRECT_PIPE_CREATION_MODE, "reflection");
    try (Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .dumb(true)
            .exec(true)
            .jni(false)
            .ffm(false)
            .build()) {
      new Repl(session, frontend, terminal, history).loop();
    }
  }

  /** What people type is their own. */
  private static void makePrivate(Path history) throws IOException {
    Files.createDirectories(history.getParent());
    if (Files.notExists(history)) {
      Files.createFile(history);
    }
    if (Files.getFileStore(history).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(history, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private void loop() {
    terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
    while (true) {
      try {
        String prompt = "In [" + number + "]: ";
        reader.setVariable(
            LineReader.SECONDARY_PROMPT_PATTERN, " ".repeat(prompt.length() - 5) + "...: ");
        runCell(reader.readLine(prompt).stripTrailing());
      } catch (UserInterruptException e) {
        // Ctrl-C at the prompt: what was typed is given up.
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  private void runCell(String code) {
    if (code.isBlank()) {
      return;
    }
    Outcome outcome = session.run(code, "In [" + number + "]", frontend);
    if (outcome instanceof Outcome.Value value && value.shown() != null) {
      String text = value.shown().plain();
      String separator = text.contains("\n") ? "\n" : "";
      terminal.writer().println("Out[" + number + "]: " + separator + text);
    } else if (outcome instanceof Outcome.Failure failure) {
      failure.traceback().stream()
          .map(AttributedString::fromAnsi)
          .map(line -> COLOURS ? line.toAnsi(terminal) : line.toString())
          .forEach(terminal.writer()::println);
    }
    terminal.flush();
    number++;
  }

  private void complete(ParsedLine cell, List<Candidate> candidates) {
    session
        .complete(cell.line(), cell.cursor())
        .matches()
        .forEach(
            match ->
                candidates.add(
                    new Candidate(
                        match.text(),
                        match.text(),
                        match.type(),
                        match.signature().isEmpty() ? null : match.signature(),
                        null,
                        null,
                        false)));
  }
}
