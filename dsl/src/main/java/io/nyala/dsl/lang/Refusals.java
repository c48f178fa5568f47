package io.nyala.dsl.lang;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What looks like Python and would fail obscurely in Groovy, or silently mean something else, is
 * refused at its place with the Groovy form.
 */
final class Refusals {
  private static final Set<String> PREFIXES = Set.of("f", "r", "b", "u", "fr", "rf", "br", "rb");
  private static final Set<String> TYPES =
      Set.of("int", "float", "str", "bool", "list", "dict", "tuple", "set");

  private final Tokens tokens;
  private final Predicate<String> isVariable;
  private final PythonBlocks blocks;

  /**
   * The check of one cell.
   *
   * @param isVariable whether the session has a variable of this name
   */
  Refusals(Tokens tokens, Predicate<String> isVariable) {
    this.tokens = tokens;
    this.isVariable = isVariable;
    this.blocks = new PythonBlocks(tokens);
  }

  /**
   * Looks through the cell.
   *
   * @throws CellSyntaxError at the first thing to refuse
   */
  void apply() {
    int comment = 0;
    FloorDivision division = new FloorDivision(tokens, isVariable);
    for (int i = 0; i < tokens.size(); i++) {
      while (comment < tokens.comments().size() && tokens.comments().get(comment).next() <= i) {
        division.check(tokens.comments().get(comment++));
      }
      check(i);
    }
    while (comment < tokens.comments().size()) {
      division.check(tokens.comments().get(comment++));
    }
  }

  private void check(int i) {
    Token token = tokens.get(i);
    if (tokens.startsStatement(i)) {
      blocks.check(i);
      statement(i);
    }
    if (token.isWord() && !tokens.afterDot(i)) {
      word(i);
    } else if (token.isString()) {
      string(i);
    } else if (token.isOperator()) {
      operator(i);
    }
  }

  private void statement(int i) {
    Token token = tokens.get(i);
    Token next = tokens.get(i + 1);
    if (!token.isWord()) {
      return;
    }
    int end = tokens.statementEnd(i);
    boolean operand = next.isWord() && Tokens.endsOperand(next) && tokens.sameLine(i + 1);
    switch (token.text()) {
      case "pass" -> {
        if (end == i + 1 && !isVariable.test("pass")) {
          throw tokens.error(i, "Groovy has no 'pass': leave the braces empty: { }");
        }
      }
      case "del" -> {
        if (operand) {
          throw tokens.error(i, "Groovy has no 'del'; write: " + removal(i + 1, end));
        }
      }
      case "raise" -> {
        if (operand) {
          throw tokens.error(i, "Groovy has no 'raise'; write: throw new " + error(i + 1, end));
        }
      }
      case "global", "nonlocal" -> {
        if (operand) {
          throw tokens.error(
              i,
              "Groovy has no '"
                  + token.text()
                  + "': a function of a cell sees the session's variables, assign "
                  + next.text()
                  + " without a declaration: "
                  + next.text()
                  + " = …");
        }
      }
      case "async", "await" -> {
        if (next.isAny("def", "for", "with") || operand) {
          throw tokens.error(
              i, "Groovy cells have no '" + token.text() + "'; call the function directly");
        }
      }
      default -> typedName(i);
    }
  }

  private String error(int from, int end) {
    String text = tokens.source(from, end);
    return text.contains("(") ? text : text + "()";
  }

  private String removal(int from, int end) {
    if (tokens.get(end - 1).is("]") && tokens.partner(end - 1) > from) {
      int open = tokens.partner(end - 1);
      return tokens.source(from, open) + ".remove(" + tokens.source(open + 1, end - 1) + ")";
    }
    return tokens.source(from, end) + " = None";
  }

  /** {@code x: int = 3} would be a label and an assignment to {@code int}. */
  private void typedName(int i) {
    boolean label =
        tokens.get(i + 1).is(":") && tokens.get(i + 2).isWord() && tokens.sameLine(i + 2);
    if (label && TYPES.contains(tokens.get(i + 2).text())) {
      String value =
          tokens.get(i + 3).is("=") ? " = " + tokens.source(i + 4, tokens.statementEnd(i)) : "";
      String type = tokens.get(i + 2).text();
      String groovy =
          type.equals("str") ? "String" : type.equals("int") || type.equals("float") ? type : "def";
      throw tokens.error(
          i + 1,
          "a type stands before the name in Groovy; write: "
              + groovy
              + " "
              + tokens.get(i).text()
              + value);
    }
  }

