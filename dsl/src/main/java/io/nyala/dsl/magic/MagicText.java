package io.nyala.dsl.magic;

import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.lang.CellLanguage.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the magics in a cell's text. A magic stands at the start of a statement, at the start of
 * its line, and takes the rest of the line; in its place the cell gets a call of {@link #FUNCTION}.
 * Lines keep their numbers.
 *
 * <p>{@code % b} with a space, and {@code %b} inside brackets, strings or an unfinished expression,
 * are the language's own; so is {@code !name} where {@code name} is a variable, and {@code !}
 * inside braces, where a closure's last expression may start with it.
 */
public final class MagicText {
  /** The built-in that runs a line magic, called with its name and its argument. */
  public static final String FUNCTION = "__magic";

  private static final Pattern LINE = Pattern.compile("(\\s*)%([A-Za-z_]\\w*)(?:[ \\t]+(.*))?");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(\\s*(?:def\\s+|var\\s+)?[\\p{L}_]\\w*\\s*=\\s*)%([A-Za-z_]\\w*)(?:[ \\t]+(.*))?");
  private static final Pattern COMMAND = Pattern.compile("(\\s*)!(?![=(!\\s])(.+)");
  private static final Pattern ASSIGNED_COMMAND =
      Pattern.compile("(\\s*(?:def\\s+|var\\s+)?[\\p{L}_]\\w*\\s*=\\s*)!(?![=(!])\\s*(.+)");
  private static final Pattern FIRST_WORD = Pattern.compile("([\\p{L}_]\\w*)\\b.*");
  private static final Pattern CELL =
      Pattern.compile("(?s)(\\s*)%%([A-Za-z_]\\w*)([^\\n]*)\\n?(.*)");

  private MagicText() {}

  /** A cell magic with the rest of its line and the lines below. */
  public record Cell(String name, String argument, String body) {}

  /**
   * A line magic that runs before its cell is compiled.
   *
   * @param line where it stands, from 1
   */
  public record Early(String name, String argument, int line) {}

  /**
   * A cell with its line magics taken out.
   *
   * @param code what the language gets
   * @param early the magics to run before it
   */
  public record Result(String code, List<Early> early) {}

  /** The cell magic that a cell starts with, or null. */
  public static Cell cell(String code) {
    Matcher found = CELL.matcher(code);
    if (!found.matches()) {
      return null;
    }
    return new Cell(found.group(2), found.group(3).strip(), found.group(4));
  }

  /**
   * Takes the line magics out.
   *
   * @param isEarly whether the magic of this name runs before the cell is compiled
   * @param isVariable whether a name is a variable, so that {@code !name} is its negation
   */
  public static Result lines(
      String code, CellLanguage language, Predicate<String> isEarly, Predicate<String> isVariable) {
    boolean plain =
        code.indexOf('%') < 0
            && code.indexOf('!') < 0
            && code.indexOf('?') < 0
            && !code.contains("@Grab");
    if (plain) {
      return new Result(code, List.of());
    }
    Scan scan = new Scan(language, isEarly, isVariable);
    String[] lines = code.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int taken = scan.take(lines, i);
      i += taken;
      if (i < lines.length - 1) {
        scan.text.append('\n');
      }
    }
    return new Result(scan.text.toString(), List.copyOf(scan.early));
  }

  /** One way through a cell, line by line. */
  private static final class Scan {
    private final CellLanguage language;
    private final Predicate<String> isEarly;
    private final Predicate<String> isVariable;
    private final StringBuilder text = new StringBuilder();
    private final List<Early> early = new ArrayList<>();
    private int number;

    Scan(CellLanguage language, Predicate<String> isEarly, Predicate<String> isVariable) {
      this.language = language;
      this.isEarly = isEarly;
      this.isVariable = isVariable;
    }

    /** Takes a line and the lines that a backslash joins to it; gives how many of the latter. */
    int take(String[] lines, int i) {
      String line = lines[i];
      number = i + 1;
      if (!mayBeMagic(line)) {
        text.append(line);
        return 0;
      }
      Place place = language.placeAfter(text.toString());
      if (place == Place.INSIDE) {
        text.append(line);
        return 0;
      }
      int joined = 0;
      while (line.endsWith("\\") && i + joined + 1 < lines.length) {
        joined++;
        line = line.substring(0, line.length() - 1) + lines[i + joined].stripLeading();
      }
      if (!replace(line, place)) {
        text.append(lines[i]);
        return 0;
      }
      text.append("\n".repeat(joined));
      return joined;
    }

    private static boolean mayBeMagic(String line) {
      String start = line.stripLeading();
      return start.startsWith("%")
          || start.startsWith("!")
          || start.startsWith("@")
          || line.indexOf('?') >= 0 && HelpQuestion.in(line).isPresent()
          || line.indexOf('%') > 0 && ASSIGNED.matcher(line).matches()
          || line.indexOf('!') > 0 && ASSIGNED_COMMAND.matcher(line).matches();
    }

    private boolean replace(String line, Place place) {
      Matcher magic = LINE.matcher(line);
      if (magic.matches()) {
        magic(magic.group(1), magic.group(2), argument(magic.group(3)), place);
        return true;
      }
      Matcher assigned = ASSIGNED.matcher(line);
      if (assigned.matches()) {
        text.append(assigned.group(1)).append(call(assigned.group(2), argument(assigned.group(3))));
        return true;
      }
      Matcher kept = ASSIGNED_COMMAND.matcher(line);
      if (kept.matches() && !isValue(kept.group(2))) {
        text.append(kept.group(1)).append(call("sx", kept.group(2).strip()));
        return true;
      }
      Matcher command = COMMAND.matcher(line);
      if (place == Place.STATEMENT && command.matches() && !isNegation(command.group(2))) {
        text.append(command.group(1)).append(call(ShellMagics.BANG, command.group(2).strip()));
        return true;
      }
      HelpQuestion question = place == Place.STATEMENT ? HelpQuestion.in(line).orElse(null) : null;
      if (question != null) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String name = question.detailLevel() > 0 ? "pinfo2" : "pinfo";
        text.append(indent).append(call(name, question.subject()));
        return true;
      }
      Early grabbed = place == Place.STATEMENT ? Grab.command(line) : null;
      if (grabbed != null) {
        early.add(new Early(grabbed.name(), grabbed.argument(), number));
      }
      return grabbed != null;
    }

    private static String argument(String text) {
      return text == null ? "" : text.strip();
    }

    private void magic(String indent, String name, String argument, Place place) {
      if (place == Place.STATEMENT && isEarly.test(name)) {
        early.add(new Early(name, argument, number));
      } else {
        text.append(indent).append(call(name, argument));
      }
    }

    /** {@code !done} where a cell above, or this one, has made {@code done}. */
    private boolean isNegation(String rest) {
      if (language.name().equals("python")) {
        return false;
      }
      Matcher word = FIRST_WORD.matcher(rest);
      if (!word.matches()) {
        return false;
      }
      String name = word.group(1);
      return List.of("true", "false", "True", "False", "null", "None", "this", "new").contains(name)
          || isVariable.test(name)
          || Pattern.compile("\\b" + name + "\\s*=(?!=)").matcher(text).find()
          || Pattern.compile("\\bdef\\s+" + name + "\\b").matcher(text).find();
    }

    /** {@code done = !flag}: what follows is a value, for a name of this cell or the session. */
    private boolean isValue(String rest) {
      if (language.name().equals("python")) {
        return false;
      }
      Matcher word = FIRST_WORD.matcher(rest);
      if (!word.matches() || isNegation(rest)) {
        return !rest.startsWith("/") && !rest.startsWith("./");
      }
      String after = rest.substring(word.group(1).length());
      boolean named = Pattern.compile("\\b" + word.group(1) + "\\b").matcher(text).find();
      return named || after.matches("\\s*[(.\\[?&=].*");
    }

    private static String call(String name, String argument) {
      return FUNCTION + "(" + quoted(name) + ", " + quoted(argument) + ")";
    }

    /** A string in single quotes, which reads the same in Groovy and in Python. */
    private static String quoted(String text) {
      return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\r", "") + "'";
    }
  }
}
