package io.nyala.dsl.python.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts in another form: other cases, characters translated, tabs as spaces. */
final class StrForms {
  private StrForms() {}

  static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean inside = false;
    for (int c : text.codePoints().toArray()) {
      out.appendCodePoint(inside ? Character.toLowerCase(c) : Character.toTitleCase(c));
      inside = Character.isLetter(c);
    }
    return out.toString();
  }

  static String swap(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                out.appendCodePoint(
                    Character.isUpperCase(c)
                        ? Character.toLowerCase(c)
                        : Character.toUpperCase(c)));
    return out.toString();
  }

  static Object translation(Object[] given) {
    Map<Object, Object> table = new LinkedHashMap<>();
    if (given.length == 1) {
      ((Map<?, ?>) given[0])
          .forEach(
              (key, value) ->
                  table.put(
                      key instanceof CharSequence c ? c.toString().codePointAt(0) : key, value));
      return table;
    }
    int[] from = given[0].toString().codePoints().toArray();
    int[] to = given[1].toString().codePoints().toArray();
    if (from.length != to.length) {
      throw Errors.value("the first two maketrans arguments must have equal length");
    }
    for (int i = 0; i < from.length; i++) {
      table.put(from[i], to[i]);
    }
    if (given.length > 2) {
      given[2].toString().codePoints().forEach(c -> table.put(c, null));
    }
    return table;
  }

  static String translate(String self, Map<?, ?> table) {
    StringBuilder out = new StringBuilder();
    self.codePoints()
        .forEach(
            c -> {
              Object now = table.containsKey(c) ? table.get(c) : (Object) c;
              if (now instanceof Integer point) {
                out.appendCodePoint(point);
              } else if (now != null) {
                out.append(now);
              }
            });
    return out.toString();
  }

  static String tabs(String self, int size) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (char c : self.toCharArray()) {
      if (c == '\t' && size > 0) {
        int spaces = size - column % size;
        out.append(" ".repeat(spaces));
        column += spaces;
      } else {
        out.append(c);
        column = c == '\n' ? 0 : column + 1;
      }
    }
    return out.toString();
  }
}
