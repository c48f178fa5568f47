package io.nyala.dsl.python.syntax;

import io.nyala.dsl.lang.CellSyntaxError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Python's text as tokens, with INDENT and DEDENT where blocks open and close. */
final class PyLexer {
  private static final String[] OPERATORS = {
    "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->", "+=",
    "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", ":="
  };
  private static final Set<String> PREFIXES = Set.of("r", "b", "u", "f", "rb", "br", "fr", "rf");

  private final String code;
  private final List<Tok> tokens = new ArrayList<>();
  private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
  private final Deque<Integer> narrows = new ArrayDeque<>(List.of(0));
  private final Deque<Tok> open = new ArrayDeque<>();
  private int at;
  private int line;
  private int lineStart;

  private PyLexer(String code, int firstLine) {
    this.code = code;
    this.line = firstLine;
  }

  /**
   * The tokens of a whole cell.
   *
   * @throws CellSyntaxError if a character or literal cannot be understood
   */
  static List<Tok> tokens(String code) {
    PyLexer lexer = new PyLexer(code.replace("\r\n", "\n").replace('\r', '\n'), 1);
    lexer.run();
    return lexer.tokens;
  }

  /** The tokens of an expression inside an f-string, where line breaks mean nothing. */
  static List<Tok> expression(String code, int line) {
    PyLexer lexer = new PyLexer(code, line);
    lexer.open.push(new Tok(Tok.Kind.OP, "{", null, line, 1));
    while (lexer.at < code.length()) {
      lexer.next();
    }
    lexer.add(Tok.Kind.END, "", null);
    return lexer.tokens;
  }

  private void run() {
    boolean fresh = true;
    while (at < code.length()) {
      if (fresh && open.isEmpty()) {
        if (!indent()) {
          continue;
        }
        fresh = false;
      }
      fresh = next();
    }
    if (!open.isEmpty()) {
      Tok unclosed = open.peek();
      throw new IncompleteCell(
          "'" + unclosed.text() + "' was never closed", unclosed.line(), unclosed.column());
    }
    if (!fresh && !tokens.isEmpty()) {
      add(Tok.Kind.NEWLINE, "", null);
    }
    while (indents.size() > 1) {
      indents.pop();
      add(Tok.Kind.DEDENT, "", null);
    }
    add(Tok.Kind.END, "", null);
  }

  /** Reads the white space a line starts with; false if the line holds nothing. */
  private boolean indent() {
    int width = 0;
    int narrow = 0;
    while (at < code.length() && " \t\f".indexOf(code.charAt(at)) >= 0) {
      width = code.charAt(at) == '\t' ? (width / 8 + 1) * 8 : width + 1;
      narrow++;
      at++;
    }
    if (at < code.length() && code.charAt(at) == '#') {
      skipComment();
    }
    if (at >= code.length()) {
      return false;
    }
    if (code.charAt(at) == '\n') {
      lineBreak();
      return false;
    }
    if (width > indents.peek()) {
      consistent(narrow > narrows.peek());
      indents.push(width);
      narrows.push(narrow);
      add(Tok.Kind.INDENT, "", null);
    }
    while (width < indents.peek()) {
      indents.pop();
      narrows.pop();
      add(Tok.Kind.DEDENT, "", null);
      if (width > indents.peek()) {
        throw error("unindent does not match any outer indentation level");
      }
    }
    consistent(narrow == narrows.peek());
    return true;
  }

  /** Lines must be indented alike however wide a tab is. */
  private void consistent(boolean is) {
    if (!is) {
      throw error("inconsistent use of tabs and spaces in indentation");
    }
  }

  private void lineBreak() {
    at++;
    line++;
    lineStart = at;
  }

  private void skipComment() {
    while (at < code.length() && code.charAt(at) != '\n') {
      at++;
    }
  }

