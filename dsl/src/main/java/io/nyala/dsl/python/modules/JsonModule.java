package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.PyBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code json}. */
final class JsonModule {
  private final String indent;
  private final boolean sorted;
  private final boolean ascii;
  private static final Set<String> OPTIONS =
      Set.of(
          "indent",
          "sort_keys",
          "ensure_ascii",
          "separators",
          "default",
          "allow_nan",
          "skipkeys",
          "check_circular");
  private final Object otherwise;
  private final boolean strict;
  private final boolean skips;
  private final String comma;
  private final String colon;

  private JsonModule(Kwargs named) {
    check(named);
    otherwise = named == null ? null : named.get("default");
    strict = named != null && Boolean.FALSE.equals(named.get("allow_nan"));
    skips = named != null && Module.truth(named.get("skipkeys"));
    Object step = named == null ? null : named.get("indent");
    indent =
        step == null
            ? null
            : Module.isWhole(step) ? " ".repeat(Module.index(step)) : step.toString();
    sorted = named != null && Module.truth(named.get("sort_keys"));
    ascii = named == null || !Boolean.FALSE.equals(named.get("ensure_ascii"));
    Object separators = named == null ? null : named.get("separators");
    comma =
        separators == null
            ? indent == null ? ", " : ","
            : Module.str(Module.items(separators).get(0));
    colon = separators == null ? ": " : Module.str(Module.items(separators).get(1));
  }

  static Namespace names() {
    Module json = new Module("json");
    json.value("JSONDecodeError", Module.exception("JSONDecodeError"));
    json.function("dumps", (given, named) -> new JsonModule(named).text(given[0]));
    json.function(
        "dump",
        (given, named) -> {
          String text = new JsonModule(named).text(given[0]);
          Module.method(given[1], "write", text);
          return null;
        });
    json.function("loads", (given, named) -> load(given[0], named));
    json.function("load", (given, named) -> load(Module.method(given[0], "read"), named));
    return json.names();
  }

  private static Object load(Object source, Kwargs named) {
    if (!(source instanceof CharSequence) && !(source instanceof PyBytes)) {
      throw Module.error(
          "TypeError",
          "the JSON object must be str, bytes or bytearray, not " + Module.typeName(source));
    }
    String text =
        source instanceof PyBytes bytes
            ? new String(bytes.copy(), StandardCharsets.UTF_8)
            : source.toString();
    return new JsonReader(text, named).read();
  }

  private static void check(Kwargs named) {
    for (String name : named == null ? Set.<String>of() : named.keySet()) {
      if (!OPTIONS.contains(name)) {
        throw Module.error(
            "NotImplementedError",
            "json.dumps(" + name + "=…) is not supported in Nyala's Python cells");
      }
    }
  }

  private String text(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value, 0);
    return out.toString();
  }

  private void write(StringBuilder out, Object value, int depth) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof Boolean flag) {
      out.append(flag);
    } else if (value instanceof CharSequence text) {
      quote(out, text.toString());
    } else if (value instanceof Double real && !Double.isFinite(real)) {
      if (strict) {
        throw Module.error("ValueError", "Out of range float values are not JSON compliant");
      }
      out.append(Double.isNaN(real) ? "NaN" : real > 0 ? "Infinity" : "-Infinity");
    } else if (value instanceof Number) {
      out.append(Module.str(value));
    } else if (value instanceof Map<?, ?> map) {
      map(out, map, depth);
    } else if (value instanceof List<?> list) {
      list(out, list, depth);
    } else if (otherwise != null) {
      write(out, Module.call(otherwise, value), depth);
    } else {
      throw Module.error(
          "TypeError", "Object of type " + Module.typeName(value) + " is not JSON serializable");
    }
  }

  private void line(StringBuilder out, int depth) {
    if (indent != null) {
      out.append('\n').append(indent.repeat(depth));
    }
  }

  private void list(StringBuilder out, List<?> list, int depth) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : comma);
      line(out, depth + 1);
      write(out, list.get(i), depth + 1);
    }
    line(out, depth);
    out.append(']');
  }

  private void map(StringBuilder out, Map<?, ?> given, int depth) {
    Map<?, ?> map = sorted ? new TreeMap<Object, Object>(given) : given;
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (skips && !isKey(entry.getKey())) {
        continue;
      }
      out.append(first ? "" : comma);
      first = false;
      line(out, depth + 1);
      Object key = entry.getKey();
      checkKey(key);
      boolean word = key == null || key instanceof Boolean;
      quote(out, word ? String.valueOf(key) : Module.str(key));
      out.append(colon);
      write(out, entry.getValue(), depth + 1);
    }
    line(out, depth);
    out.append('}');
  }

  private static boolean isKey(Object key) {
    return key == null
        || key instanceof CharSequence
        || key instanceof Number
        || key instanceof Boolean;
  }

  private static void checkKey(Object key) {
    if (!isKey(key)) {
      throw Module.error(
          "TypeError", "keys must be str, int, float, bool or None, not " + Module.typeName(key));
    }
  }

  private void quote(StringBuilder out, String text) {
    out.append('"');
    for (char c : text.toCharArray()) {
      int simple = "\"\\\n\r\t\b\f".indexOf(c);
      if (simple >= 0) {
        out.append('\\').append("\"\\nrtbf".charAt(simple));
      } else if (c < 32 || ascii && c > 126) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
