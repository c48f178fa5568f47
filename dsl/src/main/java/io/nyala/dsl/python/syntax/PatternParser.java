package io.nyala.dsl.python.syntax;

import java.util.ArrayList;
import java.util.List;

/** The pattern of one {@code case}. */
final class PatternParser {
  private final ExprParser parser;
  private final List<String> names = new ArrayList<>();
  private final List<Expr> values = new ArrayList<>();

  PatternParser(ExprParser parser) {
    this.parser = parser;
  }

  /** What the pattern binds. */
  List<String> names() {
    return names;
  }

  /** The expressions it refers to. */
  List<Expr> values() {
    return values;
  }

  Pattern read() {
    Pattern first = item();
    if (!parser.on(",")) {
      if (first instanceof Pattern.Star) {
        return new Pattern.Sequence(List.of(first));
      }
      return first;
    }
    List<Pattern> items = new ArrayList<>(List.of(first));
    while (parser.take(",")) {
      if (!parser.on(":") && !parser.on("if")) {
        items.add(item());
      }
    }
    return sequence(items);
  }

  private Pattern sequence(List<Pattern> items) {
    if (items.stream().filter(Pattern.Star.class::isInstance).count() > 1) {
      throw parser.unexpected("multiple starred expressions in sequence pattern");
    }
    return new Pattern.Sequence(items);
  }

  private Pattern item() {
    if (parser.take("*")) {
      return new Pattern.Star(capture(parser.name()));
    }
    return as();
  }

  private Pattern as() {
    Pattern pattern = either();
    if (!parser.take("as")) {
      return pattern;
    }
    String name = parser.name();
    if (name.equals("_")) {
      throw parser.unexpected("cannot use '_' as a target");
    }
    return new Pattern.As(pattern, capture(name));
  }

  private Pattern either() {
    Pattern first = closed();
    if (!parser.on("|")) {
      return first;
    }
    List<Pattern> all = new ArrayList<>(List.of(first));
    while (parser.take("|")) {
      if (all.get(all.size() - 1) instanceof Pattern.Anything it) {
        throw parser.unexpected(
            it.name() < 0
                ? "wildcard makes remaining patterns unreachable"
                : "name capture '"
                    + names.get(it.name())
                    + "' makes remaining patterns unreachable");
      }
      all.add(closed());
    }
    return new Pattern.Either(all);
  }

  /** The number of a name; alternatives bind the same names. */
  private int capture(String name) {
    if (name.equals("_")) {
      return -1;
    }
    int known = names.indexOf(name);
    if (known < 0) {
      names.add(name);
    }
    return known < 0 ? names.size() - 1 : known;
  }

  private int value(Expr expr) {
    values.add(expr);
    return values.size() - 1;
  }

  private Pattern closed() {
    Tok token = parser.peek();
    if (parser.take("[")) {
      return sequence(items("]"));
    }
    if (parser.take("(")) {
      return group();
    }
    if (parser.take("{")) {
      return mapping();
    }
    boolean literal =
        token.kind() == Tok.Kind.NUMBER
            || token.kind() == Tok.Kind.STRING
            || token.is("-")
            || token.is("None")
            || token.is("True")
            || token.is("False");
    if (literal) {
      return new Pattern.Value(value(parser.binary(2)));
    }
    String name = parser.name();
    if (!parser.on(".") && !parser.on("(")) {
      return new Pattern.Anything(capture(name));
    }
    Expr path = new Expr.Name(name, token.line());
    while (parser.take(".")) {
      path = new Expr.Attribute(path, parser.name(), token.line());
    }
    return parser.take("(") ? object(path) : new Pattern.Value(value(path));
  }

  private List<Pattern> items(String close) {
    List<Pattern> items = new ArrayList<>();
    while (!parser.take(close)) {
      items.add(item());
      if (!parser.on(close)) {
        parser.expect(",");
      }
    }
    return items;
  }

  private Pattern group() {
    if (parser.take(")")) {
      return new Pattern.Sequence(List.of());
    }
    Pattern first = item();
    boolean single = !(first instanceof Pattern.Star);
    if (single && parser.take(")")) {
      return first;
    }
    List<Pattern> items = new ArrayList<>(List.of(first));
    if (!parser.on(")")) {
      parser.expect(",");
    }
    items.addAll(items(")"));
    return sequence(items);
  }

  private Pattern mapping() {
    List<Integer> keys = new ArrayList<>();
    List<Pattern> patterns = new ArrayList<>();
    int rest = -1;
    while (!parser.take("}")) {
      if (parser.take("**")) {
        rest = capture(parser.name());
      } else {
        keys.add(value(parser.binary(2)));
        parser.expect(":");
        patterns.add(as());
      }
      if (!parser.on("}")) {
        parser.expect(",");
      }
    }
    return new Pattern.Mapping(keys, patterns, rest);
  }

  private Pattern object(Expr type) {
    int number = value(type);
    List<Pattern> positional = new ArrayList<>();
    List<String> keywords = new ArrayList<>();
    List<Pattern> named = new ArrayList<>();
    while (!parser.take(")")) {
      if (parser.peek(1).is("=")) {
        keywords.add(parser.name());
        parser.advance();
        named.add(as());
      } else if (keywords.isEmpty()) {
        positional.add(as());
      } else {
        throw parser.unexpected("positional patterns follow keyword patterns");
      }
      if (!parser.on(")")) {
        parser.expect(",");
      }
    }
    return new Pattern.Of(number, positional, keywords, named);
  }
}
