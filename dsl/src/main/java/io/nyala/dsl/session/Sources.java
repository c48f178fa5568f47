package io.nyala.dsl.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** The texts of the cells that ran, for tracebacks. */
final class Sources {
  private static final int REMEMBERED = 2_000;
  private static final String PREFIX = "Cell_";

  /**
   * A cell that ran.
   *
   * @param sourceName the file name in its stack frames
   * @param shownName what a person calls it
   */
  record Cell(String sourceName, String shownName, String code) {}

  private final Map<String, Cell> cells =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Cell> eldest) {
          return size() > REMEMBERED;
        }
      };
  private Cell latest = new Cell("", "", "");

  synchronized Cell add(int number, String shownName, String code) {
    String name = PREFIX + number;
    Cell cell = new Cell(name, shownName, code.replace("\r\n", "\n").replace('\r', '\n'));
    cells.put(name, cell);
    latest = cell;
    return cell;
  }

  synchronized Cell latest() {
    return latest;
  }

  /** The cell a stack frame belongs to, or null. */
  synchronized Cell of(StackTraceElement frame) {
    return frame.getFileName() == null ? null : cells.get(frame.getFileName());
  }
}
