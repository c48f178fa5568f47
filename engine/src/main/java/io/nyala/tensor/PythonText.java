package io.nyala.tensor;

import java.nio.charset.StandardCharsets;

/** Strings as Python's {@code repr} prints them. */
public final class PythonText {

  private PythonText() {}

  /** A string in quotes: single ones, unless it holds only those. */
  public static String quote(String text) {
    char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(mark);
    text.codePoints().forEach(point -> escape(out, point, mark, isPrintable(point)));
    return out.append(mark).toString();
  }

  /** The UTF-8 bytes of a string: {@code b'caf\xc3\xa9'}. */
  public static String bytes(String text) {
    char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder("b").append(mark);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      escape(out, b & 0xff, mark, b >= ' ' && b < 0x7f);
    }
    return out.append(mark).toString();
  }

  private static void escape(StringBuilder out, int point, char mark, boolean printable) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (point == mark) {
          out.append('\\').append(mark);
        } else if (printable) {
          out.appendCodePoint(point);
        } else {
          String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
          out.append(String.format(form, point));
        }
      }
    }
  }

  private static boolean isPrintable(int point) {
    return point == ' '
        || switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
