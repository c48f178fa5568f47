package io.nyala.dsl.lang;

/**
 * A word of a cell's text.
 *
 * @param start first offset
 * @param end offset after the last
 */
record Token(Kind kind, String text, int start, int end) {

  /** What a token is; comments and spaces are none. */
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    OPERATOR,
    NEWLINE,
    END
  }

  boolean is(String expected) {
    return kind != Kind.STRING && text.equals(expected);
  }

  boolean isAny(String... expected) {
    for (String each : expected) {
      if (is(each)) {
        return true;
      }
    }
    return false;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isString() {
    return kind == Kind.STRING;
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isOperator() {
    return kind == Kind.OPERATOR;
  }

  boolean isNewline() {
    return kind == Kind.NEWLINE;
  }

  boolean isEnd() {
    return kind == Kind.END;
  }
}
