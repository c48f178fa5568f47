package io.nyala.keras.random;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongUnaryOperator;

/** Places drawn from a population, as NumPy's {@code choice} draws them. */
public final class Sampling {

  private static final int LARGE = 10_000;
  private static final int SHARE = 50;

  private Sampling() {}

  /** Places with these probabilities, each as often as it comes. */
  public static int[] weighted(double[] probabilities, int count, DoubleSupplier uniform) {
    double[] upTo = cumulated(probabilities);
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = place(upTo, uniform.getAsDouble());
    }
    return places;
  }

  /** Places with these probabilities, each at most once. */
  public static int[] weightedOnce(double[] probabilities, int count, DoubleSupplier uniform) {
    double[] left = probabilities.clone();
    int[] found = new int[count];
    int n = 0;
    while (n < count) {
      double[] drawn = new double[count - n];
      Arrays.setAll(drawn, i -> uniform.getAsDouble());
      for (int i = 0; i < n; i++) {
        left[found[i]] = 0;
      }
      double[] upTo = cumulated(left);
      boolean[] taken = new boolean[left.length];
      for (double each : drawn) {
        int place = place(upTo, each);
        if (!taken[place]) {
          taken[place] = true;
          found[n++] = place;
        }
      }
    }
    return found;
  }

  private static double[] cumulated(double... probabilities) {
    double[] upTo = probabilities.clone();
    for (int i = 1; i < upTo.length; i++) {
      upTo[i] += upTo[i - 1];
    }
    double total = upTo[upTo.length - 1];
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] /= total;
    }
    return upTo;
  }

  private static int place(double[] upTo, double drawn) {
    int place = 0;
    while (place < upTo.length - 1 && upTo[place] <= drawn) {
      place++;
    }
    return place;
  }

  /**
   * Places each at most once, as {@code default_rng} draws them.
   *
   * @param upTo a random whole number from 0 to another
   */
  public static int[] once(int population, int count, boolean shuffle, LongUnaryOperator upTo) {
    if (population > LARGE && count > population / (shuffle ? SHARE : 20)) {
      int[] all = new int[population];
      Arrays.setAll(all, i -> i);
      shuffle(all, Math.max(population - count, 1), upTo);
      return Arrays.copyOfRange(all, population - count, population);
    }
    java.util.Set<Integer> known = new java.util.HashSet<>();
    int[] places = new int[count];
    for (int j = population - count; j < population; j++) {
      int value = (int) upTo.applyAsLong(j);
      places[j - population + count] = known.add(value) ? value : j;
      known.add(j == places[j - population + count] ? j : value);
    }
    if (shuffle) {
      shuffle(places, 1, upTo);
    }
    return places;
  }

  private static void shuffle(int[] values, int first, LongUnaryOperator upTo) {
    for (int i = values.length - 1; i >= first; i--) {
      int j = (int) upTo.applyAsLong(i);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }
}
