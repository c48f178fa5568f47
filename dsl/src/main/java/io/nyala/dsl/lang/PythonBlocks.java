package io.nyala.dsl.lang;

/** Python's blocks by colon and indentation, {@code for x in y:}, refused with Groovy's braces. */
final class PythonBlocks {
  private final Tokens tokens;

  PythonBlocks(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Looks at the statement that starts with the i-th token. */
  void check(int i) {
    if (!tokens.get(i).isWord()) {
      return;
    }
    switch (tokens.get(i).text()) {
      case "if", "while" -> condition(i);
      case "elif" -> {
        if (tokens.startsOperand(i + 1) && !tokens.get(i + 1).is("[")) {
          throw refuse(i, "'elif' is 'else if'", "} else if (" + code(i + 1, headEnd(i)) + ") {");
        }
      }
      case "for" -> loop(i);
      case "else", "try", "finally" -> {
        if (tokens.get(i + 1).is(":")) {
          String word = tokens.get(i).text();
          throw refuse(i + 1, block(), word.equals("try") ? "try {" : "} " + word + " {");
        }
      }
      case "except" -> except(i);
      case "with" -> with(i);
      case "def" -> function(i);
      case "class" -> type(i);
      default -> {}
    }
  }

  private static String block() {
    return "a block is written with braces";
  }

  private CellSyntaxError refuse(int at, String what, String form) {
    return tokens.error(at, "in Groovy " + what + "; write: " + form);
  }

  private String code(int from, int to) {
    boolean wrapped = tokens.get(from).is("(") && tokens.partner(from) == to - 1;
    return wrapped ? Spelling.groovy(tokens, from + 1, to - 1) : Spelling.groovy(tokens, from, to);
  }

  /** The colon that ends the head of a block, or the end of the statement. */
  private int colon(int i) {
    int end = tokens.statementEnd(i);
    int questions = 0;
    for (int at = i; at < end; at = tokens.after(at)) {
      if (tokens.get(at).is("?")) {
        questions++;
      } else if (tokens.get(at).is(":") && questions-- <= 0) {
        return at;
      }
    }
    return end;
  }

  private int headEnd(int i) {
    int colon = colon(i);
    boolean braces = !tokens.get(colon).is(":") && tokens.partner(i + 1) > 0;
    return braces ? tokens.partner(i + 1) + 1 : colon;
  }

  private void condition(int i) {
    int open = i + 1;
    int close = tokens.get(open).is("(") ? tokens.partner(open) : -1;
    int colon = colon(i);
    boolean hasColon = tokens.get(colon).is(":");
    boolean last = hasColon && (tokens.get(colon + 1).isNewline() || tokens.get(colon + 1).isEnd());
    boolean python =
        close < 0 && tokens.startsOperand(open) || last || hasColon && colon == close + 1;
    if (python && !(tokens.get(open).is("(") && close < 0)) {
      String word = tokens.get(i).text();
      throw refuse(
          hasColon ? colon : i,
          hasColon ? block() : "the condition stands in parentheses",
          word + " (" + code(open, colon) + ") {");
    }
  }

  private void loop(int i) {
    int open = i + 1;
    int close = tokens.get(open).is("(") ? tokens.partner(open) : -1;
    int colon = colon(i);
    boolean hasColon = tokens.get(colon).is(":");
    boolean python =
        !tokens.get(open).is("(")
            || close > 0 && hasColon && colon >= close && isHead(close, colon);
    if (python) {
      throw refuse(
          hasColon ? colon : i,
          hasColon ? block() : "the head of a loop stands in parentheses",
          "for (" + code(open, colon) + ") {");
    }
  }

  /**
   * Whether the words between the first parenthesis and the colon still belong to the loop's head.
   */
  private boolean isHead(int close, int colon) {
    if (colon == close + 1) {
      return true;
    }
    return tokens.get(close + 1).isAny("in", ",");
  }

  private void except(int i) {
    boolean bare = tokens.get(i + 1).is(":");
    if (!bare && !tokens.startsOperand(i + 1)) {
      return;
    }
    int colon = colon(i);
    if (!tokens.get(colon).is(":")) {
      return;
    }
    int as = i + 1;
    while (as < colon && !tokens.get(as).is("as")) {
      as = tokens.after(as);
    }
    String type =
        bare ? "Exception" : tokens.source(i + 1, as).replaceAll("[()]", "").replace(", ", " | ");
    String name = as < colon ? tokens.get(as + 1).text() : "e";
    throw refuse(i, "'except' is 'catch'", "} catch (" + type + " " + name + ") {");
  }

  private void with(int i) {
    int colon = colon(i);
    int end = tokens.statementEnd(i);
    int as = i + 1;
    while (as < end && !tokens.get(as).is("as")) {
      as = tokens.after(as);
    }
    boolean python = tokens.startsOperand(i + 1) && tokens.get(colon).is(":");
    if (python) {
      boolean named = as < colon;
      String what = tokens.source(i + 1, named ? as : colon);
      String name = named ? tokens.source(as + 1, colon) : "it";
      throw refuse(
          i, "a resource is used in a closure", what + ".withCloseable { " + name + " -> … }");
    }
  }

  private void function(int i) {
    int open = i + 2;
    int close = tokens.get(i + 1).isWord() && tokens.get(open).is("(") ? tokens.partner(open) : -1;
    if (close > 0 && tokens.get(close + 1).isAny(":", "->")) {
      String form = "def " + tokens.get(i + 1).text() + tokens.source(open, close + 1) + " {";
      int at = close + 1;
      throw refuse(at, tokens.get(at).is(":") ? block() : "a function's result has no arrow", form);
    }
  }

  private void type(int i) {
    int next = i + 2;
    if (!tokens.get(i + 1).isWord()) {
      return;
    }
    String name = tokens.get(i + 1).text();
    if (tokens.get(next).is(":")) {
      throw refuse(next, block(), "class " + name + " {");
    }
    if (tokens.get(next).is("(") && tokens.partner(next) > 0) {
      int close = tokens.partner(next);
      String base = tokens.source(next + 1, close);
      String form = "class " + name + (base.isEmpty() ? "" : " extends " + base) + " {";
      throw refuse(next, "a class names its parent after 'extends'", form);
    }
  }
}
