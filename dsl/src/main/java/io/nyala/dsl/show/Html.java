package io.nyala.dsl.show;

/** Pieces of HTML. */
public final class Html {

  private Html() {}

  /** Text as it stands in HTML, XML or SVG, also between quotes; never markup. */
  public static String escape(Object text) {
    String plain = String.valueOf(text);
    StringBuilder out = new StringBuilder(plain.length() + 16);
    plain
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
              }
            });
    return out.toString();
  }

  /** Plain text as it is printed, which scrolls if it is long. */
  static String text(String plain) {
    return "<pre style=\"font-family:monospace;max-height:24em;overflow:auto\">"
        + escape(plain)
        + "</pre>";
  }

  /** XML has no way to say most control characters. */
  private static boolean isAllowed(int point) {
    return point >= 0x20 && point != 0xFFFE && point != 0xFFFF && !isSurrogate(point)
        || point == '\n'
        || point == '\t'
        || point == '\r';
  }

  private static boolean isSurrogate(int point) {
    return point >= 0xD800 && point <= 0xDFFF;
  }
}
