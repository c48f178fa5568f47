package io.nyala.dsl.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pieces of line whose ends meet, joined to long lines: drawn as one, they take little room. */
final class Chains {
  private static final double FINE = 1e7;

  private record Key(long x, long y) {}

  private final Mark.Segments all;
  private final boolean[] used;
  private final Map<Key, List<Integer>> ends = new HashMap<>();
  private double scale = 1e-300;

  private Chains(Mark.Segments all) {
    this.all = all;
    this.used = new boolean[all.fromX().length];
    for (double[] each : new double[][] {all.fromX(), all.fromY(), all.toX(), all.toY()}) {
      for (double value : each) {
        scale = Math.max(scale, Math.abs(value));
      }
    }
    for (int i = 0; i < used.length; i++) {
      ends.computeIfAbsent(key(all.fromX()[i], all.fromY()[i]), k -> new ArrayList<>()).add(i);
      ends.computeIfAbsent(key(all.toX()[i], all.toY()[i]), k -> new ArrayList<>()).add(i);
    }
  }

  /** Lines as their points, x and y. */
  static List<double[][]> of(Mark.Segments all) {
    Chains chains = new Chains(all);
    List<double[][]> lines = new ArrayList<>();
    for (int i = 0; i < chains.used.length; i++) {
      if (!chains.used[i]) {
        lines.add(chains.line(i));
      }
    }
    return lines;
  }

  private Key key(double x, double y) {
    return new Key(Math.round(x / scale * FINE), Math.round(y / scale * FINE));
  }

  private double[][] line(int first) {
    used[first] = true;
    Deque<double[]> points = new ArrayDeque<>();
    points.add(new double[] {all.fromX()[first], all.fromY()[first]});
    points.add(new double[] {all.toX()[first], all.toY()[first]});
    for (double[] next = after(points.peekLast()); next != null; next = after(points.peekLast())) {
      points.addLast(next);
    }
    for (double[] next = after(points.peekFirst());
        next != null;
        next = after(points.peekFirst())) {
      points.addFirst(next);
    }
    double[][] line = new double[2][points.size()];
    int at = 0;
    for (double[] point : points) {
      line[0][at] = point[0];
      line[1][at++] = point[1];
    }
    return line;
  }

  /** The other end of a piece not yet used that begins or ends at a point; null: there is none. */
  private double[] after(double[] point) {
    Key here = key(point[0], point[1]);
    for (int i : ends.getOrDefault(here, List.of())) {
      if (!used[i]) {
        used[i] = true;
        boolean begins = key(all.fromX()[i], all.fromY()[i]).equals(here);
        return begins
            ? new double[] {all.toX()[i], all.toY()[i]}
            : new double[] {all.fromX()[i], all.fromY()[i]};
      }
    }
    return null;
  }
}
