package io.nyala.keras.preprocessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a text falls into words: characters to drop stand for the separator.
 *
 * @param filters the characters to drop
 * @param lower whether words are put in lower case
 * @param split what stands between words
 */
record WordSplitter(String filters, boolean lower, String split) {

  /** Punctuation, tabs and line ends. */
  static final String FILTERS = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

  List<String> words(String text) {
    StringBuilder clean = new StringBuilder();
    String cased = lower ? text.toLowerCase(Locale.ROOT) : text;
    for (int i = 0; i < cased.length(); i++) {
      char c = cased.charAt(i);
      clean.append(filters.indexOf(c) >= 0 ? split : String.valueOf(c));
    }
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = clean.indexOf(split); at >= 0; at = clean.indexOf(split, from)) {
      add(words, clean.substring(from, at));
      from = at + split.length();
    }
    add(words, clean.substring(from));
    return words;
  }

  private static void add(List<String> words, String word) {
    if (!word.isEmpty()) {
      words.add(word);
    }
  }
}
