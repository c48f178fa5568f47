package io.nyala.dsl.lang;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The tokens of a cell, or of an expression inside a GString, with their brackets paired. */
final class Tokens {

  /**
   * A line comment.
   *
   * @param hash whether it starts with {@code #}
   * @param next index of the token after it
   */
  record Comment(int start, int end, boolean hash, int next) {}

  /** What the text breaks off in the middle of. */
  enum Open {
    NOTHING,
    STRING,
    LINE_STRING,
    COMMENT
  }

  private static final Set<String> NO_OPERANDS =
      Set.of(
          "return",
          "in",
          "as",
          "instanceof",
          "new",
          "case",
          "throw",
          "assert",
          "else",
          "do",
          "extends",
          "implements",
          "import",
          "package",
          "def",
          "var",
          "final",
          "static",
          "if",
          "while",
          "for",
          "switch",
          "try",
          "catch",
          "finally",
          "and",
          "or",
          "not",
          "is",
          "lambda",
          "elif",
          "public",
          "private",
          "protected",
          "abstract",
          "synchronized",
          "throws");

  private final String text;
  private final List<Token> list;
  private final List<Comment> comments;
  private final List<Tokens> nested;
  private final Open unfinished;
  private final int unfinishedAt;
  private final int[] partner;
  private final int[] parent;
  private int unclosed = -1;
  private int unopened = -1;

  Tokens(
      String text,
      List<Token> list,
      List<Comment> comments,
      List<Tokens> nested,
      Open unfinished,
      int unfinishedAt) {
    this.text = text;
    this.list = list;
    this.comments = comments;
    this.nested = nested;
    this.unfinished = unfinished;
    this.unfinishedAt = unfinishedAt;
    this.partner = new int[list.size()];
    this.parent = new int[list.size()];
    pair();
  }

