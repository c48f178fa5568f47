package io.nyala.dsl.lang;

import io.nyala.dsl.lang.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Splits a cell into tokens. Knows Groovy's strings of every kind, with the code inside GStrings,
 * and both languages' comments; line breaks inside parentheses and brackets are no tokens.
 */
final class Lexer {
  private static final String[] OPERATORS = {
    "<..<", ">>>=", "<=>", "**=", "...", "..<", "<..", "==~", "===", "!==", ">>>", "<<=", ">>=",
    "??.", "?.", "*.", ".&", ".@", "::", "->", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=",
    "-=", "*=", "/=", "%=", "&=", "|=", "^=", "?:", "?=", "=~", "..", "**", "<<", ":="
  };

  private final String text;
  private final int limit;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Tokens.Comment> comments = new ArrayList<>();
  private final List<Tokens> nested = new ArrayList<>();
  private final Deque<Character> open = new ArrayDeque<>();
  private Tokens.Open unfinished = Tokens.Open.NOTHING;
  private int unfinishedAt;
  private int at;

  private Lexer(String text, int from, int limit) {
    this.text = text;
    this.at = from;
    this.limit = limit;
  }

  static Tokens scan(String text) {
    Lexer lexer = new Lexer(text, 0, text.length());
    lexer.skipShebang();
    lexer.scanAll(false);
    return lexer.result();
  }

  private Tokens result() {
    tokens.add(new Token(Kind.END, "", at, at));
    return new Tokens(text, tokens, comments, nested, unfinished, unfinishedAt);
  }

  private void skipShebang() {
    if (text.startsWith("#!")) {
      int end = text.indexOf('\n');
      at = end < 0 ? text.length() : end;
    }
  }

