package io.nyala.dsl.session;

import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Instance;
import io.nyala.dsl.widgets.Widget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Finds the value of an expression of names, dots, indices and calls without running anything of a
 * cell: what a call would give is known only for classes.
 */
final class Finder {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Pattern INDEX = Pattern.compile("\\[\\s*(-?\\d+|'[^']*'|\"[^\"]*\")\\s*\\]");

  /** Stands for any object of a class, which the call of the class would make. */
  record AnyOf(Class<?> type) {}

  private final CellHost host;
  private final CellLanguage language;

  Finder(CellHost host, CellLanguage language) {
    this.host = host;
    this.language = language;
  }

  Optional<Object> find(String expression) {
    String text = expression.strip();
    if (text.length() > 1 && (text.startsWith("'") || text.startsWith("\""))) {
      int close = text.indexOf(text.charAt(0), 1);
      return close < 0
          ? Optional.empty()
          : Optional.ofNullable(follow(text.substring(1, close), text, close + 1));
    }
    if (text.startsWith("[")) {
      return Optional.ofNullable(follow(new ArrayList<>(), text, text.lastIndexOf(']') + 1));
    }
    Matcher name = NAME.matcher(text);
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    return Optional.ofNullable(follow(first(name.group()), text, name.end()));
  }

  private Object first(String name) {
    Object found = host.variables().get(name);
    found = found == null ? language.builtins().get(name) : found;
    return found == null ? host.builtins().getOrDefault(name, host.type(name)) : found;
  }

  private Object follow(Object start, String text, int from) {
    Object at = start;
    int i = from;
    while (at != null && i < text.length()) {
      char c = text.charAt(i);
      if (c == '.') {
        Matcher name = NAME.matcher(text).region(i + 1, text.length());
        if (!name.lookingAt()) {
          return null;
        }
        at = member(at, name.group());
        i = name.end();
      } else if (c == '[') {
        Matcher index = INDEX.matcher(text).region(i, text.length());
        if (!index.lookingAt()) {
          return null;
        }
        at = item(at, index.group(1));
        i = index.end();
      } else {
        return made(at, text.substring(i));
      }
    }
    return at;
  }

  /** What the call of a class makes, if the call is the end of the expression. */
  private static Object made(Object callee, String call) {
    boolean whole = call.startsWith("(") && call.endsWith(")");
    if (!whole) {
      return null;
    }
    if (callee instanceof NamedType type && type.javaClass() != Widget.class) {
      return new AnyOf(type.javaClass());
    }
    return callee instanceof Class<?> type ? new AnyOf(type) : null;
  }

  private static Object item(Object value, String index) {
    boolean key = !Character.isDigit(index.charAt(index.length() - 1));
    if (key) {
      String name = index.substring(1, index.length() - 1);
      return value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (!(value instanceof List<?> list) || index.length() > 9) {
      return null;
    }
    int at = Integer.parseInt(index);
    int place = at < 0 ? at + list.size() : at;
    return place < 0 || place >= list.size() ? null : list.get(place);
  }

  private Object member(Object value, String name) {
    Optional<Object> own = language.member(value, name);
    if (own.isPresent()) {
      return own.get();
    }
    if (value instanceof Namespace namespace) {
      return namespace.has(name) ? namespace.get(name) : null;
    } else if (value instanceof Map<?, ?> map) {
      return map.get(name);
    } else if (value instanceof Instance instance && instance.attributes().containsKey(name)) {
      return instance.attributes().get(name);
    }
    return isOurs(value) ? property(value, name) : null;
  }

  private static boolean isOurs(Object value) {
    String type = value.getClass().getName();
    return value instanceof Widget
        || type.startsWith("io.nyala.keras.") && !(value instanceof Instance);
  }

  /** Only properties of our own objects are read: those do nothing else. */
  private static Object property(Object value, String name) {
    boolean known = value instanceof Widget || Members.of(value).get(name) == Members.PROPERTY;
    try {
      return known ? InvokerHelper.getProperty(value, name) : null;
    } catch (RuntimeException e) {
      return null;
    }
  }
}
