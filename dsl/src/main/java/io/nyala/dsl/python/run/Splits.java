package io.nyala.dsl.python.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code split} and {@code rsplit}. */
final class Splits {
  private Splits() {}

  static List<Object> words(String text, int most) {
    List<Object> words = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < text.length() && StrMethods.isSpace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return words;
      }
      int from = at;
      if (most >= 0 && words.size() == most) {
        words.add(text.substring(from));
        return words;
      }
      while (at < text.length() && !StrMethods.isSpace(text.charAt(at))) {
        at++;
      }
      words.add(text.substring(from, at));
    }
  }

  static List<Object> wordsFromRight(String text, int most) {
    List<Object> words = new ArrayList<>();
    for (Object word : words(new StringBuilder(text).reverse().toString(), most)) {
      words.add(new StringBuilder((String) word).reverse().toString());
    }
    Collections.reverse(words);
    return words;
  }

  static List<Object> by(String text, String separator, int most) {
    List<Object> parts = new ArrayList<>();
    int from = 0;
    int at = text.indexOf(separator);
    while (at >= 0 && (most < 0 || parts.size() < most)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  static List<Object> byFromRight(String text, String separator, int most) {
    List<Object> parts = new ArrayList<>();
    int to = text.length();
    int at = text.lastIndexOf(separator);
    while (at >= 0 && parts.size() < most) {
      parts.add(text.substring(at + separator.length(), to));
      to = at;
      at = text.lastIndexOf(separator, to - separator.length());
    }
    parts.add(text.substring(0, to));
    Collections.reverse(parts);
    return parts;
  }
}
