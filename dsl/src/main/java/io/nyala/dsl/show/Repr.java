package io.nyala.dsl.show;

import groovy.lang.GString;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one-line text of a value as Python's {@code repr} gives it. */
public final class Repr {
  private Repr() {}

  /** The text of a value in {@code repr} form: strings quoted, {@code True}, {@code None}. */
  public static String of(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value, Collections.newSetFromMap(new IdentityHashMap<>()));
    return out.toString();
  }

  /** The text of a value as {@code print} shows it: a string without quotes, otherwise as repr. */
  public static String text(Object value) {
    return value instanceof CharSequence || value instanceof Tensor ? value.toString() : of(value);
  }

  private static void append(StringBuilder out, Object value, Set<Object> open) {
    if (value == null) {
      out.append("None");
    } else if (value instanceof CharSequence || value instanceof Character) {
      out.append(quote(value instanceof GString ? value.toString() : String.valueOf(value)));
    } else if (value instanceof Boolean flag) {
      out.append(flag ? "True" : "False");
    } else if (value instanceof Number number) {
      out.append(Numbers.text(number));
    } else if (value instanceof Map<?, ?> || Sequences.isBuiltIn(value)) {
      appendContainer(out, value, open);
    } else if (value instanceof Tensor tensor) {
      out.append(tensor.repr());
    } else if (value instanceof Class<?> type) {
      out.append("<class '").append(type.getName()).append("'>");
    } else if (value instanceof groovy.lang.Closure<?> && !Sequences.saysItself(value)) {
      out.append("<closure>");
    } else {
      out.append(value);
    }
  }

  private static void appendContainer(StringBuilder out, Object value, Set<Object> open) {
    if (!open.add(value)) {
      out.append(value instanceof Map ? "{...}" : "[...]");
      return;
    }
    if (value instanceof Map<?, ?> map) {
      appendMap(out, map, open);
    } else {
      List<Object> items = Sequences.items(value);
      if (value instanceof Set<?> && items.isEmpty()) {
        out.append("set()");
      } else {
        String[] brackets = Sequences.brackets(value);
        out.append(brackets[0]);
        for (int i = 0; i < items.size(); i++) {
          out.append(i == 0 ? "" : ", ");
          append(out, items.get(i), open);
        }
        out.append(value instanceof Tuple && items.size() == 1 ? "," : "").append(brackets[1]);
      }
    }
    open.remove(value);
  }

  private static void appendMap(StringBuilder out, Map<?, ?> map, Set<Object> open) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(first ? "" : ", ");
      first = false;
      append(out, entry.getKey(), open);
      out.append(": ");
      append(out, entry.getValue(), open);
    }
    out.append('}');
  }

  /** A string in quotes as Python writes it: single ones unless it holds only those. */
  public static String quote(String text) {
    char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(mark);
    text.codePoints().forEach(point -> escape(out, point, mark));
    return out.append(mark).toString();
  }

  private static void escape(StringBuilder out, int point, char mark) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (point == mark) {
          out.append('\\').append(mark);
        } else if (isPrintable(point)) {
          out.appendCodePoint(point);
        } else {
          String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
          out.append(String.format(form, point));
        }
      }
    }
  }

  private static boolean isPrintable(int point) {
    if (point == ' ') {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Sequences that print like Python's. */
  static final class Sequences {
    private Sequences() {}

    /** Lists, tuples, sets and arrays of the language itself; other types print themselves. */
    static boolean isBuiltIn(Object value) {
      return value instanceof Tuple
          || value instanceof Collection<?> && isPlatform(value)
          || value.getClass().isArray();
    }

    private static boolean isPlatform(Object value) {
      String name = value.getClass().getName();
      return name.startsWith("java.") || name.startsWith("groovy.lang.");
    }

    static boolean saysItself(Object value) {
      try {
        return value.getClass().getMethod("toString").getDeclaringClass()
                != groovy.lang.Closure.class
            && value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
      } catch (NoSuchMethodException e) {
        return false;
      }
    }

    static List<Object> items(Object value) {
      if (value instanceof Collection<?> items) {
        return new ArrayList<>(items);
      }
      int length = Array.getLength(value);
      List<Object> items = new ArrayList<>(length);
      for (int i = 0; i < length; i++) {
        items.add(Array.get(value, i));
      }
      return items;
    }

    static String[] brackets(Object value) {
      if (value instanceof Tuple) {
        return new String[] {"(", ")"};
      }
      return value instanceof Set<?> ? new String[] {"{", "}"} : new String[] {"[", "]"};
    }
  }
}
