package io.nyala.dsl.show;

import java.util.function.Consumer;

/**
 * Text that rewrites its lines, as it looks in the end: what a carriage return overwrites is gone,
 * colours too.
 */
final class Overwrites {
  private final StringBuilder line = new StringBuilder();
  private final Consumer<String> lines;

  /**
   * Text whose lines go somewhere when they are whole.
   *
   * @param lines receives each with the newline at its end
   */
  Overwrites(Consumer<String> lines) {
    this.lines = lines;
  }

  void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u001b') {
        int end = text.indexOf('m', i);
        i = end < 0 ? text.length() : end;
      } else if (c == '\r') {
        line.setLength(0);
      } else if (c == '\n') {
        lines.accept(open() + "\n");
        line.setLength(0);
      } else if (c != '\b') {
        line.append(c);
      }
    }
  }

  /** The line that is not whole yet. */
  String open() {
    return line.toString().stripTrailing();
  }
}
