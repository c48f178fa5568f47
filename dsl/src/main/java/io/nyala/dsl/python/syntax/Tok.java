package io.nyala.dsl.python.syntax;

/**
 * One token of Python.
 *
 * @param kind what it is
 * @param text its characters; of a string literal, its body
 * @param value of a number its value, of a string its prefix in lower case
 * @param line from 1
 * @param column from 1
 */
record Tok(Kind kind, String text, Object value, int line, int column) {

  /** What a token is. */
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    OP,
    NEWLINE,
    INDENT,
    DEDENT,
    END
  }

  boolean is(String operatorOrWord) {
    return (kind == Kind.OP || kind == Kind.NAME) && text.equals(operatorOrWord);
  }
}
