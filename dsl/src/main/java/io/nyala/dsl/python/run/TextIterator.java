package io.nyala.dsl.python.run;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Goes through the characters of a text, each a text of its own. */
final class TextIterator implements Iterator<Object> {
  private static final String[] LETTERS = new String[256];

  static {
    for (int i = 0; i < LETTERS.length; i++) {
      LETTERS[i] = String.valueOf((char) i);
    }
  }

  private final String text;
  private int at;

  TextIterator(String text) {
    this.text = text;
  }

  /** The text of one character. */
  static String of(char letter) {
    return letter < LETTERS.length ? LETTERS[letter] : String.valueOf(letter);
  }

  @Override
  public boolean hasNext() {
    return at < text.length();
  }

  @Override
  public Object next() {
    if (at >= text.length()) {
      throw new NoSuchElementException();
    }
    char letter = text.charAt(at++);
    boolean pair =
        Character.isHighSurrogate(letter)
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at));
    return pair ? text.substring(at - 1, ++at) : of(letter);
  }
}
