package io.nyala.dsl.python.syntax;

import io.nyala.dsl.python.run.Ints;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number literal read from a text.
 *
 * @param value an Integer, Long, BigInteger or Double
 * @param end where it ends
 * @param problem what is wrong with it, or null
 */
record Numerals(Object value, int end, String problem) {
  private static final Pattern BASED =
      Pattern.compile("0(?:[xX]((?:_?[0-9a-fA-F])+)|[oO]((?:_?[0-7])+)|[bB]((?:_?[01])+))");
  private static final Pattern REAL =
      Pattern.compile(
          "(?:\\d(?:_?\\d)*)?\\.(?:\\d(?:_?\\d)*)?(?:[eE][-+]?\\d(?:_?\\d)*)?"
              + "|\\d(?:_?\\d)*[eE][-+]?\\d(?:_?\\d)*");
  private static final Pattern WHOLE = Pattern.compile("\\d(?:_?\\d)*");

  static Numerals read(String code, int at) {
    Matcher based = BASED.matcher(code).region(at, code.length());
    if (based.lookingAt()) {
      int group = based.group(1) != null ? 1 : based.group(2) != null ? 2 : 3;
      int base = group == 1 ? 16 : group == 2 ? 8 : 2;
      String digits = based.group(group).replace("_", "");
      return new Numerals(Ints.fit(new BigInteger(digits, base)), based.end(), null);
    }
    Matcher real = REAL.matcher(code).region(at, code.length());
    if (real.lookingAt()) {
      double value = Double.parseDouble(real.group().replace("_", ""));
      return checked(code, value, real.end());
    }
    Matcher whole = WHOLE.matcher(code).region(at, code.length());
    if (!whole.lookingAt()) {
      return new Numerals(0, at + 1, "invalid syntax");
    }
    String digits = whole.group().replace("_", "");
    if (digits.length() > 1 && digits.startsWith("0") && !digits.matches("0+")) {
      return new Numerals(
          0,
          whole.end(),
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal"
              + " integers");
    }
    return checked(code, Ints.fit(new BigInteger(digits)), whole.end());
  }

  private static Numerals checked(String code, Object value, int end) {
    boolean imaginary = end < code.length() && "jJ".indexOf(code.charAt(end)) >= 0;
    return new Numerals(
        value, end, imaginary ? "complex numbers are not supported in Nyala's Python cells" : null);
  }
}
