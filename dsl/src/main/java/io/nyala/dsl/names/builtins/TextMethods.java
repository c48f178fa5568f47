package io.nyala.dsl.names.builtins;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Python's string methods on Groovy strings, where Groovy has none of the name. Names that both
 * have keep Groovy's meaning; {@link TextCalls} looks after those whose meanings part.
 */
public final class TextMethods {
  private TextMethods() {}

  public static String lower(CharSequence self) {
    return self.toString().toLowerCase(Locale.ROOT);
  }

  public static String upper(CharSequence self) {
    return self.toString().toUpperCase(Locale.ROOT);
  }

  public static String title(CharSequence self) {
    StringBuilder out = new StringBuilder();
    boolean inside = false;
    for (char c : self.toString().toCharArray()) {
      out.append(inside ? Character.toLowerCase(c) : Character.toTitleCase(c));
      inside = Character.isLetter(c);
    }
    return out.toString();
  }

  public static String strip(CharSequence self, CharSequence characters) {
    return rstrip(lstrip(self, characters), characters);
  }

  public static String lstrip(CharSequence self) {
    return self.toString().stripLeading();
  }

  public static String lstrip(CharSequence self, CharSequence characters) {
    if (characters == null) {
      return lstrip(self);
    }
    int start = 0;
    while (start < self.length() && contains(characters, self.charAt(start))) {
      start++;
    }
    return self.subSequence(start, self.length()).toString();
  }

  public static String rstrip(CharSequence self) {
    return self.toString().stripTrailing();
  }

  public static String rstrip(CharSequence self, CharSequence characters) {
    if (characters == null) {
      return rstrip(self);
    }
    int end = self.length();
    while (end > 0 && contains(characters, self.charAt(end - 1))) {
      end--;
    }
    return self.subSequence(0, end).toString();
  }

  private static boolean contains(CharSequence characters, char c) {
    return characters.toString().indexOf(c) >= 0;
  }

  public static boolean startswith(CharSequence self, Object prefix) {
    return several(prefix).stream().anyMatch(each -> self.toString().startsWith(each));
  }

  public static boolean endswith(CharSequence self, Object suffix) {
    return several(suffix).stream().anyMatch(each -> self.toString().endsWith(each));
  }

  private static List<String> several(Object given) {
    if (given instanceof List<?> all) {
      return all.stream().map(String::valueOf).toList();
    }
    return List.of(String.valueOf(given));
  }

  public static String replace(CharSequence self, CharSequence old, CharSequence now, int count) {
    StringBuilder out = new StringBuilder();
    String text = self.toString();
    int from = 0;
    int left = count < 0 ? Integer.MAX_VALUE : count;
    int at = text.indexOf(old.toString());
    while (at >= 0 && left-- > 0 && old.length() > 0) {
      out.append(text, from, at).append(now);
      from = at + old.length();
      at = text.indexOf(old.toString(), from);
    }
    return out.append(text.substring(from)).toString();
  }

  public static int index(CharSequence self, CharSequence part) {
    int at = self.toString().indexOf(part.toString());
    if (at < 0) {
      throw PyError.value("substring not found");
    }
    return at;
  }

  public static int rfind(CharSequence self, CharSequence part) {
    return self.toString().lastIndexOf(part.toString());
  }

  public static List<String> splitlines(CharSequence self) {
    return self.toString().lines().collect(Collectors.toList());
  }

  public static Tuple partition(CharSequence self, CharSequence separator) {
    String text = self.toString();
    int at = text.indexOf(separator.toString());
    return at < 0
        ? Tuple.of(text, "", "")
        : Tuple.of(
            text.substring(0, at), separator.toString(), text.substring(at + separator.length()));
  }

  public static String zfill(CharSequence self, int width) {
    String text = self.toString();
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String zeros = "0".repeat(Math.max(0, width - text.length()));
    return signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text;
  }

  public static String ljust(CharSequence self, int width) {
    return self + " ".repeat(Math.max(0, width - self.length()));
  }

  public static String rjust(CharSequence self, int width) {
    return " ".repeat(Math.max(0, width - self.length())) + self;
  }

  public static boolean isdigit(CharSequence self) {
    return all(self, Character::isDigit);
  }

  public static boolean isalpha(CharSequence self) {
    return all(self, Character::isLetter);
  }

  public static boolean isalnum(CharSequence self) {
    return all(self, Character::isLetterOrDigit);
  }

  public static boolean isspace(CharSequence self) {
    return all(self, Character::isWhitespace);
  }

  public static boolean isupper(CharSequence self) {
    return self.chars().anyMatch(Character::isUpperCase)
        && self.chars().noneMatch(Character::isLowerCase);
  }

  public static boolean islower(CharSequence self) {
    return self.chars().anyMatch(Character::isLowerCase)
        && self.chars().noneMatch(Character::isUpperCase);
  }

  private static boolean all(CharSequence text, IntPredicate test) {
    return text.length() > 0 && text.codePoints().allMatch(test);
  }

  /** {@code '%s is %d' % (name, n)}. */
  public static String remainder(CharSequence self, Object values) {
    Object[] all = values instanceof Tuple tuple ? tuple.toArray() : new Object[] {values};
    return Formats.percent(self.toString(), all, values instanceof Map<?, ?> map ? map : null);
  }

  static String join(CharSequence self, Object items) {
    Iterable<Object> all = Iteration.items(items);
    return StreamSupport.stream(all.spliterator(), false)
        .map(
            each -> {
              if (!(each instanceof CharSequence)) {
                throw PyError.type(
                    "join: expected str, found " + Types.nameOf(each) + "; try map(str, xs)");
              }
              return each.toString();
            })
        .collect(Collectors.joining(self));
  }
}
