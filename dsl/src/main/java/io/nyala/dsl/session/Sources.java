package io.nyala.dsl.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the cells that were compiled, for tracebacks. */
final class Sources {
  private static final String PREFIX = "Cell_";
  private static final Pattern FILE = Pattern.compile(PREFIX + "([0-9]{1,9})");
  private static final Pattern CLASS = Pattern.compile(PREFIX + "[0-9]");

  /**
   * A cell that ran.
   *
   * @param sourceName the file name in its stack frames
   * @param shownName what a person calls it
   */
  record Cell(String sourceName, String shownName, String code) {}

  /** Of each cell what a person calls it, on a line of its own, then its code. */
  private final CellTexts cells = new CellTexts();

  private Cell latest = new Cell("", "", "");

  synchronized Cell add(String shownName, String code) {
    String text = code.replace("\r\n", "\n").replace('\r', '\n');
    cells.add(shownName.replace('\n', ' ') + "\n" + text);
    latest = new Cell(PREFIX + cells.size(), shownName, text);
    return latest;
  }

  synchronized Cell latest() {
    return latest;
  }

  /** The cell a stack frame belongs to, or null. */
  synchronized Cell of(StackTraceElement frame) {
    String name = frame.getFileName();
    String text = name == null ? null : cells.get(number(name));
    if (text == null) {
      return null;
    }
    int end = text.indexOf('\n');
    return new Cell(name, text.substring(0, end), text.substring(end + 1));
  }

  /** The code of the cell with this class, or null. */
  synchronized String code(String className) {
    String text = cells.get(number(className));
    return text == null ? null : text.substring(text.indexOf('\n') + 1);
  }

  /** The number in a cell's file name; 0 for another file's. */
  private static int number(String name) {
    Matcher found = FILE.matcher(name);
    return found.matches() ? Integer.parseInt(found.group(1)) : 0;
  }

  /** Whether this is the name of a cell's class, or one made of it. */
  static boolean isOfCell(String className) {
    return CLASS.matcher(className).lookingAt();
  }
}
