package io.nyala.keras.layers.text;

import java.util.Arrays;

/**
 * The tokens of one text, as ranges of one character buffer.
 *
 * <p>Tokens lie one after the other with a single space between them, so a run of neighbours, an
 * n-gram, is a range too and needs no copy.
 */
public final class Tokens {

  private char[] text = new char[256];
  private int length;
  private int[] from = new int[32];
  private int[] to = new int[32];
  private int count;
  private int open;

  /** The number of tokens. */
  public int count() {
    return count;
  }

  /** The buffer that the ranges are of. */
  public char[] text() {
    return text;
  }

  /** Where token {@code i} begins. */
  public int from(int i) {
    return from[i];
  }

  /** Where token {@code i} ends, exclusive. */
  public int to(int i) {
    return to[i];
  }

  /** Token {@code i} as a string. */
  public String get(int i) {
    return new String(text, from[i], to[i] - from[i]);
  }

  /** Forgets all tokens and makes room for a text of this many characters. */
  void clear(int characters) {
    length = 0;
    open = 0;
    count = 0;
    if (text.length < 2 * characters + 2) {
      text = new char[2 * characters + 2];
    }
  }

  /** Adds a character to the token being written. */
  void append(char c) {
    text[length++] = c;
  }

  /** Ends the token being written; an empty one counts only if it is to be kept. */
  void end(boolean keepEmpty) {
    if (length == open && !keepEmpty) {
      return;
    }
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
    from[count] = open;
    to[count++] = length;
    text[length++] = ' ';
    open = length;
  }

  /** Adds a whole token, which may be empty. */
  void add(String token) {
    int needed = length + token.length() + 1;
    if (text.length < needed) {
      text = Arrays.copyOf(text, 2 * needed);
    }
    token.getChars(0, token.length(), text, length);
    length += token.length();
    end(true);
  }

  /** Replaces the tokens by their n-grams: for each width in turn, from left to right. */
  void combine(int[] widths) {
    int total = 0;
    for (int width : widths) {
      total += Math.max(0, count - width + 1);
    }
    int[] starts = new int[Math.max(total, 8)];
    int[] ends = new int[starts.length];
    int at = 0;
    for (int width : widths) {
      for (int i = 0; i + width <= count; i++) {
        starts[at] = from[i];
        ends[at++] = to[i + width - 1];
      }
    }
    from = starts;
    to = ends;
    count = total;
  }
}
