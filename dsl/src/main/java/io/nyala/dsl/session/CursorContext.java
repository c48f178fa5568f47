package io.nyala.dsl.session;

/**
 * What stands around a cursor.
 *
 * @param receiver the dotted path before the last dot, empty if there is none
 * @param prefix the letters of the name being typed
 * @param call the dotted path of the function whose arguments the cursor is in, empty if in none
 * @param argument the name of the argument whose value is being typed, empty if none
 * @param string the text of the string the cursor is in, null if in none
 */
record CursorContext(String receiver, String prefix, String call, String argument, String string) {

  static CursorContext at(String code, int cursor) {
    String before = code.substring(0, Math.max(0, Math.min(cursor, code.length())));
    int quote = openQuote(before);
    if (quote >= 0) {
      String head = before.substring(0, quote);
      return new CursorContext("", "", call(head), argument(head), before.substring(quote + 1));
    }
    int start = before.length();
    while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) {
      start--;
    }
    String prefix = before.substring(start);
    boolean dotted = start > 0 && before.charAt(start - 1) == '.';
    String receiver = dotted ? path(before, start - 1) : "";
    return new CursorContext(
        dotted && receiver.isEmpty() ? "?" : receiver,
        prefix,
        call(before),
        argument(before.substring(0, start)),
        null);
  }

  /** The dotted path that ends at an offset. */
  static String path(String text, int end) {
    int start = end;
    while (start > 0
        && (Character.isJavaIdentifierPart(text.charAt(start - 1))
            || text.charAt(start - 1) == '.')) {
      start--;
    }
    return text.substring(start, end);
  }

  /** The offset of the quote that the end of the text is inside of, or -1. */
  private static int openQuote(String text) {
    int open = -1;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open >= 0 && c == '\\') {
        i++;
      } else if (open >= 0 && (c == quote || c == '\n')) {
        open = -1;
      } else if (open < 0 && (c == '\'' || c == '"')) {
        open = i;
        quote = c;
      } else if (open < 0 && c == '#') {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      }
    }
    return open;
  }

  /** The path before the innermost parenthesis that is still open. */
  private static String call(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == ')' || c == ']' || c == '}') {
        depth++;
      } else if (c == '(' && depth == 0) {
        return path(text, i);
      } else if (c == '{' && depth == 0) {
        return "";
      } else if (c == '[' || c == '(' || c == '{') {
        depth = Math.max(0, depth - 1);
      }
    }
    return "";
  }

  /** {@code activation} in {@code Dense(1, activation=}. */
  private static String argument(String text) {
    String head = text.stripTrailing();
    while (head.endsWith("[")) {
      head = head.substring(0, head.length() - 1).stripTrailing();
    }
    boolean named = head.endsWith("=") || head.endsWith(":");
    return named
        ? path(
            head.substring(0, head.length() - 1).stripTrailing(),
            head.substring(0, head.length() - 1).stripTrailing().length())
        : "";
  }
}
