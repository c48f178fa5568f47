package io.nyala.dsl.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** How far marks reach, and where no margin follows. */
final class Extent {
  private Extent() {}

  /** The places of all marks, across or upright. */
  static DoubleStream of(List<Mark> marks, boolean across) {
    return marks.stream().flatMapToDouble(mark -> of(mark, across));
  }

  private static DoubleStream of(Mark mark, boolean across) {
    if (mark instanceof Mark.Line it) {
      return Arrays.stream(across ? it.x() : it.y());
    } else if (mark instanceof Mark.Dots it) {
      return Arrays.stream(across ? it.x() : it.y());
    } else if (mark instanceof Mark.Boxes it) {
      return both(across ? it.left() : it.bottom(), across ? it.right() : it.top());
    } else if (mark instanceof Mark.Band it) {
      return across != it.upright() ? Arrays.stream(it.x()) : both(it.low(), it.high());
    } else if (mark instanceof Mark.Segments it) {
      return both(across ? it.fromX() : it.fromY(), across ? it.toX() : it.toY());
    } else if (mark instanceof Mark.Shape it) {
      return Arrays.stream(across ? it.x() : it.y());
    } else if (mark instanceof Mark.Picture it) {
      return DoubleStream.of(it.room()[across ? 0 : 2], it.room()[across ? 1 : 3]);
    } else if (mark instanceof Mark.Rule it) {
      return it.upright() == across ? DoubleStream.of(it.at()) : DoubleStream.empty();
    } else if (mark instanceof Mark.Reach it) {
      return it.upright() == across ? DoubleStream.of(it.at()) : DoubleStream.empty();
    } else if (mark instanceof Mark.Span it) {
      return it.upright() == across ? DoubleStream.of(it.from(), it.to()) : DoubleStream.empty();
    } else if (mark instanceof Mark.Room it) {
      return DoubleStream.of(it.ends()[across ? 0 : 2], it.ends()[across ? 1 : 3]);
    } else if (mark instanceof Mark.Slope it) {
      return DoubleStream.of(across ? it.x() : it.y());
    }
    return DoubleStream.empty();
  }

  private static DoubleStream both(double[] a, double[] b) {
    return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b));
  }

  /** Where no margin follows, if data end there: the floor of bars, the edges of pictures. */
  static double[] stops(List<Mark> marks, boolean across) {
    return marks.stream().flatMapToDouble(mark -> stops(mark, across)).toArray();
  }

  private static DoubleStream stops(Mark mark, boolean across) {
    if (mark instanceof Mark.Picture || mark instanceof Mark.Room) {
      return of(mark, across);
    }
    if (mark instanceof Mark.Boxes it) {
      return Arrays.stream(across ? it.left() : it.bottom()).filter(v -> v == 0);
    }
    return DoubleStream.empty();
  }
}
