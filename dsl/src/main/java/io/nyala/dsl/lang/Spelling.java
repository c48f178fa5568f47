package io.nyala.dsl.lang;

/** Python code shown in Groovy's spelling, for the advice in errors. */
final class Spelling {
  private Spelling() {}

  /** The tokens from one to before another, with Python's words replaced by Groovy's operators. */
  static String groovy(Tokens tokens, int from, int to) {
    StringBuilder out = new StringBuilder();
    int last = -1;
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (token.isNewline()) {
        continue;
      }
      boolean spaced = last >= 0 && tokens.get(last).end() < token.start();
      String text = token.text();
      int skip = 0;
      boolean word = token.isWord() && !tokens.afterDot(i);
      if (word && token.is("and")) {
        text = "&&";
      } else if (word && token.is("or")) {
        text = "||";
      } else if (word && token.is("is") && i > from) {
        boolean negated = tokens.get(i + 1).is("not");
        text = negated ? "!=" : "==";
        skip = negated ? 1 : 0;
      } else if (word && token.is("not") && tokens.get(i + 1).is("in")) {
        text = "!in";
        skip = 1;
      } else if (word && token.is("not")) {
        append(out, spaced, "!");
        if (needsParentheses(tokens, i + 1, to)) {
          int end = operandEnd(tokens, i + 1, to);
          out.append("(").append(groovy(tokens, i + 1, end)).append(")");
          i = end - 1;
          last = i;
          continue;
        }
        last = -1;
        continue;
      }
      append(out, spaced, text);
      i += skip;
      last = i;
    }
    return out.toString();
  }

  private static void append(StringBuilder out, boolean spaced, String text) {
    out.append(spaced ? " " : "").append(text);
  }

  /** {@code not a == b} negates the comparison, {@code !a == b} only {@code a}. */
  private static boolean needsParentheses(Tokens tokens, int from, int to) {
    int end = operandEnd(tokens, from, to);
    for (int i = from; i < end; i = tokens.after(i)) {
      boolean selects = tokens.get(i).isAny(".", "?.");
      if (tokens.get(i).isOperator() && !selects && tokens.partner(i) < 0
          || tokens.get(i).isAny("in", "is")) {
        return true;
      }
    }
    return false;
  }

  private static int operandEnd(Tokens tokens, int from, int to) {
    int i = from;
    while (i < to) {
      Token token = tokens.get(i);
      boolean closing = token.isOperator() && token.isAny(")", "]", "}", ",", ":");
      if (closing
          || token.isNewline()
          || token.isWord() && token.isAny("and", "or", "if", "else")) {
        return i;
      }
      i = tokens.after(i);
    }
    return to;
  }
}
