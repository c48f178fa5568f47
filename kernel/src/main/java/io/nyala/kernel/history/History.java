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

  /** What is not on disk. */
  private final List<HistoryItem> own = new ArrayList<>();

  private int session;
  private boolean isWritable;
  private boolean warned;

  /**
   * @param directory the folder of the history file; null to keep nothing on disk
   */
  public History(Path directory) {
    this.file = directory == null ? null : new HistoryFile(directory);
    this.isWritable = file != null;
  }

  /** Remembers a cell, before it runs: what stops the kernel is the cell one looks for. */
  public synchronized void input(int line, String code) {
    if (session == 0) {
      openSession();
    }
    HistoryItem item = new HistoryItem(session, line, code, null);
    if (!keep(() -> file.appendInput(item))) {
      own.add(item);
    }
  }

  /** Remembers the value of a cell. */
  public synchronized void output(int line, String text) {
    for (int i = own.size() - 1; i >= 0; i--) {
      if (own.get(i).line() == line) {
        own.set(i, own.get(i).withOutput(text));
        return;
      }
    }
    keep(() -> file.appendOutput(new HistoryItem(session, line, null, text)));
  }

  private void openSession() {
    if (!keep(() -> session = file.openSession())) {
      session = newest(all()) + 1;
      isWritable = false;
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  /** Writes to disk; false where that cannot be done. */
  private boolean keep(Writing writing) {
    if (!isWritable) {
      return false;
    }
    try {
      writing.run();
      return true;
    } catch (IOException e) {
      if (!warned) {
        Log.warn("history is not kept on disk: " + e);
        warned = true;
      }
      return false;
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
   * @param start first line; of this run, a negative one counts from its end
   * @param stop line to stop before; of this run, 0 is its end and a negative one counts from there
   */
  public synchronized List<HistoryItem> range(int run, int start, int stop) {
    List<HistoryItem> items = all();
    int here = session > 0 ? session : newest(items) + 1;
    int wanted = run > 0 ? run : here + run;
    List<HistoryItem> lines = items.stream().filter(i -> i.session() == wanted).toList();
    int end = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).line() + 1;
    int from = run == 0 && start < 0 ? start + end : start;
    int to = run == 0 && stop <= 0 ? stop + end : stop;
    return lines.stream().filter(i -> i.line() >= from && i.line() < to).toList();
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

  private static int newest(List<HistoryItem> items) {
    return items.stream().mapToInt(HistoryItem::session).max().orElse(0);
  }

  private List<HistoryItem> all() {
    List<HistoryItem> items = new ArrayList<>();
    if (file != null) {
      try {
        items.addAll(file.read());
      } catch (IOException e) {
        Log.warn("history cannot be read: " + e);
      }
    }
    items.addAll(own);
    return items;
  }
}
