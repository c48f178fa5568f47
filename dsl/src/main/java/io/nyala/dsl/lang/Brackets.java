package io.nyala.dsl.lang;

import java.util.ArrayList;
import java.util.List;

/** Tuples {@code (a, b)} and slices {@code x[1:, ::2]} as values. */
final class Brackets {
  private final Tokens tokens;
  private final Edits edits;

  Brackets(Tokens tokens, Edits edits) {
    this.tokens = tokens;
    this.edits = edits;
  }

  void apply() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.partner(i) > i) {
        if (tokens.get(i).is("(") && isTuple(i)) {
          tuple(i);
        } else if (tokens.get(i).is("[") && isIndex(i)) {
          index(i);
        }
      }
    }
  }

  /** Whether these parentheses hold values apart and are no call, declaration, cast or lambda. */
  private boolean isTuple(int open) {
    int close = tokens.partner(open);
    if (isCalled(open) || tokens.get(close + 1).isAny("->") || isAssigned(open, close)) {
      return false;
    }
    List<Integer> commas = commas(open);
    if (commas.isEmpty()) {
      return open + 1 == close;
    }
    return !isTypeInCast(open, close);
  }

  private boolean isCalled(int open) {
    if (open == 0) {
      return false;
    }
    Token before = tokens.get(open - 1);
    if (before.isWord()) {
      boolean keyword =
          before.isAny("return", "in", "case", "assert", "else", "throw", "yield", "instanceof");
      return !keyword || tokens.afterDot(open - 1);
    }
    boolean callee =
        before.isString() || before.isOperator() && before.isAny(")", "]", "}", ".", ">");
    return callee && tokens.sameLine(open) || before.isOperator() && before.isAny(".&", ".@");
  }

  private boolean isAssigned(int open, int close) {
    return tokens.get(close + 1).is("=") && tokens.startsStatement(open);
  }

  private List<Integer> commas(int open) {
    List<Integer> commas = new ArrayList<>();
    int close = tokens.partner(open);
    for (int i = open + 1; i < close; i = tokens.after(i)) {
      if (tokens.get(i).is(",")) {
        commas.add(i);
      } else if (tokens.get(i).is(";")) {
        return List.of();
      }
    }
    return commas;
  }

  /** {@code (Map<String, Integer>) x}: words, dots and angles, and a value after it. */
  private boolean isTypeInCast(int open, int close) {
    int depth = 0;
    boolean angles = false;
    for (int i = open + 1; i < close; i++) {
      Token token = tokens.get(i);
      boolean allowed =
          token.isWord()
              || token.isOperator() && token.isAny("<", ">", ",", ".", "?", "[", "]", "&", ">>>");
      if (!allowed) {
        return false;
      }
      angles |= token.is("<");
      depth += token.is("<") ? 1 : token.is(">") ? -1 : token.is(">>>") ? -3 : 0;
      if (token.is(",") && depth == 0) {
        return false;
      }
    }
    return angles && tokens.startsOperand(close + 1);
  }

  private void tuple(int open) {
    Token opener = tokens.get(open);
    int close = tokens.partner(open);
    edits.replace(opener.start(), opener.end(), "__Tuple.of(");
    List<Integer> commas = commas(open);
    if (!commas.isEmpty() && commas.get(commas.size() - 1) == close - 1) {
      Token comma = tokens.get(close - 1);
      edits.replace(comma.start(), comma.end(), " ");
    }
  }

  private boolean isIndex(int open) {
    if (open == 0 || !tokens.touches(open - 1)) {
      return false;
    }
    Token before = tokens.get(open - 1);
    return Tokens.endsOperand(before) && !before.isNumber();
  }

  private void index(int open) {
    int close = tokens.partner(open);
    int from = open + 1;
    if (!commas(open).isEmpty()) {
      edits.open(tokens.get(open + 1).start(), "__Tuple.of(");
      edits.close(tokens.get(close).start(), ")");
    }
    for (int i = open + 1; i <= close; i = i == close ? i + 1 : tokens.after(i)) {
      if (i == close || tokens.get(i).is(",")) {
        item(from, i);
        from = i + 1;
      }
    }
    boolean trailing = close > open + 2 && tokens.get(close - 1).is(",");
    if (trailing) {
      Token comma = tokens.get(close - 1);
      edits.replace(comma.start(), comma.end(), " ");
    }
  }

  /** One item of an index, from a token to before another. */
  private void item(int from, int to) {
    if (to == from + 1 && tokens.get(from).is("...")) {
      Token dots = tokens.get(from);
      edits.replace(dots.start(), dots.end(), "__Index.ELLIPSIS");
      return;
    }
    List<Integer> colons = colons(from, to);
    if (colons.isEmpty()) {
      return;
    }
    slice(from, to, colons);
  }

  /** The colons that part a slice; those of a conditional or a map belong elsewhere. */
  private List<Integer> colons(int from, int to) {
    List<Integer> colons = new ArrayList<>();
    int questions = 0;
    for (int i = from; i < to; i = tokens.after(i)) {
      Token token = tokens.get(i);
      if (token.is("?")) {
        questions++;
      } else if (token.is(":") && questions > 0) {
        questions--;
      } else if (token.isAny(":", "::")) {
        colons.add(i);
      }
    }
    return colons;
  }

  private void slice(int from, int to, List<Integer> colons) {
    int parts = 1;
    int start = tokens.get(from).start();
    edits.open(start, "__Slice.of(");
    int partFrom = from;
    for (int colon : colons) {
      Token token = tokens.get(colon);
      boolean pair = token.is("::");
      String before = partFrom == colon ? "null" : "";
      edits.replace(token.start(), token.end(), before + (pair ? ", null, " : ", "));
      parts += pair ? 2 : 1;
      partFrom = colon + 1;
    }
    if (parts > 3) {
      throw tokens.error(
          colons.get(colons.size() - 1), "a slice has at most three parts: start:stop:step");
    }
    String last = partFrom == to ? "null" : "";
    edits.close(tokens.get(to - 1).end(), last + ", null".repeat(3 - parts) + ")");
  }
}
