package io.nyala.dsl.lang;

import java.util.Set;

/**
 * Numbers such as {@code 1.} and {@code .5}, {@code int} and {@code float} as functions, and
 * Groovy's words as names of arguments.
 */
final class Literals {
  private static final Set<String> KEYWORDS =
      Set.of("default", "class", "in", "as", "def", "for", "if", "static", "final", "new", "case");
  private final Tokens tokens;
  private final Edits edits;

  Literals(Tokens tokens, Edits edits) {
    this.tokens = tokens;
    this.edits = edits;
  }

  void apply() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (KEYWORDS.contains(token.text()) && token.isWord() && isArgumentName(i)) {
        Token equals = tokens.get(i + 1);
        edits.replace(equals.start(), equals.end(), ":");
      } else if (token.isNumber()) {
        number(token);
      } else if (token.isWord() && token.isAny("int", "float") && isValue(i)) {
        edits.replace(token.start(), token.end(), "__" + token.text());
      }
    }
  }

  /** {@code max(xs, default = 0)}: Groovy knows its own words as names only before a colon. */
  private boolean isArgumentName(int i) {
    boolean first = i > 0 && tokens.get(i - 1).isAny("(", ",");
    return first && tokens.isIn(i, "(") && tokens.get(i + 1).is("=");
  }

  private void number(Token token) {
    String text = token.text();
    int dot = text.indexOf('.');
    if (dot == 0) {
      edits.open(token.start(), "0");
    }
    boolean last =
        dot >= 0 && (dot == text.length() - 1 || !Character.isDigit(text.charAt(dot + 1)));
    if (last) {
      int at = token.start() + dot + 1;
      edits.replace(at, at, "0");
    }
  }

  /** Whether the type's name stands for the function: called, or handed over as a value. */
  private boolean isValue(int i) {
    Token before = tokens.get(i - 1);
    Token after = tokens.get(i + 1);
    if (tokens.afterDot(i)) {
      return false;
    }
    if (after.is("(")) {
      return i == 0 || !before.is("new");
    }
    boolean start =
        i > 0 && before.isOperator() && before.isAny("=", ",", "(", "[", ":", "==", "!=");
    boolean end =
        after.isOperator() && after.isAny(",", ")", "]", "}") || after.isNewline() || after.isEnd();
    return start && end && !isCast(i);
  }

  private boolean isCast(int i) {
    boolean alone = tokens.get(i - 1).is("(") && tokens.get(i + 1).is(")");
    return alone
        && !(i > 1
            && tokens.get(i - 2).isWord()
            && Tokens.endsOperand(tokens.get(i - 2))
            && tokens.touches(i - 2));
  }
}
