package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.run.Module;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a regular expression found. */
public final class Match {
  private final MatchResult found;
  private final Map<String, Integer> names;
  private final String text;
  private final Pattern pattern;

  Match(MatchResult found, Map<String, Integer> names, String text, Pattern pattern) {
    this.found = found;
    this.names = names;
    this.text = text;
    this.pattern = pattern;
  }

  /** The text that was searched. */
  public String getString() {
    return text;
  }

  /** The expression that was looked for. */
  public Object getRe() {
    return ReModule.of(pattern);
  }

  /** Where the search began. */
  public int getPos() {
    return 0;
  }

  /** Where the search was to end. */
  public int getEndpos() {
    return text.length();
  }

  /** The number of the last group that took part; null if none did. */
  public Object getLastindex() {
    Integer last = null;
    int end = -1;
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.start(i) >= 0 && found.end(i) > end) {
        last = i;
        end = found.end(i);
      }
    }
    return last;
  }

  /** The name of the last group that took part; null if it has none. */
  public Object getLastgroup() {
    Object last = getLastindex();
    return names.entrySet().stream()
        .filter(each -> each.getValue().equals(last))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private int number(Object group) {
    if (group instanceof CharSequence name) {
      Integer number = names.get(name.toString());
      if (number == null) {
        throw Module.error("IndexError", "no such group");
      }
      return number;
    }
    int number = Module.index(group);
    if (number < 0 || number > found.groupCount()) {
      throw Module.error("IndexError", "no such group");
    }
    return number;
  }

  /** The text of groups, by number or name. */
  public Object group(Object... groups) {
    if (groups.length < 2) {
      return found.group(groups.length == 0 ? 0 : number(groups[0]));
    }
    Object[] all = new Object[groups.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = found.group(number(groups[i]));
    }
    return Tuple.of(all);
  }

  /** The text of one group. */
  public Object getAt(Object group) {
    return found.group(number(group));
  }

  /** The texts of all groups. */
  public Object groups(Object... otherwise) {
    Object[] all = new Object[found.groupCount()];
    for (int i = 0; i < all.length; i++) {
      all[i] = found.group(i + 1);
      all[i] = all[i] == null && otherwise.length > 0 ? otherwise[0] : all[i];
    }
    return Tuple.of(all);
  }

  /** The texts of the named groups. */
  public Object groupdict() {
    Map<Object, Object> all = new LinkedHashMap<>();
    names.forEach((name, number) -> all.put(name, found.group(number)));
    return all;
  }

  /** Where it starts. */
  public Object start(Object... group) {
    return found.start(group.length == 0 ? 0 : number(group[0]));
  }

  /** Where it ends. */
  public Object end(Object... group) {
    return found.end(group.length == 0 ? 0 : number(group[0]));
  }

  /** Where it starts and ends. */
  public Object span(Object... group) {
    return Tuple.of(start(group), end(group));
  }

  /** A template with the groups in place of their numbers and names. */
  public String expand(String template) {
    Matcher escape = Pattern.compile("\\\\(\\d+|g<(\\w+)>|.)").matcher(template);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (escape.find()) {
      out.append(template, from, escape.start());
      from = escape.end();
      String code = escape.group(1);
      if (escape.group(2) != null) {
        String name = escape.group(2);
        Object group = name.matches("\\d+") ? (Object) Integer.valueOf(name) : name;
        String text = found.group(number(group));
        out.append(text == null ? "" : text);
      } else if (Character.isDigit(code.charAt(0))) {
        if (Integer.parseInt(code) > found.groupCount()) {
          throw Module.error(
              "error", "invalid group reference " + code + " at position " + (escape.start() + 1));
        }
        String text = found.group(number(Integer.valueOf(code)));
        out.append(text == null ? "" : text);
      } else {
        int simple = "nrt\\".indexOf(code);
        out.append(simple < 0 ? "\\" + code : String.valueOf("\n\r\t\\".charAt(simple)));
      }
    }
    return out.append(template.substring(from)).toString();
  }

  @Override
  public String toString() {
    return "<re.Match object; span=("
        + found.start()
        + ", "
        + found.end()
        + "), match="
        + Module.repr(found.group())
        + ">";
  }
}
