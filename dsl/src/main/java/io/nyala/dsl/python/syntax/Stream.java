package io.nyala.dsl.python.syntax;

import io.nyala.dsl.lang.CellSyntaxError;
import java.util.List;
import java.util.Set;

/** The tokens of a cell with a place in them. */
class Stream {
  public static final Set<String> KEYWORDS =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private final List<Tok> tokens;
  private int at;
  private String owner;

  Stream(List<Tok> tokens) {
    this.tokens = tokens;
  }

  final Tok peek() {
    return tokens.get(at);
  }

  final Tok peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  final int mark() {
    return at;
  }

  final Tok advance() {
    Tok token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  final boolean on(String text) {
    return peek().is(text);
  }

  final boolean on(Tok.Kind kind) {
    return peek().kind() == kind;
  }

  final boolean take(String text) {
    if (on(text)) {
      advance();
      return true;
    }
    return false;
  }

  final void expect(String text) {
    if (!take(text)) {
      throw unexpected(text.equals(":") ? "expected ':'" : "invalid syntax");
    }
  }

  final String name() {
    Tok token = peek();
    if (token.kind() != Tok.Kind.NAME || KEYWORDS.contains(token.text())) {
      throw unexpected("invalid syntax");
    }
    return mangled(advance().text());
  }

  /** Names such as {@code __x} belong to the class they are written in. */
  private String mangled(String name) {
    boolean isPrivate = owner != null && name.startsWith("__") && !name.endsWith("__");
    return isPrivate ? "_" + owner + name : name;
  }

  /** The class being read, without leading underscores; null outside. */
  final String owner() {
    return owner;
  }

  final void owner(String name) {
    owner = name;
  }

  /** An error at the next token; an unfinished one if the text ends there. */
  final CellSyntaxError unexpected(String message) {
    Tok token = peek();
    if (token.kind() == Tok.Kind.INDENT) {
      return new CellSyntaxError("unexpected indent", token.line(), token.column());
    }
    boolean ended = token.kind() == Tok.Kind.END || token.kind() == Tok.Kind.DEDENT && endsHere();
    return ended
        ? new IncompleteCell(message, token.line(), token.column())
        : new CellSyntaxError(message, token.line(), token.column());
  }

  /** Whether nothing follows but the ends of the blocks around. */
  final boolean endsHere() {
    int ahead = 0;
    while (peek(ahead).kind() == Tok.Kind.DEDENT || peek(ahead).kind() == Tok.Kind.NEWLINE) {
      ahead++;
    }
    return peek(ahead).kind() == Tok.Kind.END;
  }

  static CellSyntaxError at(Tok token, String message) {
    return new CellSyntaxError(message, token.line(), token.column());
  }
}
