package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;

/** {@code '{}'.format(…)}. */
final class StrFormat {
  private final Object[] given;
  private final Kwargs named;
  private int next;
  private boolean numbered;

  private StrFormat(Object[] given, Kwargs named) {
    this.given = given;
    this.named = named == null ? new Kwargs() : named;
  }

  static String format(String template, Object[] given, Kwargs named) {
    return new StrFormat(given, named).fill(template);
  }

  private String fill(String template) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      boolean doubled = at + 1 < template.length() && template.charAt(at + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        out.append(c);
        at += 2;
      } else if (c == '{') {
        int end = close(template, at);
        out.append(field(template.substring(at + 1, end)));
        at = end + 1;
      } else if (c == '}') {
        throw Errors.value("Single '}' encountered in format string");
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private static int close(String template, int open) {
    int depth = 0;
    for (int i = open; i < template.length(); i++) {
      depth += template.charAt(i) == '{' ? 1 : template.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw Errors.value("Single '{' encountered in format string");
  }

  private String field(String text) {
    int colon = text.indexOf(':');
    String head = colon < 0 ? text : text.substring(0, colon);
    int mark = head.indexOf('!');
    Object value = value(mark < 0 ? head : head.substring(0, mark));
    String spec = colon < 0 ? "" : fill(text.substring(colon + 1));
    int conversion = mark < 0 || mark + 1 >= head.length() ? 0 : head.charAt(mark + 1);
    return (String) Texts.formatted(value, conversion, spec);
  }

  private Object value(String path) {
    int end = 0;
    while (end < path.length() && ".[".indexOf(path.charAt(end)) < 0) {
      end++;
    }
    Object value = root(path.substring(0, end));
    while (end < path.length()) {
      int from = end + 1;
      if (path.charAt(end) == '.') {
        end = from;
        while (end < path.length() && ".[".indexOf(path.charAt(end)) < 0) {
          end++;
        }
        value = Attributes.get(value, path.substring(from, end));
      } else {
        end = path.indexOf(']', from) + 1;
        String key = path.substring(from, end - 1);
        value = Items.get(value, key.matches("\\d+") ? (Object) Integer.valueOf(key) : key);
      }
    }
    return value;
  }

  private Object root(String name) {
    if (name.isEmpty() || name.matches("\\d+")) {
      if (name.isEmpty() ? numbered : next > 0) {
        throw Errors.value(
            name.isEmpty()
                ? "cannot switch from manual field specification to automatic field numbering"
                : "cannot switch from automatic field numbering to manual field specification");
      }
      numbered |= !name.isEmpty();
      int index = name.isEmpty() ? next++ : Integer.parseInt(name);
      if (index >= given.length) {
        throw Errors.of(
            "IndexError", "Replacement index " + index + " out of range for positional args tuple");
      }
      return given[index];
    }
    if (!named.containsKey(name)) {
      throw Errors.key(name);
    }
    return named.get(name);
  }
}
