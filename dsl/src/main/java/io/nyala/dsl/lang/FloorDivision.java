package io.nyala.dsl.lang;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Python's {@code a // b}, a comment in Groovy. It is refused where the rest of the line reads as a
 * number or as an expression of names that are in use; words of prose stay a comment.
 */
final class FloorDivision {
  private final Tokens tokens;
  private final Predicate<String> isVariable;
  private final Set<String> wordsBefore = new HashSet<>();
  private int wordsUntil;

  FloorDivision(Tokens tokens, Predicate<String> isVariable) {
    this.tokens = tokens;
    this.isVariable = isVariable;
  }

  void check(Tokens.Comment comment) {
    int before = comment.next() - 1;
    boolean afterValue =
        !comment.hash()
            && before >= 0
            && Tokens.endsOperand(tokens.get(before))
            && !tokens.get(before).is("}")
            && isSameLine(before, comment);
    if (!afterValue || isPrinted(before)) {
      return;
    }
    readWordsBefore(before);
    String rest = tokens.text().substring(comment.start() + 2, comment.end());
    Tokens right = Lexer.scan(rest);
    boolean assigning = right.get(0).is("=") && right.get(0).start() == 0 && right.size() > 2;
    int from = assigning ? 1 : 0;
    int end = expressionEnd(right, from);
    if (end <= from) {
      return;
    }
    int start = operandStart(before);
    String left = tokens.source(start, before + 1);
    String divisor = right.source(from, operandEnd(right, from, end));
    boolean simple = tokens.get(start).isWord() || tokens.get(start).is("(");
    String form =
        (simple || start == before ? left : "(" + left + ")") + ".intdiv(" + divisor + ")";
    throw tokens.errorAt(
        comment.start(),
        "'//' starts a comment in Groovy; for whole-number division write: "
            + (assigning ? left + " = " + form : form)
            + " (for a comment here use more words, # or /* … */)");
  }

  /** What the statement itself declares cannot be what it divides by. */
  private void readWordsBefore(int index) {
    int start = index;
    while (start > 0 && !tokens.startsStatement(start)) {
      start--;
    }
    for (; wordsUntil < start; wordsUntil++) {
      if (tokens.get(wordsUntil).isWord()) {
        wordsBefore.add(tokens.get(wordsUntil).text());
      }
    }
  }

  private boolean isSameLine(int before, Tokens.Comment comment) {
    return tokens.text().substring(tokens.get(before).end(), comment.start()).indexOf('\n') < 0;
  }

  /** {@code println(x) // 3} notes what is printed. */
  private boolean isPrinted(int before) {
    int start = before;
    while (start > 0 && !tokens.startsStatement(start)) {
      start--;
    }
    boolean whole = tokens.get(start + 1).is("(") ? tokens.partner(start + 1) == before : true;
    return tokens.get(start).isAny("println", "print", "printf", "assert")
        && tokens.parent(before) == tokens.parent(start)
        && whole;
  }

  /** The index after the last token if all of the text reads as code in use here, else 0. */
  private int expressionEnd(Tokens right, int from) {
    boolean operand = false;
    int depth = 0;
    int i = from;
    while (!right.get(i).isEnd()) {
      Token token = right.get(i);
      if (token.isNumber() || token.isWord() && !token.isAny("and", "or", "if", "else")) {
        if (operand || token.isWord() && !isInUse(right, i)) {
          return 0;
        }
        operand = true;
      } else if (token.isWord()) {
        operand = false;
      } else if (token.isOperator() && token.isAny("(", "[")) {
        depth++;
        operand = false;
      } else if (token.isOperator() && token.isAny(")", "]", ",", ":", "}", ";")) {
        operand = !token.isAny(",", ":", ";");
        depth += token.isAny(")", "]") ? -1 : 0;
      } else if (token.isOperator()
          && token.isAny("+", "-", "*", "/", "**", "%", "==", "<", ">", "<=", ">=", "!=", ".")) {
        operand = false;
      } else {
        return 0;
      }
      i++;
    }
    boolean ended = operand || i > from && right.get(i - 1).isAny(",", ":");
    return ended && depth <= 0 && startsWithValue(right, from) ? i : 0;
  }

  private static boolean startsWithValue(Tokens right, int from) {
    Token first = right.get(from);
    return first.isNumber() || first.isWord() || first.isAny("(", "-");
  }

  private boolean isInUse(Tokens right, int i) {
    String name = right.get(i).text();
    boolean called = right.get(i + 1).is("(") && right.touches(i);
    return isVariable.test(name) || wordsBefore.contains(name) || called || right.afterDot(i);
  }

  private static int operandEnd(Tokens right, int from, int end) {
    int i = right.get(from).is("-") ? from + 1 : from;
    i = right.after(i);
    while (i < end && (right.get(i).is(".") || right.get(i).isAny("(", "["))) {
      i = right.get(i).is(".") ? i + 2 : right.after(i);
    }
    return i;
  }

  private int operandStart(int i) {
    int at = tokens.partner(i) >= 0 ? tokens.partner(i) : i;
    boolean bracket = tokens.partner(i) >= 0;
    if (at > 0 && tokens.get(at - 1).is(".")) {
      return operandStart(at - 2);
    }
    boolean callee =
        bracket && at > 0 && tokens.touches(at - 1) && Tokens.endsOperand(tokens.get(at - 1));
    return callee ? operandStart(at - 1) : at;
  }
}
