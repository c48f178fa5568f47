package io.nyala.dsl.python.syntax;

import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.python.run.PyBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** String literals: escapes, f-strings, and literals side by side. */
final class Texts {
  private Texts() {}

  /** The value of one or more literals that stand side by side. */
  static Expr of(List<Tok> literals, String owner) {
    List<Expr> parts = new ArrayList<>();
    boolean formatted = false;
    for (Tok literal : literals) {
      String prefix = (String) literal.value();
      if (prefix.contains("b") != ((String) literals.get(0).value()).contains("b")) {
        throw Stream.at(literal, "cannot mix bytes and nonbytes literals");
      }
      boolean raw = prefix.contains("r");
      if (prefix.contains("f")) {
        formatted = true;
        new FText(literal.text(), raw, literal, owner).parse(parts, false);
      } else {
        add(parts, raw ? literal.text() : unescape(literal.text(), literal), literal.line());
      }
    }
    int line = literals.get(0).line();
    if (((String) literals.get(0).value()).contains("b")) {
      return bytes(
          parts.isEmpty() ? "" : (String) ((Expr.Constant) parts.get(0)).value(), literals);
    }
    if (formatted) {
      return new Expr.Joined(parts, line);
    }
    return parts.isEmpty() ? new Expr.Constant("", line) : parts.get(0);
  }

  private static Expr bytes(String text, List<Tok> literals) {
    if (text.chars().anyMatch(c -> c > 255)
        || literals.stream().anyMatch(each -> each.text().chars().anyMatch(c -> c > 127))) {
      throw Stream.at(literals.get(0), "bytes can only contain ASCII literal characters");
    }
    PyBytes value = new PyBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return new Expr.Constant(value, literals.get(0).line());
  }

  private static void add(List<Expr> parts, String text, int line) {
    if (text.isEmpty()) {
      return;
    }
    int last = parts.size() - 1;
    if (last >= 0
        && parts.get(last) instanceof Expr.Constant before
        && before.value() instanceof String start) {
      parts.set(last, new Expr.Constant(start + text, before.line()));
    } else {
      parts.add(new Expr.Constant(text, line));
    }
  }

