package io.nyala.dsl.lang;

/** Numbers such as {@code 1.} and {@code .5}, and {@code int} and {@code float} as functions. */
final class Literals {
  private final Tokens tokens;
  private final Edits edits;

  Literals(Tokens tokens, Edits edits) {
    this.tokens = tokens;
    this.edits = edits;
  }

  void apply() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isNumber()) {
        number(token);
      } else if (token.isWord() && token.isAny("int", "float") && isValue(i)) {
        edits.replace(token.start(), token.end(), "__" + token.text());
      }
    }
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
