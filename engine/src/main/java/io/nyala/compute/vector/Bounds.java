package io.nyala.compute.vector;

import java.util.Objects;

/**
 * What a kernel reads and writes lies in its arrays: told once for each call, as on Java 17 the
 * vectors' own checks cost up to two thirds of the speed and are left out there by the launcher.
 */
final class Bounds {

  private Bounds() {}

  /** So many elements of an array. */
  static void row(int n, float[] x, int off) {
    Objects.checkFromIndexSize(off, n, x.length);
  }

  /** Rows of an array whose starts lie {@code ld} apart. */
  static void rows(int rows, int columns, float[] x, int off, int ld) {
    if (rows > 0 && columns > 0) {
      long last = off + (long) (rows - 1) * ld + columns - 1;
      Objects.checkIndex(off, x.length);
      Objects.checkIndex(last, (long) x.length);
    }
  }
}
