package io.nyala.dsl.magic;

import io.nyala.data.WholeFile;
import io.nyala.dsl.magic.Magic.Call;
import io.nyala.dsl.names.Types;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.dsl.python.run.About;
import io.nyala.dsl.show.Repr;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code %who}, {@code %whos}, {@code %reset}, {@code %history}: what the session holds. */
final class VariableMagics {
  private static final int WIDEST = 60;

  private VariableMagics() {}

  static void into(Magics all) {
    all.line("who", "%who [TYPE …]", "Prints the names of your variables.", VariableMagics::who);
    all.line("who_ls", "%who_ls [TYPE …]", "Gives the names of your variables.", call -> own(call));
    all.line(
        "whos",
        "%whos [TYPE …]",
        "Prints your variables with types and values.",
        call -> table(call));
    all.line(
        "reset",
        "%reset [-f]",
        "Forgets your variables, functions, classes and imports; -f without asking.",
        VariableMagics::reset);
    String history =
        "Prints the cells of this session: all, one (3) or a range (1-4). -n adds their numbers, "
            + "-o their values, "
            + "-l N prints the last N, -g TEXT those that hold a text, -u each but once, -f FILE"
            + " writes them into a file.";
    all.line(
        "history",
        "%history [-n] [-o] [-l N] [-g TEXT] [-u] [-f FILE] [RANGE …]",
        history,
        VariableMagics::history);
    all.line(
        "hist",
        "%hist [-n] [-o] [-l N] [-g TEXT] [-u] [-f FILE] [RANGE …]",
        history,
        VariableMagics::history);
  }

  private static List<String> own(Call call) {
    Map<String, Object> variables = call.session().userVariables();
    Set<String> types = Set.copyOf(words(call.argument()));
    return variables.keySet().stream()
        .filter(name -> types.isEmpty() || types.contains(type(variables.get(name))))
        .toList();
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
  }

  private static Object who(Call call) {
    List<String> names = own(call);
    System.out.println(names.isEmpty() ? nothing(call) : String.join("\t ", names));
    return null;
  }

  private static String nothing(Call call) {
    return call.argument().isBlank()
        ? "Interactive namespace is empty."
        : "No variables match your requested type.";
  }

  private static Object table(Call call) {
    List<String> names = own(call);
    if (names.isEmpty()) {
      System.out.println(nothing(call));
      return null;
    }
    int wide = names.stream().mapToInt(String::length).max().orElse(0);
    wide = Math.max(wide, "Variable".length());
    List<String> types = new ArrayList<>();
    for (String name : names) {
      types.add(type(call.session().variables().get(name)));
    }
    int typeWide = types.stream().mapToInt(String::length).max().orElse(0);
    typeWide = Math.max(typeWide, "Type".length());
    String row = "%-" + wide + "s   %-" + typeWide + "s    %s%n";
    String head = String.format(Locale.ROOT, row, "Variable", "Type", "Data/Info");
    StringBuilder table =
        new StringBuilder(head).append("-".repeat(head.strip().length())).append('\n');
    for (int i = 0; i < names.size(); i++) {
      Object value = call.session().variables().get(names.get(i));
      table.append(String.format(Locale.ROOT, row, names.get(i), types.get(i), info(value)));
    }
    System.out.print(table);
    return null;
  }

  private static String type(Object value) {
    return About.knows(value) ? About.type(value) : Types.nameOf(value);
  }

  private static String info(Object value) {
    boolean text = value instanceof CharSequence || value instanceof Captured;
    String line =
        text
            ? value.toString().replace("\n", "\\n")
            : Repr.of(value).replaceAll("\\s*\\R\\s*", " ");
    String counted =
        value instanceof java.util.Collection<?> many
            ? "n=" + many.size()
            : value instanceof Map<?, ?> map ? "n=" + map.size() : null;
    if (counted != null) {
      return counted;
    }
    return line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line;
  }

  private static Object reset(Call call) throws IOException {
    if (!words(call.argument()).contains("-f") && !agreed(call)) {
      System.out.println("Nothing done.");
      return null;
    }
    call.session().reset();
    return null;
  }

  private static boolean agreed(Call call) {
    try {
      String answer =
          call.session().ask("Once deleted, variables cannot be recovered. Proceed (y/[n])? ");
      return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    } catch (IOException e) {
      throw Magics.usage("no one can be asked here; %reset -f forgets without asking");
    }
  }

  private static Object history(Call call) throws IOException {
    Map<Integer, String> inputs = call.session().inputs();
    List<String> words = new ArrayList<>(words(call.argument()));
    boolean numbered = words.remove("-n") | words.contains("-g");
    Map<?, ?> outputs = words.remove("-o") ? call.session().outputs() : Map.of();
    boolean unique = words.remove("-u");
    String file = option(words, "-f", null);
    String pattern = option(words, "-g", "");
    String count = option(words, "-l", "10");
    int latest = inputs.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    int from = count == null ? 1 : latest - number(count) + 1;
    StringBuilder text = new StringBuilder();
    Set<String> said = new HashSet<>();
    for (String word : words.isEmpty() ? List.of(from + "-" + latest) : words) {
      int dash = word.indexOf('-', 1);
      int first = number(dash < 0 ? word : word.substring(0, dash));
      int end = dash < 0 ? first : number(word.substring(dash + 1));
      inputs.forEach(
          (line, code) -> {
            boolean wanted =
                line >= first && line <= end && (pattern == null || fits(code, pattern));
            if (wanted && (!unique || said.add(code))) {
              String gap = code.contains("\n") ? "\n" : " ";
              text.append(numbered ? String.format("%4d:", line) + gap : "").append(code);
              text.append('\n');
              if (outputs.containsKey(line)) {
                text.append(Repr.of(outputs.get(line))).append('\n');
              }
            }
          });
    }
    if (file == null) {
      System.out.print(text);
    } else {
      WholeFile.write(Opener.path(file), text);
    }
    return null;
  }

  /** Whether code holds a text, in which {@code *} and {@code ?} stand for others. */
  private static boolean fits(String code, String pattern) {
    StringBuilder regex = new StringBuilder("(?s).*");
    for (char c : pattern.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return code.matches(regex.append(".*").toString());
  }

  /** The word behind an option, both of which are taken away; null without the option. */
  private static String option(List<String> words, String name, String otherwise) {
    int at = words.indexOf(name);
    if (at < 0) {
      return null;
    }
    words.remove(at);
    boolean given = at < words.size() && !words.get(at).startsWith("-");
    if (!given && otherwise == null) {
      throw Magics.usage("%history " + name + " needs a word behind it");
    }
    return given ? words.remove(at) : otherwise;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Magics.usage("%history takes cell numbers such as 3 or 1-4; received '" + text + "'");
    }
  }
}
