package io.nyala.kernel.history;

import io.nyala.kernel.wire.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of this kernel run and of the user's earlier ones. Kept on disk where that is possible;
 * where it is not, this run's cells are still remembered while it lasts.
 */
public final class History {

  private final HistoryFile file;
  private final List<HistoryItem> own = new ArrayList<>();
  private int session;

  /**
   * @param directory the folder of the history file; null to keep nothing on disk
   */
  public History(Path directory) {
    this.file = directory == null ? null : new HistoryFile(directory);
  }

  /** Remembers a cell, before it runs: what stops the kernel is the cell one looks for. */
  public synchronized void input(int line, String code) {
    if (session == 0) {
      openSession();
    }
    HistoryItem item = new HistoryItem(session, line, code, null);
    own.add(item);
    keep(() -> file.appendInput(item));
  }

  /** Remembers the value of a cell. */
  public synchronized void output(int line, String text) {
    for (int i = own.size() - 1; i >= 0; i--) {
      if (own.get(i).line() == line) {
        HistoryItem item = own.get(i).withOutput(text);
        own.set(i, item);
        keep(() -> file.appendOutput(item));
        return;
      }
    }
  }

  private void openSession() {
    session = 1;
    keep(() -> session = file.openSession());
  }

  private interface Writing {
    void run() throws IOException;
  }

  private boolean warned;

  private void keep(Writing writing) {
    if (file == null) {
      return;
    }
    try {
      writing.run();
    } catch (IOException e) {
      if (!warned) {
        Log.warn("history is not kept on disk: " + e);
        warned = true;
      }
    }
  }

  /** The last n cells, oldest first. */
  public synchronized List<HistoryItem> tail(int n) {
    return last(all(), n);
  }

  /**
   * The cells of one run.
   *
   * @param run its number; 0 is this run, −1 the one before
   * @param start first line
   * @param stop line to stop before
   */
  public synchronized List<HistoryItem> range(int run, int start, int stop) {
    List<HistoryItem> items = all();
    int here =
        session > 0 ? session : items.stream().mapToInt(HistoryItem::session).max().orElse(0) + 1;
    int wanted = run > 0 ? run : here + run;
    return items.stream()
        .filter(i -> i.session() == wanted && i.line() >= start && i.line() < stop)
        .toList();
  }

  /**
   * The last n cells whose whole text matches a glob of {@code *}, {@code ?} and {@code [abc]}.
   *
   * @param unique whether of equal cells only the latest is given
   */
  public synchronized List<HistoryItem> search(String glob, int n, boolean unique) {
    Glob pattern = new Glob(glob);
    List<HistoryItem> found = all().stream().filter(item -> pattern.matches(item.input())).toList();
    if (unique) {
      Map<String, HistoryItem> latest = new LinkedHashMap<>();
      for (HistoryItem item : found) {
        latest.remove(item.input());
        latest.put(item.input(), item);
      }
      found = List.copyOf(latest.values());
    }
    return last(found, n);
  }

  private static List<HistoryItem> last(List<HistoryItem> items, int n) {
    return items.subList(Math.max(0, items.size() - Math.max(0, n)), items.size());
  }

  private List<HistoryItem> all() {
    if (file != null && !warned) {
      try {
        return file.read();
      } catch (IOException e) {
        Log.warn("history cannot be read: " + e);
      }
    }
    return List.copyOf(own);
  }
}
