package io.nyala.keras.optimizers;

/**
 * The rows of a table whose running means are not zero. Where both are zero and no gradient comes,
 * Adam changes nothing: words that training never sees cost nothing.
 */
final class TouchedRows {

  private float[] means;
  private float[] squares;
  private boolean[] touched;

  /** For each of so many rows whether it is touched; the caller notes further ones in it. */
  boolean[] of(float[] m, float[] v, int rows) {
    // Whoever assigns a value to a slot gives it another array.
    if (m != means || v != squares) {
      means = m;
      squares = v;
      touched = new boolean[rows];
      int width = m.length / Math.max(1, rows);
      for (int i = 0; i < m.length; i++) {
        if (m[i] != 0 || v[i] != 0) {
          touched[i / width] = true;
        }
      }
    }
    return touched;
  }

  /** All rows have changed: look again. */
  void forget() {
    means = null;
    squares = null;
  }
}
