package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.PyBytes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code re}: Python's regular expressions on Java's. */
final class ReModule {
  private ReModule() {}

  static Namespace names() {
    Module re = new Module("re");
    re.value("IGNORECASE", 2).value("I", 2).value("MULTILINE", 8).value("M", 8);
    re.value("DOTALL", 16).value("S", 16).value("VERBOSE", 64).value("X", 64);
    re.value("UNICODE", 32).value("U", 32).value("ASCII", ASCII).value("A", ASCII);
    re.value("NOFLAG", 0).value("error", Module.exception("error"));
    re.function("purge", (given, named) -> null);
    re.one("escape", text -> escape(Module.str(text)));
    re.function("compile", (given, named) -> pattern(given[0], flags(given, 1, named)));
    for (String name : List.of("match", "search", "fullmatch", "findall", "finditer")) {
      re.function(
          name,
          (given, named) ->
              apply(name, compiled(given[0], flags(given, 2, named)), subject(given[1])));
    }
    re.function(
        "sub",
        (given, named) ->
            sub(
                compiled(given[0], flags(given, 4, named)),
                given[1],
                subject(given[2]),
                number(given, 3, named, "count")));
    re.function(
        "subn",
        (given, named) ->
            subn(
                compiled(given[0], flags(given, 4, named)),
                given[1],
                subject(given[2]),
                number(given, 3, named, "count")));
    re.function(
        "split",
        (given, named) ->
            split(
                compiled(given[0], flags(given, 3, named)),
                subject(given[1]),
                number(given, 2, named, "maxsplit")));
    return re.names();
  }

  private static int number(Object[] given, int index, Kwargs named, String name) {
    Object value = given.length > index ? given[index] : named == null ? null : named.get(name);
    return value == null ? 0 : Module.index(value);
  }

  private static int flags(Object[] given, int index, Kwargs named) {
    return number(given, index, named, "flags");
  }

  private static String subject(Object text) {
    if (text instanceof CharSequence) {
      return text.toString();
    }
    if (text instanceof PyBytes) {
      throw Module.error(
          "NotImplementedError",
          "regular expressions of bytes are not supported here; decode them");
    }
    throw Module.error(
        "TypeError", "expected string or bytes-like object, got '" + Module.typeName(text) + "'");
  }

  /** A method of a pattern, which may be told where to begin and to end. */
  private static Object within(String name, Pattern pattern, Object[] given) {
    String text = subject(given[0]);
    if (given.length == 1) {
      return apply(name, pattern, text);
    }
    int from = Math.max(0, Math.min(text.length(), Module.index(given[1])));
    int to = given.length > 2 ? Math.min(text.length(), Module.index(given[2])) : text.length();
    Matcher matcher = pattern.matcher(text);
    matcher.region(from, Math.max(from, to)).useAnchoringBounds(false);
    return apply(name, matcher.useTransparentBounds(true), pattern, text);
  }

  private static Object subn(Pattern pattern, Object replacement, String text, int most) {
    int count = 0;
    Matcher matcher = pattern.matcher(text);
    while ((most == 0 || count < most) && matcher.find()) {
      count++;
    }
    return Tuple.of(sub(pattern, replacement, text, most), count);
  }

  private static final int ASCII = 256;

  /** Java's flags for Python's. */
  private static int javaFlags(int flags) {
    int java = Pattern.UNICODE_CASE;
    java |= (flags & 2) != 0 ? Pattern.CASE_INSENSITIVE : 0;
    java |= (flags & 8) != 0 ? Pattern.MULTILINE : 0;
    java |= (flags & 16) != 0 ? Pattern.DOTALL : 0;
    java |= (flags & 64) != 0 ? Pattern.COMMENTS : 0;
    return (flags & ASCII) != 0 ? java : java | Pattern.UNICODE_CHARACTER_CLASS;
  }

  private static String escape(String text) {
    return text.replaceAll("([^A-Za-z0-9_!\"%',/:;<=>@`])", "\\\\$1");
  }

  /** A compiled expression as Python sees it. */
  static Namespace of(Pattern pattern) {
    return pattern(pattern.pattern().replaceAll("\\(\\?<([A-Za-z])", "(?P<$1"), pattern, 0);
  }

  private static Namespace pattern(Object source, int flags) {
    return source instanceof Namespace known && known.has("__compiled__")
        ? known
        : pattern(source, compiled(source, flags), flags);
  }

  /** A compiled expression, with its methods. */
  private static Namespace pattern(Object source, Pattern pattern, int flags) {
    Module own = new Module("re.Pattern");
    own.value("pattern", Module.str(source)).value("__compiled__", pattern);
    for (String name : List.of("match", "search", "fullmatch", "findall", "finditer")) {
      own.function(name, (given, named) -> within(name, pattern, given));
    }
    own.function(
        "sub",
        (given, named) ->
            sub(pattern, given[0], subject(given[1]), number(given, 2, named, "count")));
    own.function(
        "subn",
        (given, named) ->
            subn(pattern, given[0], subject(given[1]), number(given, 2, named, "count")));
    own.value("flags", flags | 32).value("groups", pattern.matcher("").groupCount());
    own.value("groupindex", new LinkedHashMap<Object, Object>(names(pattern)));
    own.function(
        "split",
        (given, named) -> split(pattern, subject(given[0]), number(given, 1, named, "maxsplit")));
    return own.names();
  }

