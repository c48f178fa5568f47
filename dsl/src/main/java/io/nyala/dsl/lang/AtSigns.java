package io.nyala.dsl.lang;

/** Python's {@code a @ b} and decorators, refused where Groovy would look for an annotation. */
final class AtSigns {
  private final Tokens tokens;

  AtSigns(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Looks at the sign at the i-th token. */
  void check(int i) {
    Token name = tokens.get(i + 1);
    boolean matrix =
        i > 0
            && Tokens.endsOperand(tokens.get(i - 1))
            && !tokens.get(i - 1).is("}")
            && tokens.sameLine(i)
            && tokens.get(i - 1).end() < tokens.get(i).start()
            && !tokens.startsStatement(i)
            && !name.is("interface");
    boolean product = matrix && (tokens.get(i + 1).start() > tokens.get(i).end() || name.is("("));
    if (product) {
      throw tokens.error(
          i,
          "Groovy has no '@' product; write: tf.matmul("
              + tokens.source(operandStart(i - 1), i)
              + ", "
              + tokens.source(i + 1, operandEnd(i + 1))
              + ")");
    }
    int last = i + 1;
    while (tokens.get(last + 1).is(".") && tokens.get(last + 2).isWord()) {
      last += 2;
    }
    boolean decorator =
        tokens.startsStatement(i)
            && name.isWord()
            && !name.is("interface")
            && Character.isLowerCase(tokens.get(last).text().charAt(0));
    if (decorator) {
      throw tokens.error(
          i,
          "Groovy has no decorators; leave out '@"
              + tokens.source(i + 1, last + 1)
              + "', or call it: f = "
              + tokens.source(i + 1, last + 1)
              + "(f)");
    }
  }

  private int operandStart(int i) {
    int at = tokens.partner(i) >= 0 ? tokens.partner(i) : i;
    boolean more =
        at > 0
            && (tokens.get(at - 1).is(".")
                || tokens.partner(i) >= 0 && tokens.get(at - 1).isWord() && tokens.touches(at - 1));
    if (!more) {
      return at;
    }
    return operandStart(tokens.get(at - 1).is(".") ? at - 2 : at - 1);
  }

  private int operandEnd(int i) {
    int at = tokens.after(i);
    while (tokens.get(at).isAny(".") || tokens.get(at).isAny("(", "[") && tokens.touches(at - 1)) {
      at = tokens.get(at).is(".") ? at + 2 : tokens.after(at);
    }
    return at;
  }
}
