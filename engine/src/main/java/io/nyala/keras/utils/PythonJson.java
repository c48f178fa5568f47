package io.nyala.keras.utils;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.tensor.Digits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** JSON as Python's {@code json.dumps} writes it. Source: the Python library reference, json. */
public final class PythonJson {

  /** The arguments of {@code json.dumps} that are understood. */
  public static final ArgTable ARGUMENTS =
      ArgTable.of(
          "to_json",
          Arg.of("indent", ArgTypes.INT, null, "Spaces per level; None: all on one line."),
          Arg.of("sort_keys", ArgTypes.BOOL, false, "Whether keys come in order."),
          Arg.of("ensure_ascii", ArgTypes.BOOL, true, "Whether other letters are escaped."));

  private final StringBuilder out = new StringBuilder();
  private final Integer indent;
  private final boolean sorted;
  private final boolean ascii;

  private PythonJson(Arguments arguments) {
    this.indent = arguments.integer("indent");
    this.sorted = arguments.flag("sort_keys");
    this.ascii = arguments.flag("ensure_ascii");
  }

  /**
   * The text of a value of maps, lists, text, numbers, booleans and nulls.
   *
   * @throws KerasException a TypeError for anything else
   */
  public static String write(Object value, Map<String, ?> named) {
    PythonJson json = new PythonJson(ARGUMENTS.bind(List.of(), named));
    json.value(value, 0);
    return json.out.toString();
  }

  private void value(Object value, int depth) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof CharSequence text) {
      text(text);
    } else if (value instanceof Map<?, ?> map) {
      map(map, depth);
    } else if (value instanceof Collection<?> list) {
      list(list, depth);
    } else {
      throw KerasException.type(
          "Object of type " + value.getClass().getSimpleName() + " is not JSON serializable");
    }
  }

  private void number(Number number) {
    boolean real = number instanceof Double || number instanceof Float;
    double x = number.doubleValue();
    if (!real) {
      out.append(number);
    } else if (Double.isFinite(x)) {
      out.append(Digits.text(x));
    } else {
      out.append(x != x ? "NaN" : x > 0 ? "Infinity" : "-Infinity");
    }
  }

  private void map(Map<?, ?> map, int depth) {
    List<String> keys = new ArrayList<>();
    map.keySet().forEach(key -> keys.add(String.valueOf(key)));
    if (sorted) {
      keys.sort(null);
    }
    out.append('{');
    for (int i = 0; i < keys.size(); i++) {
      separate(i, depth + 1);
      text(keys.get(i));
      out.append(": ");
      value(map.get(keys.get(i)), depth + 1);
    }
    close('}', keys.isEmpty(), depth);
  }

  private void list(Collection<?> list, int depth) {
    out.append('[');
    int at = 0;
    for (Object each : list) {
      separate(at++, depth + 1);
      value(each, depth + 1);
    }
    close(']', list.isEmpty(), depth);
  }

  private void separate(int at, int depth) {
    if (at > 0) {
      out.append(indent == null ? ", " : ",");
    }
    line(depth);
  }

  private void close(char bracket, boolean empty, int depth) {
    if (!empty) {
      line(depth);
    }
    out.append(bracket);
  }

  private void line(int depth) {
    if (indent != null) {
      out.append('\n').append(" ".repeat(indent * depth));
    }
  }

  private void text(CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          boolean plain = c >= ' ' && (c <= '~' || !ascii && c != 0x7f);
          out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
      }
    }
    out.append('"');
  }
}
