package io.nyala.dsl.python.run;

import java.util.Arrays;
import java.util.List;

/** Sorting of numbers of one kind, which are sorted as such: equal ones cannot be told apart. */
final class Plain {
  private Plain() {}

  /** Sorts the items if they are numbers of one kind; false if they are not. */
  static boolean sort(List<Object> items, boolean reverse) {
    Object first = items.isEmpty() ? null : items.get(0);
    if (first instanceof Integer) {
      return wholes(items, reverse);
    }
    return first instanceof Double && reals(items, reverse);
  }

  private static boolean wholes(List<Object> items, boolean reverse) {
    int[] numbers = new int[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(items.get(i) instanceof Integer number)) {
        return false;
      }
      numbers[i] = number;
    }
    Arrays.sort(numbers);
    for (int i = 0; i < numbers.length; i++) {
      items.set(reverse ? numbers.length - 1 - i : i, numbers[i]);
    }
    return true;
  }

  private static boolean reals(List<Object> items, boolean reverse) {
    double[] numbers = new double[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      // Zeros with signs are equal and yet can be told apart.
      boolean plain = items.get(i) instanceof Double it && !it.isNaN() && it != 0;
      if (!plain) {
        return false;
      }
      numbers[i] = (Double) items.get(i);
    }
    Arrays.sort(numbers);
    for (int i = 0; i < numbers.length; i++) {
      items.set(reverse ? numbers.length - 1 - i : i, numbers[i]);
    }
    return true;
  }
}
