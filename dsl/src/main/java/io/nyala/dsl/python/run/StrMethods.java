package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** The methods of texts. */
final class StrMethods {
  static final Set<String> NAMES =
      Set.of(
          "lower",
          "upper",
          "title",
          "capitalize",
          "swapcase",
          "casefold",
          "strip",
          "lstrip",
          "rstrip",
          "split",
          "rsplit",
          "splitlines",
          "join",
          "replace",
          "find",
          "rfind",
          "index",
          "rindex",
          "count",
          "startswith",
          "endswith",
          "partition",
          "rpartition",
          "zfill",
          "ljust",
          "rjust",
          "center",
          "isdigit",
          "isalpha",
          "isalnum",
          "isspace",
          "isupper",
          "islower",
          "istitle",
          "isnumeric",
          "isdecimal",
          "isidentifier",
          "isascii",
          "isprintable",
          "format",
          "format_map",
          "translate",
          "expandtabs",
          "removeprefix",
          "removesuffix",
          "encode");

  private StrMethods() {}

  static Object call(String self, String name, Object[] given, Kwargs named) {
    return switch (name) {
      case "format" -> StrFormat.format(self, given, named);
      case "format_map" -> StrFormat.format(self, new Object[0], new Kwargs((Map<?, ?>) given[0]));
      case "split", "rsplit" -> split(self, name, new Args(name, given, named, 0, 2));
      case "splitlines" -> lines(self, new Args(name, given, named, 0, 1));
      case "join" -> join(self, new Args("str.join", given, named, 1, 1).get(0));
      case "replace" -> replace(self, new Args(name, given, named, 2, 3));
      case "find", "rfind", "index", "rindex", "count" ->
          search(self, name, new Args(name, given, named, 1, 3));
      case "startswith", "endswith" -> ends(self, name, new Args(name, given, named, 1, 3));
      case "strip", "lstrip", "rstrip" -> strip(self, name, new Args(name, given, named, 0, 1));
      case "ljust", "rjust", "center", "zfill" ->
          pad(self, name, new Args(name, given, named, 1, 2));
      case "partition", "rpartition" ->
          partition(self, name, new Args("str." + name, given, named, 1, 1).text(0));
      case "removeprefix" -> {
        String part = new Args(name, given, named, 1, 1).text(0);
        yield self.startsWith(part) ? self.substring(part.length()) : self;
      }
      case "removesuffix" -> {
        String part = new Args(name, given, named, 1, 1).text(0);
        yield self.endsWith(part) && !part.isEmpty()
            ? self.substring(0, self.length() - part.length())
            : self;
      }
      case "translate" -> StrForms.translate(self, (Map<?, ?>) given[0]);
      case "expandtabs" ->
          StrForms.tabs(self, new Args(name, given, named, 0, 1).index(0, "tabsize", 8));
      case "encode" -> {
        Args args = new Args(name, given, named, 0, 2).names("encoding", "errors");
        yield BytesMethods.encode(
            self,
            Texts.str(args.get(0, "encoding", "utf-8")),
            Texts.str(args.get(1, "errors", "strict")));
      }
      default -> {
        if (name.startsWith("__")) {
          Object special = Protocol.call(self, name, given);
          if (special != Unbound.VALUE) {
            yield special;
          }
        }
        boolean known = NAMES.contains(name);
        if (known && (given.length > 0 || named != null && !named.isEmpty())) {
          throw Errors.type("str." + name + "() takes no arguments (" + given.length + " given)");
        }
        yield plain(self, name, new Args("str." + name, given, named, 0, 9));
      }
    };
  }

