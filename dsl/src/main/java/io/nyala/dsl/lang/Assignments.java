package io.nyala.dsl.lang;

import java.util.ArrayList;
import java.util.List;

/**
 * Several names on the left, {@code a, b = f()} and {@code for (a, b in pairs) {…}}, several values
 * without parentheses on the right, {@code x = 1, 2} and {@code return a, b}.
 */
final class Assignments {
  private final Tokens tokens;
  private final Edits edits;
  private int made;

  Assignments(Tokens tokens, Edits edits) {
    this.tokens = tokens;
    this.edits = edits;
  }

  void apply() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("for") && tokens.get(i + 1).is("(") && tokens.partner(i + 1) > 0) {
        loop(i + 1);
      } else if (tokens.startsStatement(i)) {
        statement(i);
      }
    }
  }

  private void statement(int start) {
    if (tokens.get(start).is("return")) {
      bareTuple(start + 1);
      return;
    }
    int equals = equalsAfterTargets(start);
    if (equals < 0) {
      return;
    }
    boolean several = hasComma(start, equals) || isGroup(start, equals);
    if (several) {
      unpack(start, equals);
    } else if (tokens.get(start).isWord()) {
      bareTuple(equals + 1);
    }
  }

  /** {@code [a, b] = f()} or {@code ((a, b), c) = f()}, which Groovy does not have. */
  private boolean isGroup(int start, int equals) {
    boolean whole = tokens.partner(start) == equals - 1;
    if (!whole) {
      return false;
    }
    boolean plain = tokens.get(start).is("(");
    for (int i = start + 1; i < equals - 1 && plain; i++) {
      plain = tokens.get(i).isWord() || tokens.get(i).is(",");
    }
    return !plain;
  }

  /** The index of the = after a list of targets that starts a statement, or -1. */
  private int equalsAfterTargets(int start) {
    boolean target = true;
    int i = start;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      if (token.is("=") && !target) {
        return isClosureParameter(start, i) ? -1 : i;
      }
      if (token.is(",")) {
        target = true;
        i++;
      } else if (target || isTrailer(i)) {
        if (target && !startsTarget(i)) {
          return -1;
        }
        target = false;
        i = token.is(".") ? i + 2 : tokens.after(i);
      } else {
        return -1;
      }
    }
    return -1;
  }

  private boolean startsTarget(int i) {
    Token token = tokens.get(i);
    if (token.isOperator() && token.is("*") && tokens.get(i + 1).isWord()) {
      String name = tokens.get(i + 1).text();
      throw tokens.error(
          i,
          "a starred name takes the rest in Python only; in Groovy write: "
              + name
              + " = xs[1..-1]");
    }
    boolean group = token.isAny("(", "[") && tokens.partner(i) > 0;
    return token.isWord() && (Tokens.endsOperand(token)) || group;
  }

  private boolean isTrailer(int i) {
    Token token = tokens.get(i);
    return token.is(".") && tokens.get(i + 1).isWord()
        || token.is("[") && tokens.partner(i) > 0 && tokens.touches(i - 1)
        || token.is("(") && tokens.partner(i) > 0 && tokens.touches(i - 1) && hasTrailer(i);
  }

  private boolean hasTrailer(int call) {
    return tokens.get(tokens.after(call)).isAny(".", "[");
  }

  /** {@code { a, b = 2 -> … }} declares parameters. */
  private boolean isClosureParameter(int start, int equals) {
    if (start == 0 || !tokens.get(start - 1).is("{")) {
      return false;
    }
    int end = tokens.statementEnd(equals);
    for (int i = equals; i < end; i = tokens.after(i)) {
      if (tokens.get(i).is("->")) {
        return true;
      }
    }
    return false;
  }

  private boolean hasComma(int from, int to) {
    for (int i = from; i < to; i = tokens.after(i)) {
      if (tokens.get(i).is(",")) {
        return true;
      }
    }
    return false;
  }

  private void unpack(int start, int equals) {
    int end = tokens.statementEnd(equals);
    refuseChain(equals, end);
    List<String> targets = new ArrayList<>();
    String pattern = pattern(start, equals, targets);
    String value = (hasComma(equals + 1, end) ? "__Tuple.of(" : "(");
    int from = tokens.get(start).start();
    int to = tokens.get(equals).end();
    String lines =
        "\n".repeat((int) tokens.text().substring(from, to).chars().filter(c -> c == '\n').count());
    boolean names = targets.stream().allMatch(each -> each.matches("[\\p{L}_$][\\w$]*"));
    String close = "), '" + pattern + "')";
    int last = tokens.get(end - 1).end();
    if (names) {
      edits.replace(
          from, to, "(" + String.join(", ", targets) + ") = " + lines + "__Unpack.of(" + value);
    } else {
      String name = "__parts" + tokens.get(start).start() + "_" + made++;
      edits.replace(from, to, "def " + name + " = " + lines + "__Unpack.of(" + value);
      StringBuilder rest = new StringBuilder(close);
      for (int i = 0; i < targets.size(); i++) {
        rest.append("; ")
            .append(targets.get(i))
            .append(" = ")
            .append(name)
            .append("[")
            .append(i)
            .append("]");
      }
      close = rest.toString();
    }
    edits.close(last, close);
  }

  private void refuseChain(int equals, int end) {
    for (int i = equals + 1; i < end; i = tokens.after(i)) {
      if (tokens.get(i).is("=")) {
        throw tokens.error(i, "several names cannot be assigned in a chain; write two assignments");
      }
    }
  }

  /** The layout of the names between two tokens, for {@link Unpack}; the names go to a list. */
  private String pattern(int from, int to, List<String> targets) {
    boolean whole = tokens.get(from).isAny("(", "[") && tokens.partner(from) == to - 1;
    if (whole) {
      return pattern(from + 1, to - 1, targets);
    }
    StringBuilder out = new StringBuilder();
    int start = from;
    for (int i = from; i <= to; i = i == to ? i + 1 : tokens.after(i)) {
      if (i == to || tokens.get(i).is(",")) {
        if (i > start) {
          out.append(one(start, i, targets));
        }
        start = i + 1;
      }
    }
    return out.toString();
  }

  private String one(int from, int to, List<String> targets) {
    boolean group = tokens.get(from).isAny("(", "[") && tokens.partner(from) == to - 1;
    if (group) {
      return "(" + pattern(from + 1, to - 1, targets) + ")";
    }
    targets.add(tokens.source(from, to));
    return ".";
  }

  private void loop(int open) {
    int close = tokens.partner(open);
    int in = -1;
    for (int i = open + 1; i < close && in < 0; i = tokens.after(i)) {
      in = tokens.get(i).is("in") ? i : -1;
    }
    boolean several =
        in > 0 && isNames(open + 1, in) && (hasComma(open + 1, in) || tokens.partner(open + 1) > 0);
    if (!several) {
      return;
    }
    List<String> targets = new ArrayList<>();
    String pattern = pattern(open + 1, in, targets);
    int brace = close + 1;
    while (tokens.get(brace).isNewline()) {
      brace++;
    }
    if (!tokens.get(brace).is("{")) {
      throw tokens.error(
          open - 1,
          "a loop over several names needs braces: for ("
              + tokens.source(open + 1, close)
              + ") { … }");
    }
    String name = "__item" + tokens.get(open).start();
    edits.replace(tokens.get(open + 1).start(), tokens.get(in - 1).end(), name);
    edits.close(tokens.get(in).end(), " __Unpack.each(");
    edits.close(tokens.get(close - 1).end(), ", '" + pattern + "')");
    edits.open(
        tokens.get(brace).end(), " def (" + String.join(", ", targets) + ") = " + name + "; ");
  }

  private boolean isNames(int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      boolean parted = i == from || !token.isWord() || !tokens.get(i - 1).isWord();
      if (!parted || !token.isWord() && !token.isAny(",", "(", ")", "[", "]")) {
        return false;
      }
    }
    return true;
  }

  /** Values with commas between them, without parentheses: a tuple. */
  private void bareTuple(int from) {
    int end = tokens.statementEnd(from);
    if (!hasComma(from, end) || hasCommandCall(from, end)) {
      return;
    }
    edits.open(tokens.get(from).start(), "__Tuple.of(");
    boolean trailing = tokens.get(end - 1).is(",");
    if (trailing) {
      Token comma = tokens.get(end - 1);
      edits.replace(comma.start(), comma.end(), ")");
    } else {
      edits.close(tokens.get(end - 1).end(), ")");
    }
  }

  /** {@code x = f 1, 2} is a call in Groovy: a name followed by a value, nothing in between. */
  private boolean hasCommandCall(int from, int end) {
    for (int i = from; i + 1 < end; i = tokens.after(i)) {
      Token token = tokens.get(i);
      boolean arrow = token.is("->") || token.is("=");
      boolean next =
          tokens.get(i + 1).isWord()
              || tokens.get(i + 1).isNumber()
              || tokens.get(i + 1).isString();
      if (arrow
          || token.isWord()
              && Tokens.endsOperand(token)
              && next
              && Tokens.endsOperand(tokens.get(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
