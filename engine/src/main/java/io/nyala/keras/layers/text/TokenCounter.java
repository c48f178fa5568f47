package io.nyala.keras.layers.text;

import java.util.Arrays;

/** Counts how often each token occurs, and in how many documents. */
final class TokenCounter {

  private long[] counts = new long[1024];
  private long[] documents = new long[1024];
  private long[] last = new long[1024];
  private long seen;

  /** Begins the next document. */
  void startDocument() {
    seen++;
  }

  /** Counts a token, by its number, in the document begun last. */
  void count(int token) {
    if (token >= counts.length) {
      int length = Math.max(token + 1, 2 * counts.length);
      counts = Arrays.copyOf(counts, length);
      documents = Arrays.copyOf(documents, length);
      last = Arrays.copyOf(last, length);
    }
    counts[token]++;
    if (last[token] != seen) {
      last[token] = seen;
      documents[token]++;
    }
  }

  /** How often a token occurred. */
  long occurrences(int token) {
    return counts[token];
  }

  /** In how many documents a token occurred. */
  long documents(int token) {
    return documents[token];
  }

  /** The number of documents. */
  long documents() {
    return seen;
  }
}
