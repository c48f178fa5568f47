package io.nyala.keras.layers.text;

/**
 * Cuts text into tokens in one pass over its characters: lower-case, strip punctuation, split,
 * combine to n-grams.
 *
 * <p>As in Keras, lower-casing touches ASCII letters only, punctuation is the 32 ASCII marks, and
 * white space is ASCII white space (space, tab, line feed, vertical tab, form feed, carriage
 * return). A pipeline holds no state and may be used by several threads.
 */
public final class TextPipeline {

  /** How a text is split. */
  public enum Split {
    /** At runs of ASCII white space. */
    WHITESPACE,
    /** Into Unicode characters. */
    CHARACTER,
    /** Not at all. */
    NONE
  }

  private static final byte PLAIN = 0;
  private static final byte UPPER = 1;
  private static final byte PUNCTUATION = 2;
  private static final byte SPACE = 3;
  private static final byte[] KIND = kinds();

  private final boolean lower;
  private final boolean strip;
  private final Split split;
  private final int[] ngrams;

  /**
   * A pipeline.
   *
   * @param lower whether ASCII capitals become small letters
   * @param strip whether ASCII punctuation is removed
   * @param split how the text is split
   * @param ngrams the widths of n-grams to make; null: the tokens stay as they are
   */
  public TextPipeline(boolean lower, boolean strip, Split split, int[] ngrams) {
    this.lower = lower;
    this.strip = strip;
    this.split = split;
    this.ngrams = ngrams == null ? null : ngrams.clone();
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    for (char c = '!'; c < 127; c++) {
      boolean plain = c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
      kinds[c] = plain ? PLAIN : c >= 'A' && c <= 'Z' ? UPPER : PUNCTUATION;
    }
    for (char c : " \t\n\u000b\f\r".toCharArray()) {
      kinds[c] = SPACE;
    }
    return kinds;
  }

  /** Cuts a text, replacing what {@code into} held. */
  public void tokenize(String text, Tokens into) {
    switch (split) {
      case WHITESPACE -> words(text, into);
      case CHARACTER -> characters(text, into);
      case NONE -> {
        into.clear(text.length());
        whole(text, into);
      }
    }
    if (ngrams != null && split != Split.NONE) {
      into.combine(ngrams);
    }
  }

  /** Takes a row of texts as the tokens they are: standardized, not split, combined to n-grams. */
  public void row(String[] texts, int from, int to, Tokens into) {
    int characters = 0;
    for (int i = from; i < to; i++) {
      characters += texts[i].length() + 1;
    }
    into.clear(characters);
    for (int i = from; i < to; i++) {
      whole(texts[i], into);
    }
    if (ngrams != null) {
      into.combine(ngrams);
    }
  }

  /** A text standardized, neither split nor combined. */
  public String standardize(String text) {
    Tokens one = new Tokens();
    one.clear(text.length());
    whole(text, one);
    return one.get(0);
  }

  private void words(String text, Tokens into) {
    int n = text.length();
    into.clear(n);
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      byte kind = c < 128 ? KIND[c] : PLAIN;
      if (kind == PLAIN) {
        into.append(c);
      } else if (kind == SPACE) {
        into.end(false);
      } else {
        change(c, kind, into);
      }
    }
    into.end(false);
  }

  private void characters(String text, Tokens into) {
    int n = text.length();
    into.clear(n);
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      change(c, c < 128 ? KIND[c] : PLAIN, into);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < n;
      if (!(pair && Character.isLowSurrogate(text.charAt(i + 1)))) {
        into.end(false);
      }
    }
  }

  private void whole(String text, Tokens into) {
    for (int i = 0, n = text.length(); i < n; i++) {
      char c = text.charAt(i);
      change(c, c < 128 ? KIND[c] : PLAIN, into);
    }
    into.end(true);
  }

  private void change(char c, byte kind, Tokens into) {
    if (kind == UPPER && lower) {
      into.append((char) (c + 32));
    } else if (kind != PUNCTUATION || !strip) {
      into.append(c);
    }
  }
}
