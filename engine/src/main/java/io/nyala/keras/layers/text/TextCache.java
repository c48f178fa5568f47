package io.nyala.keras.layers.text;

import java.util.HashMap;
import java.util.Map;

/**
 * The indices of texts met before, so that the epochs of a training read each text once. It takes
 * texts until it holds {@value #MOST} indices, then no more.
 */
final class TextCache {

  private static final int MOST = 1 << 20;

  /** What a text costs beside its indices, in indices. */
  private static final int OVERHEAD = 24;

  private final Map<String, long[]> rows = new HashMap<>();
  private int size;

  /** The indices of a text; null if it has not been met. */
  synchronized long[] get(String text) {
    return rows.get(text);
  }

  synchronized void put(String text, long[] row) {
    int cost = row.length + text.length() / Integer.BYTES + OVERHEAD;
    if (cost <= MOST - size && rows.putIfAbsent(text, row) == null) {
      size += cost;
    }
  }

  /** Forgets everything, as the vocabulary is another. */
  synchronized void clear() {
    rows.clear();
    size = 0;
  }
}
