package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.run.Module;
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
    re.value("IGNORECASE", Pattern.CASE_INSENSITIVE).value("I", Pattern.CASE_INSENSITIVE);
    re.value("MULTILINE", Pattern.MULTILINE).value("M", Pattern.MULTILINE);
    re.value("DOTALL", Pattern.DOTALL).value("S", Pattern.DOTALL);
    re.value("VERBOSE", Pattern.COMMENTS).value("X", Pattern.COMMENTS);
    re.one("escape", text -> escape(Module.str(text)));
    re.function("compile", (given, named) -> pattern(given[0], flags(given, 1, named)));
    for (String name : List.of("match", "search", "fullmatch", "findall", "finditer")) {
      re.function(
          name,
          (given, named) ->
              apply(name, compiled(given[0], flags(given, 2, named)), Module.str(given[1])));
    }
    re.function(
        "sub",
        (given, named) ->
            sub(
                compiled(given[0], flags(given, 4, named)),
                given[1],
                Module.str(given[2]),
                number(given, 3, named, "count")));
    re.function(
        "split",
        (given, named) ->
            split(
                compiled(given[0], flags(given, 3, named)),
                Module.str(given[1]),
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

  private static String escape(String text) {
    return text.replaceAll("([^A-Za-z0-9_!\"%',/:;<=>@`])", "\\\\$1");
  }

  /** A compiled expression, with its methods. */
  private static Namespace pattern(Object source, int flags) {
    Pattern pattern = compiled(source, flags);
    Module own = new Module("re.Pattern");
    own.value("pattern", Module.str(source)).value("__compiled__", pattern);
    for (String name : List.of("match", "search", "fullmatch", "findall", "finditer")) {
      own.function(name, (given, named) -> apply(name, pattern, Module.str(given[0])));
    }
    own.function(
        "sub",
        (given, named) ->
            sub(pattern, given[0], Module.str(given[1]), number(given, 2, named, "count")));
    own.function(
        "split",
        (given, named) ->
            split(pattern, Module.str(given[0]), number(given, 1, named, "maxsplit")));
    return own.names();
  }

  private static Pattern compiled(Object source, int flags) {
    if (source instanceof Namespace own && own.has("__compiled__")) {
      return (Pattern) own.get("__compiled__");
    }
    String text =
        Module.str(source)
            .replace("(?P<", "(?<")
            .replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>")
            .replaceAll("\\\\Z", "\\\\z")
            .replaceAll("(?<!\\\\)\\[([^\\]\\[\\\\]*)\\[", "[$1\\\\[");
    try {
      return Pattern.compile(text, flags | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    } catch (PatternSyntaxException e) {
      throw Module.error("error", e.getDescription() + " at position " + e.getIndex());
    }
  }

  private static Object apply(String name, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return switch (name) {
      case "match" -> matcher.lookingAt() ? match(matcher, pattern) : null;
      case "fullmatch" -> matcher.matches() ? match(matcher, pattern) : null;
      case "search" -> matcher.find() ? match(matcher, pattern) : null;
      case "findall" -> all(matcher);
      default -> each(matcher, pattern);
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

  private static Iterator<Object> each(Matcher matcher, Pattern pattern) {
    return Module.lazy(
        "callable_iterator", () -> matcher.find() ? match(matcher, pattern) : Module.end());
  }

  private static Object match(Matcher matcher, Pattern pattern) {
    return new Match(matcher.toMatchResult(), names(pattern));
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
      Match match = new Match(matcher.toMatchResult(), names(pattern));
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
