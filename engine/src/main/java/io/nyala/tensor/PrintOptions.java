package io.nyala.tensor;

/**
 * How arrays are printed: NumPy's {@code set_printoptions}, for everybody in this process.
 *
 * @param precision the most digits after the point
 * @param threshold from so many elements on only the first and last of each axis are shown
 * @param edgeItems how many of them
 * @param lineWidth the longest line
 * @param suppress whether small numbers are written without exponent
 */
public record PrintOptions(
    int precision, int threshold, int edgeItems, int lineWidth, boolean suppress) {

  /** NumPy's defaults. */
  public static final PrintOptions DEFAULT = new PrintOptions(8, 1000, 3, 75, false);

  private static volatile PrintOptions current = DEFAULT;

  /** Those in force. */
  public static PrintOptions current() {
    return current;
  }

  /** Puts these in force. */
  public static void use(PrintOptions options) {
    current = options;
  }
}
