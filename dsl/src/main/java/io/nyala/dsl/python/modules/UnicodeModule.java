package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** {@code unicodedata}: what Unicode says of characters. */
final class UnicodeModule {
  /** The categories by Java's numbers. */
  private static final Map<Integer, String> CATEGORIES =
      Map.ofEntries(
          Map.entry((int) Character.UPPERCASE_LETTER, "Lu"),
          Map.entry((int) Character.LOWERCASE_LETTER, "Ll"),
          Map.entry((int) Character.TITLECASE_LETTER, "Lt"),
          Map.entry((int) Character.MODIFIER_LETTER, "Lm"),
          Map.entry((int) Character.OTHER_LETTER, "Lo"),
          Map.entry((int) Character.NON_SPACING_MARK, "Mn"),
          Map.entry((int) Character.COMBINING_SPACING_MARK, "Mc"),
          Map.entry((int) Character.ENCLOSING_MARK, "Me"),
          Map.entry((int) Character.DECIMAL_DIGIT_NUMBER, "Nd"),
          Map.entry((int) Character.LETTER_NUMBER, "Nl"),
          Map.entry((int) Character.OTHER_NUMBER, "No"),
          Map.entry((int) Character.DASH_PUNCTUATION, "Pd"),
          Map.entry((int) Character.START_PUNCTUATION, "Ps"),
          Map.entry((int) Character.END_PUNCTUATION, "Pe"),
          Map.entry((int) Character.INITIAL_QUOTE_PUNCTUATION, "Pi"),
          Map.entry((int) Character.FINAL_QUOTE_PUNCTUATION, "Pf"),
          Map.entry((int) Character.CONNECTOR_PUNCTUATION, "Pc"),
          Map.entry((int) Character.OTHER_PUNCTUATION, "Po"),
          Map.entry((int) Character.MATH_SYMBOL, "Sm"),
          Map.entry((int) Character.CURRENCY_SYMBOL, "Sc"),
          Map.entry((int) Character.MODIFIER_SYMBOL, "Sk"),
          Map.entry((int) Character.OTHER_SYMBOL, "So"),
          Map.entry((int) Character.SPACE_SEPARATOR, "Zs"),
          Map.entry((int) Character.LINE_SEPARATOR, "Zl"),
          Map.entry((int) Character.PARAGRAPH_SEPARATOR, "Zp"),
          Map.entry((int) Character.CONTROL, "Cc"),
          Map.entry((int) Character.FORMAT, "Cf"),
          Map.entry((int) Character.SURROGATE, "Cs"),
          Map.entry((int) Character.PRIVATE_USE, "Co"));

  private UnicodeModule() {}

  static Namespace names() {
    Module unicode = new Module("unicodedata");
    unicode.two("normalize", (form, text) -> normalize(Module.str(form), Module.str(text)));
    unicode.one(
        "category",
        each -> CATEGORIES.getOrDefault(Character.getType(point("category", each)), "Cn"));
    unicode.function("name", (given, named) -> name(given));
    unicode.one("lookup", UnicodeModule::lookup);
    unicode.function("decimal", (given, named) -> digit("decimal", given));
    unicode.function("digit", (given, named) -> digit("digit", given));
    return unicode.names();
  }

  private static String normalize(String form, String text) {
    try {
      return Normalizer.normalize(text, Normalizer.Form.valueOf(form));
    } catch (IllegalArgumentException e) {
      throw Module.error("ValueError", "invalid normalization form");
    }
  }

  private static int point(String function, Object value) {
    String text = value instanceof CharSequence ? value.toString() : null;
    if (text == null || text.codePointCount(0, text.length()) != 1) {
      throw Module.error(
          "TypeError",
          function
              + "() argument must be a unicode character, not "
              + (text == null ? Module.typeName(value) : "str"));
    }
    return text.codePointAt(0);
  }

  private static Object name(Object[] given) {
    int point = point("name", given[0]);
    String name = Character.isISOControl(point) ? null : Character.getName(point);
    if (name == null && given.length < 2) {
      throw Module.error("ValueError", "no such name");
    }
    // Python spells ideographs CJK UNIFIED IDEOGRAPH-4E00.
    return name == null
        ? given[1]
        : name.replace("CJK UNIFIED IDEOGRAPHS ", "CJK UNIFIED IDEOGRAPH-");
  }

  private static Object lookup(Object name) {
    try {
      return Character.toString(Character.codePointOf(Module.str(name).toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw Module.error("KeyError", "undefined character name '" + Module.str(name) + "'");
    }
  }

  private static Object digit(String function, Object[] given) {
    int value = Character.digit(point(function, given[0]), 10);
    if (value < 0 && given.length < 2) {
      throw Module.error("ValueError", "not a " + function);
    }
    return value < 0 ? given[1] : (Object) value;
  }
}
