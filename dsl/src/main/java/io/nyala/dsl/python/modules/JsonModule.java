package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code json}. */
final class JsonModule {
  private final String indent;
  private final boolean sorted;
  private final boolean ascii;
  private final String comma;
  private final String colon;

  private JsonModule(Kwargs named) {
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
    json.function("dumps", (given, named) -> new JsonModule(named).text(given[0]));
    json.function(
        "dump",
        (given, named) -> {
          String text = new JsonModule(named).text(given[0]);
          org.codehaus.groovy.runtime.InvokerHelper.invokeMethod(
              given[1], "write", new Object[] {text});
          return null;
        });
    json.one("loads", text -> new JsonReader(Module.str(text)).read());
    json.one(
        "load",
        file ->
            new JsonReader(
                    (String)
                        org.codehaus.groovy.runtime.InvokerHelper.invokeMethod(
                            file, "read", new Object[0]))
                .read());
    return json.names();
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
      out.append(Double.isNaN(real) ? "NaN" : real > 0 ? "Infinity" : "-Infinity");
    } else if (value instanceof Number) {
      out.append(Module.str(value));
    } else if (value instanceof Map<?, ?> map) {
      map(out, map, depth);
    } else if (value instanceof List<?> list) {
      list(out, list, depth);
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
      out.append(first ? "" : comma);
      first = false;
      line(out, depth + 1);
      Object key = entry.getKey();
      boolean word = key == null || key instanceof Boolean;
      quote(out, word ? String.valueOf(key) : Module.str(key));
      out.append(colon);
      write(out, entry.getValue(), depth + 1);
    }
    line(out, depth);
    out.append('}');
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