  private void word(int i) {
    Token token = tokens.get(i);
    switch (token.text()) {
      case "and", "or", "is" -> binary(i);
      case "not" -> not(i);
      case "lambda" -> lambda(i);
      case "if" -> conditional(i);
      case "for" -> comprehension(i);
      default -> prefix(i);
    }
  }

  private boolean isName(int i) {
    Token next = tokens.get(i + 1);
    return next.isOperator() && (next.isAny("=", ":", ".", "?.") || !tokens.startsOperand(i + 1));
  }

  /** {@code boolean and(Other o) {…}} declares a method. */
  private boolean isDeclaration(int i) {
    int open = i + 1;
    int close = tokens.get(open).is("(") ? tokens.partner(open) : -1;
    return close > 0 && tokens.get(close + 1).isAny("{", "throws", "->");
  }

  private void binary(int i) {
    boolean between = i > 0 && Tokens.endsOperand(tokens.get(i - 1)) && tokens.startsOperand(i + 1);
    boolean separate = tokens.get(i - 1).isNewline();
    if (!between || separate || isName(i) || isDeclaration(i)) {
      return;
    }
    String word = tokens.get(i).text();
    String operator = word.equals("and") ? "&&" : word.equals("or") ? "||" : "==";
    if (word.equals("is") && tokens.get(i + 1).is("not")) {
      word = "is not";
      operator = "!=";
    }
    throw tokens.error(
        i, "Python's '" + word + "' is '" + operator + "' in Groovy; write: " + around(i));
  }

  /** The part of the statement that holds the i-th token, in Groovy's spelling. */
  private String around(int i) {
    int from = i;
    int parent = tokens.parent(i);
    while (from > 0 && !(from - 1 == parent || tokens.startsStatement(from))) {
      from--;
      if (tokens.partner(from) >= 0 && tokens.partner(from) < from) {
        from = tokens.partner(from);
      }
    }
    int to = tokens.statementEnd(i);
    return Spelling.groovy(tokens, from, to);
  }

  private void not(int i) {
    boolean afterOperand =
        i > 0 && Tokens.endsOperand(tokens.get(i - 1)) && !tokens.get(i - 1).is("}");
    boolean notIn = afterOperand && tokens.get(i + 1).is("in") && tokens.startsOperand(i + 2);
    if (notIn) {
      throw tokens.error(i, "Python's 'not in' is '!in' in Groovy; write: " + around(i));
    }
    boolean prefix = !afterOperand && tokens.startsOperand(i + 1) && tokens.sameLine(i + 1);
    boolean own = isVariable.test("not") || tokens.get(i - 1).is("def") || isName(i);
    if (prefix && !own) {
      throw tokens.error(i, "Python's 'not' is '!' in Groovy; write: " + around(i));
    }
  }

  private void lambda(int i) {
    Token next = tokens.get(i + 1);
    if (!next.isWord() && !next.isAny(":", "*", "**")) {
      return;
    }
    int end = i + 1;
    while (end < tokens.size() && !tokens.get(end).is(":") && !closes(end)) {
      end = tokens.after(end);
    }
    if (!tokens.get(end).is(":")) {
      return;
    }
    int stop = end + 1;
    while (stop < tokens.size() && !closes(stop) && !tokens.get(stop).is(",")) {
      stop = tokens.after(stop);
    }
    String names = tokens.source(i + 1, end);
    String body = Spelling.groovy(tokens, end + 1, stop);
    throw tokens.error(
        i,
        "Python's 'lambda' is a closure in Groovy; write: { "
            + names
            + (names.isEmpty() ? "-> " : " -> ")
            + body
            + " }");
  }

