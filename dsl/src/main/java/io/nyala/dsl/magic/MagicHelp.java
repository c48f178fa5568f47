package io.nyala.dsl.magic;

import io.nyala.dsl.session.Completeness;
import io.nyala.dsl.session.Completions;
import io.nyala.dsl.session.Completions.Match;
import io.nyala.dsl.session.Paths;
import io.nyala.dsl.show.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Help at the keyboard for magics. */
public final class MagicHelp {
  private static final Pattern NAME = Pattern.compile("(?:.*=)?\\s*(%%?\\w*)");
  private static final Pattern WITH_FILE =
      Pattern.compile(
          "\\s*(?:%(?:cd|load|run|classpath)|%%(?:writefile|file)|!.*)\\s(?:.*\\s)?(\\S*)");

  private MagicHelp() {}

  /** Names of magics, and of files where a magic takes one; empty where neither is typed. */
  public static Optional<Completions> complete(String code, int cursor, Magics magics) {
    int end = Math.max(0, Math.min(cursor, code.length()));
    int start = code.lastIndexOf('\n', end - 1) + 1;
    String line = code.substring(start, end);
    boolean first = code.substring(0, start).isBlank();
    Matcher file = WITH_FILE.matcher(line);
    if (file.matches() && (!line.stripLeading().startsWith("%%") || first)) {
      return Optional.of(Paths.complete(file.group(1), end));
    }
    Matcher name = NAME.matcher(line);
    if (!name.matches()) {
      return Optional.empty();
    }
    String typed = name.group(1);
    List<Match> found = new ArrayList<>();
    Stream.concat(magics.lines().stream(), first ? magics.cells().stream() : Stream.<Magic>empty())
        .filter(each -> each.typed().startsWith(typed) || each.typed().startsWith("%" + typed))
        .forEach(each -> found.add(new Match(each.typed(), "magic", each.usage())));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Completions(end - typed.length(), end, found));
  }

  /** Help on the magic at the cursor, if there is one. */
  public static Optional<MimeBundle> inspect(String code, int cursor, Magics magics) {
    int at = Math.max(0, Math.min(cursor, code.length()));
    int start = code.lastIndexOf('\n', at - 1) + 1;
    int end = start;
    while (end < code.length() && Character.isWhitespace(code.charAt(end))) {
      end++;
    }
    start = end;
    while (end < code.length()
        && (code.charAt(end) == '%' || Character.isJavaIdentifierPart(code.charAt(end)))) {
      end++;
    }
    return at <= end
        ? magics.find(code.substring(start, end)).map(HelpMagics::bundle)
        : Optional.empty();
  }

  /** A cell magic at a prompt goes on until a blank line; empty for any other cell. */
  public static Optional<Completeness> isComplete(String code) {
    if (MagicText.cell(code) == null) {
      return Optional.empty();
    }
    boolean ended = code.endsWith("\n") && !code.strip().isEmpty() && code.strip().contains("\n");
    return Optional.of(
        new Completeness(
            ended ? Completeness.Status.COMPLETE : Completeness.Status.INCOMPLETE, ""));
  }
}
