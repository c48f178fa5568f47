package io.nyala.dsl.python;

import io.nyala.dsl.names.modules.Signatures.Signature;
import io.nyala.dsl.python.run.About;
import io.nyala.dsl.python.run.About.Place;
import io.nyala.dsl.python.run.PyClass;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Help on values of Python's, laid out as in IPython: titles in red, one below the other. */
final class PythonHelp {
  private static final int LONGEST = 2000;

  private final Map<String, String> parts = new LinkedHashMap<>();

  private PythonHelp() {}

  /**
   * Help on a value.
   *
   * @param detailLevel 1 to have the source too, instead of the documentation
   * @param cells the text of a cell by the name of its class, or null
   */
  static String of(Object value, int detailLevel, Function<String, String> cells) {
    PythonHelp help = new PythonHelp();
    Optional<Signature> signature = About.signature(value);
    Optional<String> source =
        detailLevel > 0 ? About.place(value).flatMap(at -> source(at, cells)) : Optional.empty();
    if (signature.isPresent()) {
      String title = value instanceof PyClass ? "Init signature" : "Signature";
      help.add(title, signature.get().line());
      help.add("Docstring", source.isPresent() ? "" : signature.get().doc());
      help.add("Source", source.orElse(""));
      help.add("Type", About.type(value));
    } else {
      help.add("Type", About.type(value));
      String text = Repr.of(value);
      help.add("String form", text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text);
      help.add("Length", About.length(value) < 0 ? "" : String.valueOf(About.length(value)));
      help.add("Docstring", About.documentation(value));
    }
    return help.text();
  }

  private void add(String title, String text) {
    if (!text.isEmpty()) {
      parts.put(title + ":", text);
    }
  }

  private String text() {
    int width = parts.keySet().stream().mapToInt(String::length).max().orElse(0) + 1;
    List<String> lines = new ArrayList<>();
    parts.forEach(
        (title, text) -> {
          String gap = text.contains("\n") ? "\n" : " ".repeat(width - title.length());
          lines.add("\u001b[31m" + title + "\u001b[39m" + gap + text);
        });
    return String.join("\n", lines);
  }

  /** The lines that define a function or a class, found by name and indentation. */
  private static Optional<String> source(Place at, Function<String, String> cells) {
    String cell = cells.apply(at.source());
    if (cell == null) {
      return Optional.empty();
    }
    List<String> lines = cell.lines().toList();
    for (String name : at.path().split("\\.")) {
      lines = block(lines, name);
      if (lines.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(String.join("\n", lines).stripTrailing());
  }

  private static List<String> block(List<String> lines, String name) {
    Pattern head = Pattern.compile("(\\s*)(?:def|class)\\s+" + Pattern.quote(name) + "\\b.*");
    for (int start = lines.size() - 1; start >= 0; start--) {
      Matcher found = head.matcher(lines.get(start));
      if (!found.matches()) {
        continue;
      }
      int indent = found.group(1).length();
      int end = start + 1;
      while (end < lines.size() && isInside(lines.get(end), indent)) {
        end++;
      }
      while (start > 0 && lines.get(start - 1).strip().startsWith("@")) {
        start--;
      }
      return lines.subList(start, end);
    }
    return List.of();
  }

  private static boolean isInside(String line, int indent) {
    String code = line.stripLeading();
    return code.isEmpty() || line.length() - code.length() > indent || code.startsWith(")");
  }
}
