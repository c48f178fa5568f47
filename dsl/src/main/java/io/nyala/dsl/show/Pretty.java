package io.nyala.dsl.show;

import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A value as a notebook shows it: as {@link Repr} on one line of up to 80 columns, otherwise one
 * item a line, and no more than 1,000 items of each container.
 */
public final class Pretty {
  private static final int WIDTH = 80;
  private static final int ITEMS = 1_000;

  private Pretty() {}

  /** The text of a value. */
  public static String of(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value, 0, 0, 0);
    return out.toString();
  }

  private static void append(StringBuilder out, Object value, int column, int after, int depth) {
    boolean map = value instanceof Map<?, ?>;
    boolean sequence = value != null && !map && Repr.Sequences.isBuiltIn(value);
    if (!map && !sequence || depth > 100) {
      out.append(Repr.of(value));
      return;
    }
    if (size(value) <= ITEMS) {
      String line = Repr.of(value);
      if (column + line.length() + after <= WIDTH && line.indexOf('\n') < 0) {
        out.append(line);
        return;
      }
    }
    if (map) {
      appendMap(out, (Map<?, ?>) value, column, depth);
    } else {
      appendItems(out, value, column, depth);
    }
  }

  private static int size(Object value) {
    return value instanceof Map<?, ?> map ? map.size() : Repr.Sequences.items(value).size();
  }

  private static void appendItems(StringBuilder out, Object value, int column, int depth) {
    List<Object> items = Repr.Sequences.items(value);
    String[] brackets = Repr.Sequences.brackets(value);
    String separator = ",\n" + " ".repeat(column + 1);
    out.append(brackets[0]);
    for (int i = 0; i < Math.min(items.size(), ITEMS); i++) {
      out.append(i == 0 ? "" : separator);
      append(out, items.get(i), column + 1, 1, depth + 1);
    }
    if (items.size() > ITEMS) {
      out.append(separator).append("...");
    }
    out.append(value instanceof Tuple && items.size() == 1 ? "," : "").append(brackets[1]);
  }

  private static void appendMap(StringBuilder out, Map<?, ?> map, int column, int depth) {
    String separator = ",\n" + " ".repeat(column + 1);
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    out.append('{');
    for (int i = 0; i < Math.min(entries.size(), ITEMS); i++) {
      String key = Repr.of(entries.get(i).getKey()) + ": ";
      out.append(i == 0 ? "" : separator).append(key);
      append(out, entries.get(i).getValue(), column + 1 + key.length(), 1, depth + 1);
    }
    if (entries.size() > ITEMS) {
      out.append(separator).append("...");
    }
    out.append('}');
  }
}
