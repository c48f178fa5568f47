package io.nyala.dsl.lang;

/** Python's dictionaries and sets in braces, which Groovy reads as closures. */
final class BraceLiterals {
  private BraceLiterals() {}

  /**
   * Looks at the brace at the i-th token.
   *
   * @throws CellSyntaxError if it opens a dictionary or a set
   */
  static void check(Tokens tokens, int i) {
    if (!isValuePlace(tokens, i)) {
      return;
    }
    int close = tokens.partner(i) > 0 ? tokens.partner(i) : tokens.size() - 1;
    int first = i + 1;
    while (tokens.get(first).isNewline()) {
      first++;
    }
    if (first == close && tokens.partner(i) > 0) {
      boolean assigned = tokens.get(i - 1).isAny("=", "return");
      if (assigned) {
        throw tokens.error(
            i, "braces are a closure in Groovy; an empty dict is [:], an empty closure { -> }");
      }
      return;
    }
    int after = tokens.after(first);
    boolean key =
        tokens.get(first).isString() || tokens.get(first).isNumber() || isPlainKey(tokens, first);
    if (key && tokens.get(after).is(":") && !startsBlock(tokens, after + 1)) {
      throw tokens.error(
          i, "a dict is written in brackets in Groovy; write: " + map(tokens, i, close));
    }
    boolean literal = tokens.get(first).isString() || tokens.get(first).isNumber();
    if (literal && tokens.get(after).is(",")) {
      String items = tokens.source(first, close).replaceAll(",?\\s*$", "").replace("\n", " ");
      throw tokens.error(
          i, "a set is written in brackets in Groovy; write: [" + items + "] as Set");
    }
  }

  private static boolean isPlainKey(Tokens tokens, int i) {
    return tokens.get(i).isWord() && tokens.get(i + 1).is(":") && Tokens.endsOperand(tokens.get(i));
  }

  /** {@code { name: for (…) }} is a label. */
  private static boolean startsBlock(Tokens tokens, int i) {
    return tokens.get(i).isAny("for", "while", "do", "if", "{", "switch")
        || tokens.get(i).isNewline();
  }

  private static boolean isValuePlace(Tokens tokens, int i) {
    if (i == 0) {
      return false;
    }
    Token before = tokens.get(i - 1);
    return before.isOperator() && before.isAny("=", "(", ",", "[", ":")
        || before.isWord() && before.isAny("return", "in");
  }

  private static String map(Tokens tokens, int open, int close) {
    StringBuilder out = new StringBuilder("[");
    boolean key = true;
    for (int i = open + 1; i < close; i++) {
      Token token = tokens.get(i);
      if (token.isNewline()) {
        continue;
      }
      boolean top = tokens.parent(i) == open;
      boolean name = key && top && token.isWord() && tokens.get(i + 1).is(":");
      String space = out.length() > 1 && tokens.get(i - 1).end() < token.start() ? " " : "";
      boolean lastComma = token.is(",") && top && isLast(tokens, i, close);
      out.append(space).append(lastComma ? "" : name ? "(" + token.text() + ")" : token.text());
      key = top && token.is(",") || key && !token.is(":");
    }
    return out.append("]").toString();
  }

  private static boolean isLast(Tokens tokens, int i, int close) {
    int at = i + 1;
    while (at < close && tokens.get(at).isNewline()) {
      at++;
    }
    return at == close;
  }
}
