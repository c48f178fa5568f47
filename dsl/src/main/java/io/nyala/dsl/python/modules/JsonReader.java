package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.run.Ints;
import io.nyala.dsl.python.run.Module;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON text as lists, dicts, texts and numbers. */
final class JsonReader {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

  private static final Set<String> HOOKS =
      Set.of("object_hook", "object_pairs_hook", "parse_float", "parse_int");

  private final String text;
  private int at;

  private final Kwargs hooks;

  JsonReader(String text, Kwargs hooks) {
    this.text = text;
    this.hooks = hooks == null ? new Kwargs() : hooks;
    for (String name : this.hooks.keySet()) {
      if (!HOOKS.contains(name)) {
        throw Module.error(
            "NotImplementedError",
            "json.loads(" + name + "=…) is not supported in Nyala's Python cells");
      }
    }
  }

  Object read() {
    Object value = value();
    space();
    if (at < text.length()) {
      throw error("Extra data");
    }
    return value;
  }

  private RuntimeException error(String message) {
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    int column = at - text.lastIndexOf('\n', at - 1);
    return Module.error(
        "JSONDecodeError",
        Map.of("msg", message, "doc", text, "pos", at, "lineno", line, "colno", column),
        message + ": line " + line + " column " + column + " (char " + at + ")");
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(String part) {
    space();
    boolean found = text.startsWith(part, at);
    at += found ? part.length() : 0;
    return found;
  }

  private Object value() {
    space();
    if (take("{")) {
      return object();
    }
    if (take("[")) {
      return array();
    }
    if (take("\"")) {
      return string();
    }
    if (take("null")) {
      return null;
    }
    if (take("true")) {
      return true;
    }
    if (take("false")) {
      return false;
    }
    if (take("NaN")) {
      return Double.NaN;
    }
    if (take("Infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    if (take("-Infinity")) {
      return Double.NEGATIVE_INFINITY;
    }
    return number();
  }

  private Object number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw error("Expecting value");
    }
    at = number.end();
    boolean real = number.group(1) != null || number.group(2) != null;
    Object hook = hooks.get(real ? "parse_float" : "parse_int");
    if (hook != null) {
      return Module.call(hook, number.group());
    }
    return real
        ? (Object) Double.parseDouble(number.group())
        : Ints.fit(new BigInteger(number.group()));
  }

  private Object object() {
    Map<Object, Object> map = new LinkedHashMap<>();
    if (take("}")) {
      return hooked(map);
    }
    do {
      if (!take("\"")) {
        throw error("Expecting property name enclosed in double quotes");
      }
      String key = string();
      if (!take(":")) {
        throw error("Expecting ':' delimiter");
      }
      map.put(key, value());
    } while (take(","));
    if (!take("}")) {
      throw error("Expecting ',' delimiter");
    }
    return hooked(map);
  }

  private Object hooked(Map<Object, Object> map) {
    if (hooks.get("object_pairs_hook") != null) {
      List<Object> pairs = new ArrayList<>();
      map.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
      return Module.call(hooks.get("object_pairs_hook"), pairs);
    }
    Object hook = hooks.get("object_hook");
    return hook == null ? map : Module.call(hook, map);
  }

  private Object array() {
    List<Object> list = new ArrayList<>();
    if (take("]")) {
      return list;
    }
    do {
      list.add(value());
    } while (take(","));
    if (!take("]")) {
      throw error("Expecting ',' delimiter");
    }
    return list;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escaped = text.charAt(at++);
      int simple = "\"\\/bfnrt".indexOf(escaped);
      if (simple >= 0) {
        out.append("\"\\/\b\f\n\r\t".charAt(simple));
      } else if (escaped == 'u') {
        out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
        at += 4;
      } else {
        throw error("Invalid \\escape");
      }
    }
    if (at >= text.length()) {
      throw error("Unterminated string starting at");
    }
    at++;
    return out.toString();
  }
}
