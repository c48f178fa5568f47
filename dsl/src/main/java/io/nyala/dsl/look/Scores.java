package io.nyala.dsl.look;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;

/**
 * True classes, 0 or 1, and scores for class 1, the highest score first.
 *
 * @param truth of each sample
 * @param score of each sample
 */
record Scores(boolean[] truth, double[] score) {

  static Scores of(Given given, String scores, boolean both) {
    Tensor truth = given.tensor("y_true");
    Tensor score = given.tensor(scores);
    int count = truth.elements();
    if (score.elements() != count || count == 0) {
      throw PyError.value(
          given.function()
              + "() needs as many scores as true values, one for each sample; received "
              + truth.shape()
              + " and "
              + score.shape());
    }
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -score.getDouble(i)));
    boolean[] sorted = new boolean[count];
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double value = truth.getDouble(order[i]);
      if (value != 0 && value != 1) {
        throw PyError.value(
            given.function() + "() takes true values of 0 and 1; received " + value);
      }
      sorted[i] = value == 1;
      values[i] = score.getDouble(order[i]);
      if (Double.isNaN(values[i])) {
        throw PyError.value(given.function() + "() received a score that is not a number");
      }
    }
    Scores made = new Scores(sorted, values);
    if (both && (made.positives() == 0 || made.positives() == count)) {
      throw PyError.value(given.function() + "() needs samples of both classes");
    }
    return made;
  }

  int positives() {
    int count = 0;
    for (boolean each : truth) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /** Whether another score than this one's comes next. */
  boolean ends(int i) {
    return i == score.length - 1 || score[i + 1] != score[i];
  }
}
