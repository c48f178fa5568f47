package io.nyala.dsl.lang;

import io.nyala.dsl.lang.SimpleCell.Literal;
import io.nyala.dsl.lang.SimpleCell.Name;
import io.nyala.dsl.lang.SimpleCell.Sum;
import io.nyala.dsl.lang.SimpleCell.Term;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.typehandling.NumberMath;
import org.codehaus.groovy.syntax.Types;

/** Reads Groovy cells that are so short that Groovy's parser would be most of their work. */
final class SimpleText {
  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+\\.[0-9]+");
  private static final Pattern STRING = Pattern.compile("'[^'\\\\\\n]*'|\"[^\"\\\\$\\n]*\"");
  private static final Set<String> WORDS_OF_GROOVY =
      Set.of("this", "super", "true", "false", "null");

  private final Tokens tokens;
  private final Predicate<String> hidden;
  private int at;

  private SimpleText(Tokens tokens, Predicate<String> hidden) {
    this.tokens = tokens;
    this.hidden = hidden;
  }

  /**
   * What a simple cell consists of.
   *
   * @param hidden whether a name may mean something else than a variable of the session
   * @return null if there is more to the cell, or something else
   */
  static Term read(Tokens tokens, Predicate<String> hidden) {
    SimpleText text = new SimpleText(tokens, hidden);
    text.skipLines();
    Term term = text.sum();
    text.skipLines();
    return text.tokens.get(text.at).isEnd() ? term : null;
  }

  /** Groovy's own arithmetic on two numbers. */
  static Number add(String operator, Object left, Object right) {
    Number a = (Number) left;
    Number b = (Number) right;
    return switch (operator) {
      case "+" -> NumberMath.add(a, b);
      case "-" -> NumberMath.subtract(a, b);
      default -> NumberMath.multiply(a, b);
    };
  }

  private void skipLines() {
    while (tokens.get(at).isNewline()) {
      at++;
    }
  }

  private Term sum() {
    Term left = product();
    while (left != null && tokens.get(at).isOperator() && tokens.get(at).isAny("+", "-")) {
      left = joined(left, tokens.get(at++).text(), product());
    }
    return left;
  }

  private Term product() {
    Term left = atom();
    while (left != null && tokens.get(at).isOperator() && tokens.get(at).is("*")) {
      left = joined(left, tokens.get(at++).text(), atom());
    }
    return left;
  }

  private static Term joined(Term left, String operator, Term right) {
    return right == null ? null : new Sum(operator, left, right);
  }

  private Term atom() {
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case NUMBER -> number(token.text());
      case STRING -> string(token.text());
      case WORD -> name(token.text());
      case OPERATOR -> token.is("(") ? bracketed() : null;
      case NEWLINE, END -> null;
    };
  }

  /** One name in brackets might be a type to cast to. */
  private Term bracketed() {
    Term inside = sum();
    return inside instanceof Sum && tokens.get(at++).is(")") ? inside : null;
  }

  private static Term number(String text) {
    if (WHOLE.matcher(text).matches()) {
      long value = Long.parseLong(text);
      return new Literal(value == (int) value ? (Object) (int) value : (Object) value);
    }
    return DECIMAL.matcher(text).matches() ? new Literal(new BigDecimal(text)) : null;
  }

  private static Term string(String text) {
    boolean plain = STRING.matcher(text).matches();
    return plain ? new Literal(text.substring(1, text.length() - 1)) : null;
  }

  private Term name(String word) {
    // A capital may be a class, which Groovy prefers.
    boolean variable =
        Character.isLowerCase(word.charAt(0))
            && !WORDS_OF_GROOVY.contains(word)
            && Types.lookupKeyword(word) == Types.UNKNOWN
            && !hidden.test(word);
    return variable ? new Name(word) : null;
  }
}