  private boolean closes(int i) {
    Token token = tokens.get(i);
    return token.isEnd()
        || token.isNewline()
        || token.isOperator() && token.isAny(")", "]", "}", ";");
  }

  /** {@code a if c else b}. */
  private void conditional(int i) {
    boolean after = i > 0 && Tokens.endsOperand(tokens.get(i - 1)) && tokens.sameLine(i);
    int start = i;
    int parent = tokens.parent(i);
    boolean bracket = parent >= 0 && !tokens.get(parent).is("{");
    while (start > 0 && start - 1 != parent && !tokens.startsStatement(start)) {
      start--;
    }
    boolean block = tokens.get(start).isAny("if", "for", "while", "else", "do", "synchronized");
    if (!after || tokens.get(i - 1).is("}") || block && !bracket) {
      return;
    }
    int otherwise = i + 1;
    while (otherwise < tokens.size() && !tokens.get(otherwise).is("else") && !closes(otherwise)) {
      otherwise = tokens.after(otherwise);
    }
    if (!tokens.get(otherwise).is("else")) {
      return;
    }
    int from = valueStart(i, bracket ? parent + 1 : start);
    int to = otherwise + 1;
    while (to < tokens.size() && !closes(to) && !tokens.get(to).is(",")) {
      to = tokens.after(to);
    }
    throw tokens.error(
        i,
        "Python's 'x if c else y' is 'c ? x : y' in Groovy; write: "
            + Spelling.groovy(tokens, i + 1, otherwise)
            + " ? "
            + Spelling.groovy(tokens, from, i)
            + " : "
            + Spelling.groovy(tokens, otherwise + 1, to));
  }

  /** Where the value before the i-th token starts: after the last =, comma or return. */
  private int valueStart(int i, int from) {
    int start = from;
    for (int j = from; j < i; j = tokens.after(j)) {
      if (tokens.get(j).isAny("=", ",", "return", "->")) {
        start = j + 1;
      }
    }
    return start;
  }

  private void comprehension(int i) {
    int parent = tokens.parent(i);
    boolean value = parent >= 0 && i > parent + 1 && !tokens.startsStatement(i);
    boolean inBrackets = value && tokens.get(parent).isAny("[", "(");
    boolean inBraces =
        value
            && tokens.get(parent).is("{")
            && Tokens.endsOperand(tokens.get(i - 1))
            && !tokens.get(i - 1).isAny(")", "}");
    if (inBrackets || inBraces && tokens.sameLine(i)) {
      throw tokens.error(i, Comprehensions.advice(tokens, i));
    }
  }

  private void prefix(int i) {
    Token token = tokens.get(i);
    boolean touching = tokens.touches(i) && tokens.get(i + 1).isString();
    if (!touching || !PREFIXES.contains(token.text().toLowerCase(java.util.Locale.ROOT))) {
      return;
    }
    String quoted = tokens.get(i + 1).text();
    String kind = token.text().toLowerCase(java.util.Locale.ROOT);
    throw tokens.error(i, StringForms.advice(kind, quoted));
  }

  private void string(int i) {
    boolean neighbours = i > 0 && tokens.get(i - 1).isString();
    if (neighbours) {
      throw tokens.error(
          i,
          "strings side by side are not joined in Groovy; write: "
              + tokens.get(i - 1).text()
              + " + "
              + tokens.get(i).text());
    }
  }

  private void operator(int i) {
    Token token = tokens.get(i);
    switch (token.text()) {
      case "{" -> BraceLiterals.check(tokens, i);
      case "**" -> {
        boolean prefix =
            i > 0 && tokens.get(i - 1).isOperator() && tokens.get(i - 1).isAny("(", ",");
        if (prefix) {
          throw tokens.error(
              i,
              "Python's '**"
                  + tokens.get(i + 1).text()
                  + "' is '*: "
                  + tokens.get(i + 1).text()
                  + "' in a Groovy call");
        }
      }
      case ":=" ->
          throw tokens.error(
              i,
              "Groovy has no ':='; assign on a line of its own: "
                  + tokens.get(i - 1).text()
                  + " = …");
      case "@" -> new AtSigns(tokens).check(i);
      default -> {}
    }
  }
}
