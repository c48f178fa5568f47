package io.nyala.dsl.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Groovy's {@code @Grab('group:artifact:version')}, which means the same as {@code %maven}. */
final class Grab {
  private static final Pattern LINE =
      Pattern.compile("\\s*@(?:groovy\\.lang\\.)?(Grab|GrabResolver)\\s*\\(([^()]*)\\)\\s*;?\\s*");
  private static final Pattern NAMED = Pattern.compile("(\\w+)\\s*=\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern STRING = Pattern.compile("['\"]([^'\"]*)['\"]");

  private Grab() {}

  /** The magic command that a line of annotations means, or null if it is none. */
  static MagicText.Early command(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      return null;
    }
    boolean library = found.group(1).equals("Grab");
    String inside = found.group(2);
    String text = library ? coordinates(inside) : value(inside, "root");
    return new MagicText.Early(library ? "maven" : "repository", text, 1);
  }

  private static String coordinates(String inside) {
    String group = value(inside, "group");
    String module = value(inside, "module");
    String version = value(inside, "version");
    boolean named = inside.contains("=");
    if (!named || group.isEmpty() || module.isEmpty()) {
      return value(inside, "value");
    }
    List<String> parts = new ArrayList<>(List.of(group, module));
    parts.add(version.isEmpty() ? "LATEST" : version);
    return String.join(":", parts);
  }

  private static String value(String inside, String name) {
    Matcher named = NAMED.matcher(inside);
    while (named.find()) {
      if (named.group(1).equals(name)) {
        return named.group(2);
      }
    }
    Matcher plain = STRING.matcher(inside);
    return !inside.contains("=") && plain.find() ? plain.group(1) : "";
  }
}
