package io.nyala.dsl.lang;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Taking a value apart into several names: {@code a, b = f()}. The names' layout comes as a
 * pattern: a dot for each name, parentheses for a nested group, {@code (..).} for {@code (a, b),
 * c}.
 */
public final class Unpack {
  private Unpack() {}

  /**
   * The values for the names of a pattern, flattened.
   *
   * @throws PyError {@code ValueError} if there are more or fewer values than names
   */
  public static List<Object> of(Object value, String pattern) {
    List<Object> out = new ArrayList<>();
    int end = take(value, pattern, 0, out);
    assert end == pattern.length();
    return out;
  }

  private static int take(Object value, String pattern, int from, List<Object> out) {
    List<Object> parts = parts(value, countAt(pattern, from));
    int at = from;
    for (Object part : parts) {
      if (pattern.charAt(at) == '(') {
        at = take(part, pattern, at + 1, out) + 1;
      } else {
        out.add(part);
        at++;
      }
    }
    return at;
  }

  private static int countAt(String pattern, int from) {
    int depth = 0;
    int count = 0;
    for (int i = from; i < pattern.length() && depth >= 0; i++) {
      char c = pattern.charAt(i);
      if (c == ')') {
        depth--;
      } else {
        count += depth == 0 ? 1 : 0;
        depth += c == '(' ? 1 : 0;
      }
    }
    return count;
  }

  private static List<Object> parts(Object value, int expected) {
    List<Object> parts = new ArrayList<>();
    Iterator<?> items = iterator(value);
    while (items.hasNext()) {
      if (parts.size() == expected) {
        throw PyError.value("too many values to unpack (expected " + expected + ")");
      }
      parts.add(items.next());
    }
    if (parts.size() < expected) {
      throw PyError.value(
          "not enough values to unpack (expected " + expected + ", got " + parts.size() + ")");
    }
    return parts;
  }

  private static Iterator<?> iterator(Object value) {
    if (value instanceof Iterable<?> items) {
      return items.iterator();
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return Arrays.asList(entry.getKey(), entry.getValue()).iterator();
    }
    if (value instanceof Map<?, ?> map) {
      return map.keySet().iterator();
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      throw PyError.type("cannot unpack non-iterable " + Types.nameOf(value) + " object");
    }
    return InvokerHelper.asIterator(value);
  }

  /** What a loop {@code for (a, b in items)} goes through: each item's values, flattened. */
  public static Iterable<List<Object>> each(Object items, String pattern) {
    return () -> {
      Iterator<?> source = InvokerHelper.asIterator(items);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return source.hasNext();
        }

        @Override
        public List<Object> next() {
          return of(source.next(), pattern);
        }
      };
    };
  }
}
