package io.nyala.dsl.lang;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the text of a function in the cell that defines it. */
final class GroovySource {
  private GroovySource() {}

  /** The last definition of a function, from its line's start to the brace that ends it. */
  static Optional<String> function(String cell, String name) {
    Pattern head =
        Pattern.compile("(?m)^[^\\n=(]*\\b" + Pattern.quote(name) + "\\s*\\([^{}]*\\)\\s*\\{");
    Matcher found = head.matcher(cell);
    Optional<String> text = Optional.empty();
    while (found.find()) {
      int end = closing(cell, found.end() - 1);
      text = Optional.of(cell.substring(found.start(), end).strip());
    }
    return text;
  }

  /** Behind the brace that the one here opens, or the end; braces in quotes do not count. */
  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        i = endOfQuotes(text, i);
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private static int endOfQuotes(String text, int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return start;
  }
}