  /** Reads one token; true if it ended a logical line. */
  private boolean next() {
    char c = code.charAt(at);
    if (c == '\n') {
      boolean ends = open.isEmpty();
      if (ends) {
        add(Tok.Kind.NEWLINE, "", null);
      }
      lineBreak();
      return ends;
    }
    if (c == '#') {
      skipComment();
    } else if (" \t\f".indexOf(c) >= 0) {
      at++;
    } else if (c == '\\' && at + 1 < code.length() && code.charAt(at + 1) == '\n') {
      at++;
      lineBreak();
    } else if (c == '"' || c == '\'') {
      string("", at);
    } else if (Character.isDigit(c) || c == '.' && digitAt(at + 1)) {
      number();
    } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
      name();
    } else {
      operator();
    }
    return false;
  }

  private boolean digitAt(int index) {
    return index < code.length() && code.charAt(index) >= '0' && code.charAt(index) <= '9';
  }

  private void name() {
    int start = at;
    while (at < code.length()
        && (Character.isUnicodeIdentifierPart(code.charAt(at)) || code.charAt(at) == '_')) {
      at++;
    }
    String text = code.substring(start, at);
    boolean quote = at < code.length() && (code.charAt(at) == '"' || code.charAt(at) == '\'');
    String prefix = text.toLowerCase(java.util.Locale.ROOT);
    if (quote && PREFIXES.contains(prefix)) {
      string(prefix, start);
    } else {
      tokens.add(new Tok(Tok.Kind.NAME, text, null, line, start - lineStart + 1));
    }
  }

  private void number() {
    int start = at;
    Numerals numeral = Numerals.read(code, at);
    at = numeral.end();
    boolean runsOn = at < code.length() && Character.isUnicodeIdentifierStart(code.charAt(at));
    if (numeral.problem() != null || runsOn) {
      throw error(numeral.problem() == null ? "invalid decimal literal" : numeral.problem());
    }
    tokens.add(
        new Tok(
            Tok.Kind.NUMBER,
            code.substring(start, at),
            numeral.value(),
            line,
            start - lineStart + 1));
  }

  private void string(String prefix, int start) {
    int startLine = line;
    int startColumn = start - lineStart + 1;
    char mark = code.charAt(at);
    boolean triple = code.startsWith(String.valueOf(mark).repeat(3), at);
    String close = String.valueOf(mark).repeat(triple ? 3 : 1);
    at += close.length();
    int from = at;
    while (!code.startsWith(close, at)) {
      if (at >= code.length() || !triple && code.charAt(at) == '\n') {
        unterminated(triple, startLine, startColumn);
      }
      if (code.charAt(at) == '\\' && at + 1 < code.length()) {
        at++;
      }
      if (code.charAt(at) == '\n') {
        lineBreak();
      } else {
        at++;
      }
    }
    tokens.add(new Tok(Tok.Kind.STRING, code.substring(from, at), prefix, startLine, startColumn));
    at += close.length();
  }

  private void unterminated(boolean triple, int startLine, int startColumn) {
    if (triple) {
      int last = code.endsWith("\n") ? line - 1 : line;
      throw new IncompleteCell(
          "unterminated triple-quoted string literal (detected at line " + last + ")",
          startLine,
          startColumn);
    }
    throw new CellSyntaxError(
        "unterminated string literal (detected at line " + line + ")", startLine, startColumn);
  }

  private void operator() {
    for (String each : OPERATORS) {
      if (code.startsWith(each, at)) {
        add(Tok.Kind.OP, each, null);
        at += each.length();
        return;
      }
    }
    char c = code.charAt(at);
    if ("+-*/%@&|^~<>()[]{},:.;=!".indexOf(c) < 0) {
      throw error(
          c == '\\'
              ? "unexpected character after line continuation character"
              : c < 128
                  ? "invalid syntax"
                  : String.format("invalid character '%c' (U+%04X)", c, (int) c));
    }
    String text = String.valueOf(c);
    add(Tok.Kind.OP, text, null);
    bracket(c);
    at++;
  }

  private void bracket(char c) {
    if ("([{".indexOf(c) >= 0) {
      open.push(tokens.get(tokens.size() - 1));
    } else if (")]}".indexOf(c) >= 0) {
      if (open.isEmpty()) {
        throw error("unmatched '" + c + "'");
      }
      Tok opened = open.pop();
      if ("([{".indexOf(opened.text()) != ")]}".indexOf(c)) {
        String where = opened.line() == line ? "" : " on line " + opened.line();
        throw error(
            "closing parenthesis '"
                + c
                + "' does not match opening parenthesis '"
                + opened.text()
                + "'"
                + where);
      }
    }
  }

  private void add(Tok.Kind kind, String text, Object value) {
    tokens.add(new Tok(kind, text, value, line, at - lineStart + 1));
  }

  private CellSyntaxError error(String message) {
    return new CellSyntaxError(message, line, at - lineStart + 1);
  }
}
