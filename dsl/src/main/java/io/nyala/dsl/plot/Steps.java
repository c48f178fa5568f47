package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lines as stairs, and markers at some of their points. */
final class Steps {
  private Steps() {}

  /** The corners of a line; its own points if it is no stairs. */
  static double[][] path(Given given, String how, double[] x, double[] y) {
    if (how.equals("default")) {
      return new double[][] {x, y};
    }
    if (!List.of("steps", "steps-pre", "steps-post", "steps-mid").contains(how)) {
      throw given.wrong("drawstyle", "'default', 'steps-pre', 'steps-mid' or 'steps-post'");
    }
    int n = x.length;
    double[] xs = new double[Math.max(0, 3 * n - 2)];
    double[] ys = new double[xs.length];
    for (int i = 0; i < n; i++) {
      if (i > 0) {
        double middle = (x[i - 1] + x[i]) / 2;
        double at = how.endsWith("mid") ? middle : how.endsWith("post") ? x[i] : x[i - 1];
        xs[3 * i - 2] = at;
        ys[3 * i - 2] = y[i - 1];
        xs[3 * i - 1] = at;
        ys[3 * i - 1] = y[i];
      }
      xs[3 * i] = x[i];
      ys[3 * i] = y[i];
    }
    return new double[][] {xs, ys};
  }

  /** The points that get a marker: each n-th, or those of a list. */
  static int[] every(Given given, Object every, int count) {
    if (every == null) {
      return IntStream.range(0, count).toArray();
    }
    if (every instanceof Integer step && step > 0) {
      return IntStream.range(0, count).filter(i -> i % step == 0).toArray();
    }
    if (every instanceof List<?> list && list.stream().allMatch(Integer.class::isInstance)) {
      int[] at = list.stream().mapToInt(i -> (Integer) i).toArray();
      return Arrays.stream(at).map(i -> i < 0 ? i + count : i).filter(i -> i < count).toArray();
    }
    throw given.wrong("markevery", "None, a whole number above 0 or a list of places");
  }
}