  private void pair() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < list.size(); i++) {
      partner[i] = -1;
      Token token = list.get(i);
      if (token.isOperator() && token.isAny(")", "]", "}")) {
        close(open, i);
      }
      parent[i] = open.isEmpty() ? -1 : open.peek();
      if (token.isOperator() && token.isAny("(", "[", "{")) {
        open.push(i);
      }
    }
    unclosed = open.isEmpty() ? -1 : open.peek();
  }

  private void close(Deque<Integer> open, int i) {
    String opener = list.get(i).is(")") ? "(" : list.get(i).is("]") ? "[" : "{";
    if (!open.isEmpty() && list.get(open.peek()).is(opener)) {
      int from = open.pop();
      partner[from] = i;
      partner[i] = from;
    } else if (unopened < 0) {
      unopened = i;
    }
  }

  String text() {
    return text;
  }

  List<Comment> comments() {
    return comments;
  }

  /** The tokens of the expressions inside this text's GStrings. */
  List<Tokens> nested() {
    return nested;
  }

  Open unfinished() {
    return unfinished;
  }

  int unfinishedAt() {
    return unfinishedAt;
  }

  /** The innermost bracket that is never closed, or -1. */
  int unclosed() {
    return unclosed;
  }

  /** The first closing bracket that closes nothing, or -1. */
  int unopened() {
    return unopened;
  }

  int size() {
    return list.size();
  }

  /** The i-th token; beyond either end, the end token. */
  Token get(int i) {
    return i < 0 || i >= list.size() ? list.get(list.size() - 1) : list.get(i);
  }

  /** The index of the bracket that pairs with the i-th, or -1. */
  int partner(int i) {
    return partner[i];
  }

  /** The index of the bracket around the i-th token, or -1. */
  int parent(int i) {
    return parent[i];
  }

  /** Whether the bracket around the i-th token is this one. */
  boolean isIn(int i, String bracket) {
    return parent[i] >= 0 && list.get(parent[i]).is(bracket);
  }

  /** The index after the i-th token, or, if it opens a bracket, after the one that closes it. */
  int after(int i) {
    return partner[i] > i ? partner[i] + 1 : i + 1;
  }

  /** Whether a value may end with this token. */
  static boolean endsOperand(Token token) {
    return switch (token.kind()) {
      case WORD -> !NO_OPERANDS.contains(token.text());
      case NUMBER, STRING -> true;
      case OPERATOR -> token.isAny(")", "]", "}", "++", "--");
      case NEWLINE, END -> false;
    };
  }

  /** Whether a value may start with the i-th token. */
  boolean startsOperand(int i) {
    Token token = get(i);
    return switch (token.kind()) {
      case WORD ->
          !NO_OPERANDS.contains(token.text()) || token.isAny("new", "not", "lambda", "switch");
      case NUMBER, STRING -> true;
      case OPERATOR -> token.isAny("(", "[", "{", "-", "!", "~", "+");
      case NEWLINE, END -> false;
    };
  }

  /** Whether a statement starts at the i-th token. */
  boolean startsStatement(int i) {
    if (parent[i] >= 0 && !list.get(parent[i]).is("{")) {
      return false;
    }
    if (i == 0) {
      return true;
    }
    Token before = list.get(i - 1);
    if (before.isNewline()) {
      return !continues(i - 1);
    }
    return before.isOperator() && before.isAny(";", "{", "}", "->")
        || before.isWord() && before.is("else");
  }

  /** Whether the statement around a line break goes on after it. */
  private boolean continues(int newline) {
    int next = newline;
    while (get(next).isNewline()) {
      next++;
    }
    if (get(next).isOperator() && get(next).isAny(".", "?.", "*.", "??.", ".&", ".@")) {
      return true;
    }
    int last = newline;
    while (last > 0 && list.get(last).isNewline()) {
      last--;
    }
    Token before = list.get(last);
    boolean open = before.isOperator() && before.isAny(";", "{", "->", "(", "[");
    return before.isOperator() && !open && !endsOperand(before) && !before.is(":") && last > 0;
  }

  /** What a line that follows this text would stand in. */
  CellLanguage.Place placeAtEnd() {
    int end = list.size() - 1;
    boolean inBraces = unclosed >= 0 && list.get(unclosed).is("{");
    if (unfinished != Open.NOTHING
        || unclosed >= 0 && !inBraces
        || text.stripTrailing().endsWith("\\")
        || !startsStatement(end)) {
      return CellLanguage.Place.INSIDE;
    }
    return inBraces ? CellLanguage.Place.BLOCK : CellLanguage.Place.STATEMENT;
  }

  /** The index of the token that ends the statement around the i-th: a line break, ; or bracket. */
  int statementEnd(int i) {
    int at = i;
    while (at < list.size()) {
      Token token = list.get(at);
      boolean closing = token.isOperator() && token.isAny(")", "]", "}");
      if (token.isEnd() || closing || token.is(";") || token.isNewline() && !continues(at)) {
        return at;
      }
      at = after(at);
    }
    return list.size() - 1;
  }

  /** The text from the i-th token to before the j-th. */
  String source(int i, int j) {
    return i >= j ? "" : text.substring(get(i).start(), get(j - 1).end());
  }

  /** Whether the i-th and the next token touch. */
  boolean touches(int i) {
    return get(i).end() == get(i + 1).start() && !get(i + 1).isEnd();
  }

  /** Whether the i-th token is on the line of the one before it. */
  boolean sameLine(int i) {
    return i > 0 && text.substring(get(i - 1).end(), get(i).start()).indexOf('\n') < 0;
  }

  /** Whether a name is being selected here, {@code x.name}. */
  boolean afterDot(int i) {
    return i > 0
        && get(i - 1).isOperator()
        && get(i - 1).isAny(".", "?.", "*.", ".&", ".@", "::", "??.");
  }

  CellSyntaxError error(int i, String message) {
    return errorAt(get(i).start(), message);
  }

  CellSyntaxError errorAt(int offset, String message) {
    int[] place = Edits.place(text, offset);
    return new CellSyntaxError(message, place[0], place[1]);
  }
}