  static String unescape(String text, Tok place) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      i = c == '\\' && i < text.length() ? escape(text, i, out, place) : i;
      if (c != '\\') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Reads the escape whose letter is at i; returns where it ends. */
  private static int escape(String text, int i, StringBuilder out, Tok place) {
    char c = text.charAt(i);
    int simple = "\\'\"abfnrtv".indexOf(c);
    if (simple >= 0) {
      out.append("\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
      return i + 1;
    }
    return switch (c) {
      case '\n' -> i + 1;
      case 'x' -> hex(text, i + 1, 2, out, place);
      case 'u' -> hex(text, i + 1, 4, out, place);
      case 'U' -> hex(text, i + 1, 8, out, place);
      case 'N' -> named(text, i + 1, out, place);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(text, i, out);
      default -> {
        out.append('\\').append(c);
        yield i + 1;
      }
    };
  }

  private static int hex(String text, int from, int digits, StringBuilder out, Tok place) {
    int to = from + digits;
    try {
      out.appendCodePoint(Integer.parseInt(text.substring(from, to), 16));
      return to;
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw Stream.at(place, "(unicode error) truncated or invalid escape in a string literal");
    }
  }

  private static int named(String text, int from, StringBuilder out, Tok place) {
    int close = text.indexOf('}', from);
    try {
      out.appendCodePoint(Character.codePointOf(text.substring(from + 1, close)));
      return close + 1;
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw Stream.at(place, "(unicode error) unknown Unicode character name");
    }
  }

  private static int octal(String text, int from, StringBuilder out) {
    int to = from;
    while (to < text.length() && to < from + 3 && "01234567".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    out.append((char) Integer.parseInt(text.substring(from, to), 8));
    return to;
  }

  /** An f-string's body on the way to its parts. */
  private static final class FText {
    private final String text;
    private final boolean raw;
    private final Tok place;
    private final String owner;
    private int at;

    FText(String text, boolean raw, Tok place, String owner) {
      this.owner = owner;
      this.text = text;
      this.raw = raw;
      this.place = place;
    }

    /** Reads texts and values up to the end, or, in a format spec, up to its brace. */
    void parse(List<Expr> parts, boolean spec) {
      StringBuilder plain = new StringBuilder();
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
          plain.append(c).append(text.charAt(at + 1));
          at += 2;
        } else if ((c == '{' || c == '}') && !spec && text.startsWith("" + c + c, at)) {
          plain.append(c);
          at += 2;
        } else if (c == '{') {
          flush(parts, plain);
          at++;
          value(parts);
        } else if (c == '}') {
          if (spec) {
            break;
          }
          throw Stream.at(place, "f-string: single '}' is not allowed");
        } else {
          plain.append(c);
          at++;
        }
      }
      flush(parts, plain);
    }

    private void flush(List<Expr> parts, StringBuilder plain) {
      String given = plain.toString();
      add(parts, raw ? given : unescape(given, place), place.line());
      plain.setLength(0);
    }

    private void value(List<Expr> parts) {
      int from = at;
      int end = expressionEnd();
      String code = text.substring(from, end);
      String shown = code;
      boolean debug = code.stripTrailing().endsWith("=") && !code.strip().matches("(?s).*[=!<>]=$");
      if (debug) {
        code = code.stripTrailing();
        code = code.substring(0, code.length() - 1);
      }
      if (code.isBlank()) {
        throw Stream.at(place, "f-string: empty expression not allowed");
      }
      Expr value = expression(code);
      at = end;
      char conversion = 0;
      if (peek() == '!') {
        conversion = text.charAt(at + 1);
        at += 2;
        if ("rsa".indexOf(conversion) < 0) {
          throw Stream.at(
              place,
              "f-string: invalid conversion character '"
                  + conversion
                  + "': expected 's', 'r', or 'a'");
        }
      }
      Expr spec = null;
      if (peek() == ':') {
        at++;
        List<Expr> inner = new ArrayList<>();
        parse(inner, true);
        spec = new Expr.Joined(inner, place.line());
      }
      if (peek() != '}') {
        throw Stream.at(place, "f-string: expecting '}'");
      }
      at++;
      if (debug) {
        add(parts, shown, place.line());
        conversion = conversion == 0 && spec == null ? 'r' : conversion;
      }
      parts.add(new Expr.Formatted(value, conversion, spec, place.line()));
    }

    private char peek() {
      return at < text.length() ? text.charAt(at) : 0;
    }

    private Expr expression(String code) {
      try {
        long breaks = text.substring(0, at).chars().filter(c -> c == '\n').count();
        List<Tok> tokens = PyLexer.expression(code, place.line() + (int) breaks);
        ExprParser parser = new ExprParser(tokens);
        parser.owner(owner);
        Expr value = parser.anything();
        if (!parser.on(Tok.Kind.END)) {
          throw parser.unexpected("f-string: invalid syntax");
        }
        return value;
      } catch (CellSyntaxError e) {
        String message = e.getMessage();
        throw Stream.at(place, message.startsWith("f-string") ? message : "f-string: " + message);
      }
    }

    /** Where the expression of a value ends: at its {@code !r}, {@code :} or brace. */
    private int expressionEnd() {
      int depth = 0;
      for (int i = at; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\'' || c == '"') {
          i = stringEnd(i, c);
        } else if ("([{".indexOf(c) >= 0) {
          depth++;
        } else if (depth > 0 && ")]}".indexOf(c) >= 0) {
          depth--;
        } else if (depth == 0) {
          boolean notEqual = c == '!' && i + 1 < text.length() && text.charAt(i + 1) == '=';
          if (c == '}' || c == ':' || c == '!' && !notEqual) {
            return i;
          }
          i += notEqual ? 1 : 0;
        }
      }
      throw Stream.at(place, "f-string: expecting '}'");
    }

    private int stringEnd(int from, char mark) {
      int end = text.indexOf(mark, from + 1);
      if (end < 0) {
        throw Stream.at(place, "f-string: unterminated string");
      }
      return end;
    }
  }
}
