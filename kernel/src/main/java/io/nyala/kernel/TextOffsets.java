package io.nyala.kernel;

/** The protocol counts code points, Java UTF-16 units; they differ after an emoji. */
final class TextOffsets {

  private TextOffsets() {}

  /** UTF-16 units before the given code point; positions outside the text are drawn in. */
  static int toUnits(String text, int codePoints) {
    if (codePoints <= 0) {
      return 0;
    }
    int length = text.codePointCount(0, text.length());
    return text.offsetByCodePoints(0, Math.min(codePoints, length));
  }

  /** Code points before the given UTF-16 unit. */
  static int toCodePoints(String text, int units) {
    return text.codePointCount(0, Math.max(0, Math.min(units, text.length())));
  }
}