  private static Pattern compiled(Object source, int flags) {
    if (source instanceof Namespace own && own.has("__compiled__")) {
      return (Pattern) own.get("__compiled__");
    }
    if (!(source instanceof CharSequence)) {
      throw source instanceof PyBytes
          ? Module.error(
              "NotImplementedError",
              "regular expressions of bytes are not supported here; decode them")
          : Module.error("TypeError", "first argument must be string or compiled pattern");
    }
    String text =
        Module.str(source)
            .replace("(?P<", "(?<")
            .replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>")
            .replaceAll("\\\\Z", "\\\\z")
            .replaceAll("(?<!\\\\)\\[([^\\]\\[\\\\]*)\\[", "[$1\\\\[");
    try {
      return Pattern.compile(text, javaFlags(flags));
    } catch (PatternSyntaxException e) {
      throw wrong(e);
    }
  }

  private static RuntimeException wrong(PatternSyntaxException e) {
    String text = e.getPattern();
    String said = e.getDescription();
    if (said.startsWith("Dangling meta character")) {
      return Module.error("error", "nothing to repeat at position " + e.getIndex());
    }
    if (said.startsWith("Unclosed character class")) {
      return Module.error(
          "error", "unterminated character set at position " + text.lastIndexOf('['));
    }
    if (said.startsWith("Unclosed group")) {
      return Module.error(
          "error", "missing ), unterminated subpattern at position " + text.lastIndexOf('('));
    }
    if (said.startsWith("Unmatched closing")) {
      return Module.error("error", "unbalanced parenthesis at position " + (e.getIndex() + 1));
    }
    boolean escape = said.startsWith("Illegal/unsupported escape");
    int at = Math.max(0, e.getIndex() - 1);
    return escape && at + 1 < text.length()
        ? Module.error("error", "bad escape \\" + text.charAt(at + 1) + " at position " + at)
        : Module.error("error", said + " at position " + e.getIndex());
  }

  private static Object apply(String name, Pattern pattern, String text) {
    return apply(name, pattern.matcher(text), pattern, text);
  }

  private static Object apply(String name, Matcher matcher, Pattern pattern, String text) {
    return switch (name) {
      case "match" -> matcher.lookingAt() ? match(matcher, pattern, text) : null;
      case "fullmatch" -> matcher.matches() ? match(matcher, pattern, text) : null;
      case "search" -> matcher.find() ? match(matcher, pattern, text) : null;
      case "findall" -> all(matcher);
      default -> each(matcher, pattern, text);
    };
  }

  private static List<Object> all(Matcher matcher) {
    List<Object> found = new ArrayList<>();
    while (matcher.find()) {
      int groups = matcher.groupCount();
      if (groups < 2) {
        found.add(text(matcher.group(groups)));
      } else {
        Object[] row = new Object[groups];
        for (int i = 0; i < groups; i++) {
          row[i] = text(matcher.group(i + 1));
        }
        found.add(Tuple.of(row));
      }
    }
    return found;
  }

  private static String text(String group) {
    return group == null ? "" : group;
  }

  private static Iterator<Object> each(Matcher matcher, Pattern pattern, String text) {
    return Module.lazy(
        "callable_iterator", () -> matcher.find() ? match(matcher, pattern, text) : Module.end());
  }

  private static Object match(Matcher matcher, Pattern pattern, String text) {
    return new Match(matcher.toMatchResult(), names(pattern), text, pattern);
  }

  private static Map<String, Integer> names(Pattern pattern) {
    Map<String, Integer> names = new LinkedHashMap<>();
    Matcher groups =
        Pattern.compile("\\\\.|\\(\\?<([A-Za-z]\\w*)>|\\((?!\\?)").matcher(pattern.pattern());
    int count = 0;
    while (groups.find()) {
      if (groups.group().startsWith("(")) {
        count++;
        if (groups.group(1) != null) {
          names.put(groups.group(1), count);
        }
      }
    }
    return names;
  }

  private static Object sub(Pattern pattern, Object replacement, String text, int most) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = new StringBuilder();
    int from = 0;
    int done = 0;
    while ((most == 0 || done < most) && matcher.find()) {
      done++;
      out.append(text, from, matcher.start());
      Match match = new Match(matcher.toMatchResult(), names(pattern), text, pattern);
      out.append(
          replacement instanceof CharSequence template
              ? match.expand(template.toString())
              : Module.str(Module.call(replacement, match)));
      from = matcher.end();
    }
    return out.append(text.substring(from)).toString();
  }

  private static Object split(Pattern pattern, String text, int most) {
    Matcher matcher = pattern.matcher(text);
    List<Object> parts = new ArrayList<>();
    int from = 0;
    int done = 0;
    while ((most == 0 || done < most) && matcher.find()) {
      done++;
      parts.add(text.substring(from, matcher.start()));
      for (int i = 1; i <= matcher.groupCount(); i++) {
        parts.add(matcher.group(i));
      }
      from = matcher.end();
    }
    parts.add(text.substring(from));
    return parts;
  }
}