  private static Object plain(String self, String name, Args none) {
    return switch (name) {
      case "lower" -> self.toLowerCase(Locale.ROOT);
      case "casefold" -> self.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
      case "upper" -> self.toUpperCase(Locale.ROOT);
      case "capitalize" ->
          self.isEmpty()
              ? ""
              : self.substring(0, 1).toUpperCase(Locale.ROOT)
                  + self.substring(1).toLowerCase(Locale.ROOT);
      case "title" -> StrForms.title(self);
      case "swapcase" -> StrForms.swap(self);
      case "isdecimal" -> all(self, Character::isDigit);
      case "isdigit" -> all(self, StrMethods::isDigit);
      case "isnumeric" -> all(self, c -> Character.getNumericValue(c) != -1 && !isLatin(c));
      case "isalpha" -> all(self, Character::isLetter);
      case "isalnum" ->
          all(
              self,
              c ->
                  Character.isLetterOrDigit(c)
                      || Character.getNumericValue(c) != -1 && !isLatin(c));
      case "isspace" -> all(self, StrMethods::isSpace);
      case "isupper" ->
          self.chars().anyMatch(Character::isUpperCase)
              && self.chars().noneMatch(Character::isLowerCase);
      case "islower" ->
          self.chars().anyMatch(Character::isLowerCase)
              && self.chars().noneMatch(Character::isUpperCase);
      case "istitle" ->
          self.chars().anyMatch(Character::isLetter) && self.equals(StrForms.title(self));
      case "isidentifier" -> self.matches("(?U)[\\p{L}_][\\w]*");
      case "isascii" -> self.chars().allMatch(c -> c < 128);
      case "isprintable" -> self.codePoints().noneMatch(Character::isISOControl);
      default -> {
        if (name.equals("__len__")) {
          yield self.codePointCount(0, self.length());
        }
        throw Errors.of("AttributeError", "'str' object has no attribute '" + name + "'");
      }
    };
  }

  /** Digits, also raised and lowered ones. */
  private static boolean isDigit(int c) {
    return Character.isDigit(c)
        || c == 0xb2
        || c == 0xb3
        || c == 0xb9
        || c == 0x2070
        || c >= 0x2074 && c <= 0x2079
        || c >= 0x2080 && c <= 0x2089
        || c >= 0x2460 && c <= 0x2468;
  }

