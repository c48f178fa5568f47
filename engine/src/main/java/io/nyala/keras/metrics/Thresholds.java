package io.nyala.keras.metrics;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.utils.Numerics;
import java.util.Arrays;
import java.util.List;

/**
 * From where on a prediction counts as positive; several at once make a curve.
 *
 * @param values ascending where they are evenly spaced
 * @param even whether they are evenly spaced from 0 to 1
 */
record Thresholds(double[] values, boolean even) {

  /** A number from 0 to 1, or a list of them. */
  static final ArgType<Object> TYPE =
      new ArgType<>() {
        @Override
        public Object convert(Object value) {
          return value instanceof List<?> list
              ? list.stream().map(Thresholds::one).toList()
              : one(value);
        }

        @Override
        public String describe() {
          return "a float between 0 and 1, or a list of them";
        }
      };

  private static Double one(Object value) {
    Number n = ArgTypes.number(value);
    if (n == null || n.doubleValue() < 0 || n.doubleValue() > 1) {
      throw KerasException.value(
          "Threshold values must be in [0, 1]. Received: [" + ArgTypes.show(value) + "]");
    }
    return n.doubleValue();
  }

  /** The thresholds given, or this one. */
  static Thresholds of(Object given, double otherwise) {
    double[] values =
        given instanceof List<?> list
            ? list.stream().mapToDouble(each -> (Double) each).toArray()
            : new double[] {given == null ? otherwise : (Double) given};
    return new Thresholds(values, isEven(values));
  }

  /** {@code n} evenly spaced ones from 0 to 1; one: 0.5. */
  static Thresholds even(int n) {
    if (n == 1) {
      return new Thresholds(new double[] {0.5}, false);
    }
    double[] values = new double[n];
    Arrays.setAll(values, i -> (double) i / (n - 1));
    return new Thresholds(values, true);
  }

  /** With the first a little below 0 and the last a little above 1, so that all is in between. */
  Thresholds widened() {
    double[] wide = values.clone();
    wide[0] = -Numerics.EPSILON;
    wide[wide.length - 1] = 1 + Numerics.EPSILON;
    return new Thresholds(wide, even);
  }

  /** Those given between 0 and 1. */
  static Thresholds between(List<?> given) {
    double[] values = new double[given.size() + 2];
    for (int i = 0; i < given.size(); i++) {
      values[i + 1] = ((Number) given.get(i)).doubleValue();
    }
    values[values.length - 1] = 1;
    Arrays.sort(values);
    return new Thresholds(values, isEven(values));
  }

  private static boolean isEven(double[] values) {
    boolean even = values.length >= 3;
    for (int i = 0; i < values.length && even; i++) {
      double expected = (float) i / (values.length - 1);
      even = Math.abs(values[i] - expected) <= Numerics.EPSILON + 1e-5 * expected;
    }
    return even;
  }

  int count() {
    return values.length;
  }

  /** Whether the ends lie beyond 0 and 1. */
  boolean isWide() {
    return values[0] < 0 || values[values.length - 1] > 1;
  }

  /** How many thresholds, from the first, a prediction lies above. */
  int above(float prediction) {
    float p = Math.min(Math.max(prediction, 0), 1);
    int bucket = (int) Math.ceil(p * (float) (values.length - 1)) - 1;
    return (isWide() ? Math.max(bucket, 0) : bucket) + 1;
  }
}
