package io.nyala.cli.repl;

import io.nyala.dsl.session.Completeness;
import io.nyala.dsl.session.Completions;
import io.nyala.dsl.session.Session;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Asks the session where a cell ends and which part of it is being completed. */
final class CellParser implements Parser {

  private final Session session;

  CellParser(Session session) {
    this.session = session;
  }

  @Override
  public ParsedLine parse(String text, int cursor, ParseContext context) {
    if (context == ParseContext.COMPLETE) {
      Completions completions = session.complete(text, cursor);
      int start = Math.min(completions.start(), cursor);
      return new Cell(text, cursor, start, text.substring(start, cursor));
    }
    if (context == ParseContext.ACCEPT_LINE && wantsMore(text)) {
      throw new EOFError(-1, -1, "the cell goes on");
    }
    return new Cell(text, cursor, 0, text);
  }

  /** An empty line ends a cell that the session takes for unfinished, so that its error shows. */
  boolean wantsMore(String text) {
    boolean ended = text.indexOf('\n') >= 0 && text.substring(text.lastIndexOf('\n')).isBlank();
    return !ended && session.isComplete(text).status() == Completeness.Status.INCOMPLETE;
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  @Override
  public boolean validCommandName(String name) {
    return false;
  }

  /** A cell as one word from {@code start} on. */
  private record Cell(String line, int cursor, int start, String word)
      implements CompletingParsedLine {

    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }
}
