package io.nyala.dsl.lang;

/**
 * A text that a loop adds to: a stretch of a buffer that longer texts share, so that adding a
 * letter does not copy what is there. A variable holds it; whoever reads the variable gets the
 * text.
 */
public final class GrowingText {
  /** Shorter texts are as soon copied. */
  private static final int WORTH = 512;

  private final StringBuilder buffer;
  private final int length;
  private String text;

  private GrowingText(StringBuilder buffer) {
    this.buffer = buffer;
    this.length = buffer.length();
  }

  /** The value that a variable holds, which is read here. */
  public static Object read(Object held) {
    return held instanceof GrowingText growing ? growing.text() : held;
  }

  /** Both texts as one, in a form that grows if it is long. */
  public static Object join(Object held, String more) {
    if (held instanceof GrowingText growing) {
      return growing.plus(more);
    }
    String text = (String) held;
    return text.length() < WORTH
        ? text.concat(more)
        : new GrowingText(new StringBuilder(2 * text.length()).append(text).append(more));
  }

  private GrowingText plus(String more) {
    StringBuilder grown = buffer;
    if (buffer.length() != length) {
      // Somebody else went on from here.
      grown = new StringBuilder(2 * length).append(buffer, 0, length);
    }
    return new GrowingText(grown.append(more));
  }

  private String text() {
    if (text == null) {
      text = buffer.substring(0, length);
    }
    return text;
  }
}
