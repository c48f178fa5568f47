package io.nyala.keras.layers.attention;

/** The sums of products of multi-head attention, spelled with one letter per axis. */
final class AttentionEquations {

  private AttentionEquations() {}

  private static char letter(int axis) {
    return (char) ('a' + axis);
  }

  private static String letters(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int axis = from; axis < to; axis++) {
      text.append(letter(axis));
    }
    return text.toString();
  }

  /** A projection that keeps {@code free} axes and makes {@code out} axes of {@code bound}. */
  static String projection(int free, int bound, int out) {
    String kept = letters(0, free);
    String summed = letters(free, free + bound);
    String made = letters(free + bound, free + bound + out);
    return kept + summed + "," + summed + made + "->" + kept + made;
  }

  /** The axes of the projection that are new. */
  static String made(int free, int bound, int out) {
    return letters(free + bound, free + bound + out);
  }

  /**
   * The scores: keys, queries to {@code [other axes…, query axes…, key axes…]}.
   *
   * @param rank the rank of projected queries
   * @param axes the axes that attend
   */
  static String scores(int rank, int... axes) {
    return source(rank, axes) + "," + letters(0, rank) + "->" + product(rank, axes);
  }

  /** The outputs: weights, values to the shape of projected queries. */
  static String outputs(int rank, int... axes) {
    return product(rank, axes) + "," + source(rank, axes) + "->" + letters(0, rank);
  }

  /** Keys and values: the axes that attend have letters of their own. */
  private static String source(int rank, int... axes) {
    StringBuilder text = new StringBuilder(letters(0, rank));
    int next = rank;
    for (int axis = 0; axis < rank; axis++) {
      if (attends(axis, axes)) {
        text.setCharAt(axis, letter(next++));
      }
    }
    return text.toString();
  }

  private static String product(int rank, int... axes) {
    StringBuilder text = new StringBuilder();
    for (int axis = 0; axis < rank - 1; axis++) {
      if (!attends(axis, axes)) {
        text.append(letter(axis));
      }
    }
    for (int axis : axes) {
      text.append(letter(axis));
    }
    String source = source(rank, axes);
    for (int axis : axes) {
      text.append(source.charAt(axis));
    }
    return text.toString();
  }

  private static boolean attends(int axis, int... axes) {
    for (int each : axes) {
      if (each == axis) {
        return true;
      }
    }
    return false;
  }
}