  /** Scans to the end, or, inside a GString, to the brace that ends its expression. */
  private void scanAll(boolean untilBrace) {
    while (at < limit) {
      char c = text.charAt(at);
      if (untilBrace && c == '}' && open.isEmpty()) {
        return;
      }
      if (c == '\n' || c == '\r') {
        newline();
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else if (c == '\\' && isLineBreak(at + 1)) {
        at += text.startsWith("\r\n", at + 1) ? 3 : 2;
      } else {
        scanToken(c);
      }
    }
  }

  private boolean isLineBreak(int offset) {
    return offset < limit && (text.charAt(offset) == '\n' || text.charAt(offset) == '\r');
  }

  private void newline() {
    int start = at;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    boolean inside = !open.isEmpty() && open.peek() != '{';
    if (!inside) {
      tokens.add(new Token(Kind.NEWLINE, "\n", start, at));
    }
  }

  private void scanToken(char c) {
    if (c == '#') {
      lineComment(true);
    } else if (text.startsWith("//", at)) {
      lineComment(false);
    } else if (text.startsWith("/*", at)) {
      blockComment();
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else if (c == '/' && !afterOperand()) {
      slashy();
    } else if (text.startsWith("$/", at) && !afterOperand()) {
      dollarSlashy();
    } else if (Character.isJavaIdentifierStart(c)) {
      word();
    } else if (isDigit(at) || c == '.' && isDigit(at + 1) && !afterDot()) {
      number();
    } else {
      operator();
    }
  }

  private boolean afterDot() {
    return at > 0 && text.charAt(at - 1) == '.';
  }

  private boolean isDigit(int offset) {
    return offset < limit && text.charAt(offset) >= '0' && text.charAt(offset) <= '9';
  }

  private void lineComment(boolean hash) {
    int start = at;
    while (at < limit && !isLineBreak(at)) {
      at++;
    }
    comments.add(new Tokens.Comment(start, at, hash, tokens.size()));
  }

  private void blockComment() {
    int start = at;
    int end = text.indexOf("*/", at + 2);
    if (end < 0 || end + 2 > limit) {
      at = limit;
      leaveUnfinished(Tokens.Open.COMMENT, start);
    } else {
      at = end + 2;
    }
  }

  private void leaveUnfinished(Tokens.Open what, int where) {
    if (unfinished == Tokens.Open.NOTHING) {
      unfinished = what;
      unfinishedAt = where;
    }
  }

  private void quoted(char quote) {
    int start = at;
    String mark = String.valueOf(quote);
    boolean triple = text.startsWith(mark.repeat(3), at);
    String end = triple ? mark.repeat(3) : mark;
    at += end.length();
    while (at < limit && !text.startsWith(end, at)) {
      char c = text.charAt(at);
      if (c == '\\') {
        at = Math.min(limit, at + 2);
      } else if (!triple && isLineBreak(at)) {
        leaveUnfinished(Tokens.Open.LINE_STRING, start);
        tokens.add(new Token(Kind.STRING, text.substring(start, at), start, at));
        return;
      } else if (quote == '"' && c == '$') {
        interpolation();
      } else {
        at++;
      }
    }
    closeString(start, end, triple ? Tokens.Open.STRING : Tokens.Open.LINE_STRING);
  }

  private void closeString(int start, String end, Tokens.Open kind) {
    if (at >= limit) {
      at = limit;
      leaveUnfinished(kind, start);
    } else {
      at += end.length();
    }
    tokens.add(new Token(Kind.STRING, text.substring(start, at), start, at));
  }

  private void interpolation() {
    at++;
    if (at < limit && text.charAt(at) == '{') {
      Lexer inner = new Lexer(text, at + 1, limit);
      inner.scanAll(true);
      at = Math.min(limit, inner.at + 1);
      Tokens.Open left = inner.unfinished;
      int where = inner.unfinishedAt;
      nested.add(inner.result());
      if (left != Tokens.Open.NOTHING) {
        leaveUnfinished(left, where);
      }
    }
  }

  private void slashy() {
    int start = at++;
    while (at < limit && text.charAt(at) != '/') {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < limit && text.charAt(at + 1) == '/') {
        at += 2;
      } else if (c == '$') {
        interpolation();
      } else {
        at++;
      }
    }
    closeString(start, "/", Tokens.Open.STRING);
  }

  private void dollarSlashy() {
    int start = at;
    at += 2;
    while (at < limit && !text.startsWith("/$", at)) {
      boolean escape = text.startsWith("$$", at) || text.startsWith("$/", at);
      if (escape) {
        at += 2;
      } else if (text.charAt(at) == '$') {
        interpolation();
      } else {
        at++;
      }
    }
    closeString(start, "/$", Tokens.Open.STRING);
  }

  private void word() {
    int start = at;
    while (at < limit && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    add(Kind.WORD, start);
  }

  private void number() {
    int start = at;
    if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
      at += 2;
    }
    while (at < limit && isNumberPart(start)) {
      at++;
    }
    add(Kind.NUMBER, start);
  }

  private boolean isNumberPart(int start) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c) || c == '_') {
      return true;
    }
    if (c == '.') {
      boolean first = text.substring(start, at).indexOf('.') < 0;
      boolean hex = text.startsWith("0x", start) || text.startsWith("0X", start);
      char next = at + 1 < limit ? text.charAt(at + 1) : ' ';
      boolean more = next == '.' || Character.isJavaIdentifierStart(next) && !isExponent(at + 1);
      return first && !hex && !more;
    }
    char before = text.charAt(at - 1);
    boolean hex = text.startsWith("0x", start) || text.startsWith("0X", start);
    return (c == '+' || c == '-') && (before == 'e' || before == 'E') && !hex;
  }

  private boolean isExponent(int offset) {
    char c = text.charAt(offset);
    int next = offset + 1;
    boolean signed = next < limit && (text.charAt(next) == '-' || text.charAt(next) == '+');
    return (c == 'e' || c == 'E') && isDigit(signed ? next + 1 : next);
  }

  private void operator() {
    int start = at;
    for (String each : OPERATORS) {
      if (text.startsWith(each, at)) {
        at += each.length();
        add(Kind.OPERATOR, start);
        return;
      }
    }
    char c = text.charAt(at++);
    if (c == '(' || c == '[' || c == '{') {
      open.push(c);
    } else if ((c == ')' || c == ']' || c == '}') && !open.isEmpty()) {
      open.pop();
    }
    add(Kind.OPERATOR, start);
  }

  private void add(Kind kind, int start) {
    tokens.add(new Token(kind, text.substring(start, at), start, at));
  }

  private boolean afterOperand() {
    return !tokens.isEmpty() && Tokens.endsOperand(tokens.get(tokens.size() - 1));
  }
}