  private static boolean isLatin(int c) {
    return Character.isAlphabetic(c) && Character.getType(c) != Character.LETTER_NUMBER;
  }

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || c == 0xa0 || c == 0x85;
  }

  private static boolean all(String text, IntPredicate test) {
    return !text.isEmpty() && text.codePoints().allMatch(test);
  }

  private static Object split(String self, String name, Args args) {
    args.names("sep", "maxsplit");
    Object separator = args.get(0, "sep", null);
    int most = args.index(1, "maxsplit", -1);
    boolean right = name.equals("rsplit");
    if (separator == null) {
      return right && most >= 0 ? Splits.wordsFromRight(self, most) : Splits.words(self, most);
    }
    if (!(separator instanceof CharSequence)) {
      throw Errors.type("must be str or None, not " + Types.name(separator));
    }
    if (separator.toString().isEmpty()) {
      throw Errors.value("empty separator");
    }
    return right && most >= 0
        ? Splits.byFromRight(self, separator.toString(), most)
        : Splits.by(self, separator.toString(), most);
  }

  private static Object lines(String self, Args args) {
    boolean keep = Truth.of(args.get(0, "keepends", false));
    List<Object> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < self.length(); i++) {
      char c = self.charAt(i);
      if ("\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029".indexOf(c) >= 0) {
        int end = i;
        if (c == '\r' && i + 1 < self.length() && self.charAt(i + 1) == '\n') {
          i++;
        }
        lines.add(self.substring(from, keep ? i + 1 : end));
        from = i + 1;
      }
    }
    if (from < self.length()) {
      lines.add(self.substring(from));
    }
    return lines;
  }

  private static Object join(String self, Object items) {
    boolean can = Iterators.canIterate(items) || items instanceof Instance;
    if (!can) {
      throw Errors.type("can only join an iterable");
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Object item : Iterators.list(items)) {
      if (!(item instanceof CharSequence)) {
        throw Errors.type(
            "sequence item " + at + ": expected str instance, " + Types.name(item) + " found");
      }
      out.append(at++ == 0 ? "" : self).append(item);
    }
    return out.toString();
  }

  private static Object replace(String self, Args args) {
    String old = args.text(0);
    String now = args.text(1);
    int most = args.index(2, "count", -1);
    if (most < 0) {
      return self.replace(old, now);
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int i = 0; i < most; i++) {
      int at = self.indexOf(old, from);
      if (at < 0) {
        break;
      }
      out.append(self, from, at).append(now);
      from = at + old.length();
    }
    return out.append(self.substring(from)).toString();
  }

  private static Object search(String self, String name, Args args) {
    String part = args.text(0);
    int length = self.codePointCount(0, self.length());
    if (length != self.length()) {
      return searchWide(self, name, args, length);
    }
    int from = clamp(args.index(1, "", 0), length);
    int to = clamp(args.index(2, "", length), length);
    if (name.equals("count")) {
      return count(from <= to ? self.substring(from, to) : "", part);
    }
    int found = -1;
    if (from <= to) {
      String within = self.substring(from, to);
      int at = name.startsWith("r") ? within.lastIndexOf(part) : within.indexOf(part);
      found = at < 0 ? -1 : at + from;
    }
    if (found < 0 && name.endsWith("index")) {
      throw Errors.value("substring not found");
    }
    return found;
  }

  /** Where a text holds letters that Java keeps as two. */
  private static Object searchWide(String self, String name, Args args, int length) {
    String part = args.text(0);
    int from = clamp(args.index(1, "", 0), length);
    int to = clamp(args.index(2, "", length), length);
    String within =
        from > to
            ? ""
            : self.substring(self.offsetByCodePoints(0, from), self.offsetByCodePoints(0, to));
    if (name.equals("count")) {
      return count(within, part);
    }
    int at = name.startsWith("r") ? within.lastIndexOf(part) : within.indexOf(part);
    if (at < 0 && name.endsWith("index")) {
      throw Errors.value("substring not found");
    }
    return at < 0 ? -1 : from + within.codePointCount(0, at);
  }

  private static int clamp(int position, int length) {
    return Math.max(0, Math.min(length, position < 0 ? position + length : position));
  }

  private static int count(String text, String part) {
    if (part.isEmpty()) {
      return text.codePointCount(0, text.length()) + 1;
    }
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static Object ends(String self, String name, Args args) {
    int from = clamp(args.index(1, "", 0), self.length());
    int to = clamp(args.index(2, "", self.length()), self.length());
    String within = from <= to ? self.substring(from, to) : "";
    Object parts = args.get(0);
    boolean fits = parts instanceof CharSequence || parts instanceof Tuple;
    if (!fits) {
      throw Errors.type(
          name + " first arg must be str or a tuple of str, not " + Types.name(parts));
    }
    List<?> all = parts instanceof Tuple tuple ? tuple : List.of(parts);
    return all.stream()
        .map(Object::toString)
        .anyMatch(
            part -> name.equals("startswith") ? within.startsWith(part) : within.endsWith(part));
  }

  private static Object strip(String self, String name, Args args) {
    Object characters = args.get(0);
    if (characters != null && !(characters instanceof CharSequence)) {
      throw Errors.type(name + " arg must be None or str");
    }
    IntPredicate drop =
        characters == null ? StrMethods::isSpace : c -> characters.toString().indexOf(c) >= 0;
    int from = 0;
    int to = self.length();
    while (!name.equals("rstrip") && from < to && drop.test(self.charAt(from))) {
      from++;
    }
    while (!name.equals("lstrip") && to > from && drop.test(self.charAt(to - 1))) {
      to--;
    }
    return self.substring(from, to);
  }

  private static Object pad(String self, String name, Args args) {
    int missing = Math.max(0, args.index(0, "width", 0) - self.codePointCount(0, self.length()));
    Object given = name.equals("zfill") ? "0" : args.get(1, "fillchar", " ");
    if (!(given instanceof CharSequence)) {
      throw Errors.type("The fill character must be a unicode character, not " + Types.name(given));
    }
    String fill = given.toString();
    if (fill.codePointCount(0, fill.length()) != 1) {
      throw Errors.type("The fill character must be exactly one character long");
    }
    return switch (name) {
      case "ljust" -> self + fill.repeat(missing);
      case "rjust" -> fill.repeat(missing) + self;
      case "zfill" -> {
        boolean signed = self.startsWith("-") || self.startsWith("+");
        yield signed
            ? self.charAt(0) + fill.repeat(missing) + self.substring(1)
            : fill.repeat(missing) + self;
      }
      default -> {
        int width = missing + self.codePointCount(0, self.length());
        int left = missing / 2 + (missing & width & 1);
        yield fill.repeat(left) + self + fill.repeat(missing - left);
      }
    };
  }

  private static Object partition(String self, String name, String separator) {
    int at = name.startsWith("r") ? self.lastIndexOf(separator) : self.indexOf(separator);
    if (at < 0) {
      return name.startsWith("r") ? Tuple.of("", "", self) : Tuple.of(self, "", "");
    }
    return Tuple.of(self.substring(0, at), separator, self.substring(at + separator.length()));
  }
}
