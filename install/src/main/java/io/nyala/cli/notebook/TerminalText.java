package io.nyala.cli.notebook;

import java.util.ArrayList;
import java.util.List;

/**
 * Printed text as a terminal would leave it: a carriage return goes back to the start of the line,
 * a backspace one column back, and what follows overwrites. Progress bars shrink to their last
 * state.
 */
public final class TerminalText {

  private final StringBuilder done = new StringBuilder();
  private final List<String> line = new ArrayList<>();
  private final StringBuilder escapes = new StringBuilder();
  private int column;

  private TerminalText() {}

  /** The text with every rewritten line collapsed to what stays visible. */
  public static String collapse(String text) {
    if (text.indexOf('\r') < 0 && text.indexOf('\b') < 0) {
      return text;
    }
    TerminalText terminal = new TerminalText();
    terminal.write(text.replace("\r\n", "\n"));
    return terminal.text();
  }

  private void write(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int next = at + 1;
      switch (c) {
        case '\n' -> endLine();
        case '\r' -> column = 0;
        case '\b' -> column = Math.max(0, column - 1);
        case '\u001b' -> {
          next = endOfEscape(text, at);
          escape(text.substring(at, next));
        }
        default -> {
          next = at + Character.charCount(text.codePointAt(at));
          put(text.substring(at, next));
        }
      }
      at = next;
    }
  }

  /** A colour takes no column: it stays with the next character that is written. */
  private void escape(String sequence) {
    if (sequence.equals("\u001b[K") || sequence.equals("\u001b[0K")) {
      line.subList(Math.min(column, line.size()), line.size()).clear();
    } else if (sequence.equals("\u001b[2K")) {
      line.clear();
      while (line.size() < column) {
        line.add(" ");
      }
    } else {
      escapes.append(sequence);
    }
  }

  private void put(String glyph) {
    String cell = escapes + glyph;
    escapes.setLength(0);
    if (column < line.size()) {
      line.set(column, cell);
    } else {
      line.add(cell);
    }
    column++;
  }

  private void endLine() {
    flushLine();
    done.append('\n');
    column = 0;
  }

  private void flushLine() {
    line.forEach(done::append);
    line.clear();
    done.append(escapes);
    escapes.setLength(0);
  }

  private String text() {
    flushLine();
    return done.toString();
  }

  private static int endOfEscape(String text, int start) {
    int at = start + 1;
    if (at < text.length() && text.charAt(at) == '[') {
      at++;
      while (at < text.length() && text.charAt(at) < '@') {
        at++;
      }
    }
    return Math.min(at + 1, text.length());
  }
}
