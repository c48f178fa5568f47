package io.nyala.dsl.look;

import java.util.ArrayList;
import java.util.List;

/**
 * Places for the names of points so that no name lies on another or on a point: beside its point
 * where there is room, else in rings further and further out. All lengths are in pixels, heights
 * counted downwards.
 */
final class LabelPlacer {

  /**
   * Where a name is.
   *
   * @param x its middle
   * @param y its middle
   * @param far whether it is so far from its point that a line should join them
   */
  record Place(double x, double y, boolean far) {}

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static final double POINT = 3;
  private static final double RING = 7;
  private static final int RINGS = 16;

  private final double width;
  private final double height;
  private final List<Box> taken = new ArrayList<>();

  private LabelPlacer(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /**
   * A place for each name, in order; null where there is none.
   *
   * @param wide how wide each name is
   * @param tall how tall names are
   */
  static List<Place> places(
      double width, double height, double[] x, double[] y, double[] wide, double tall) {
    LabelPlacer placer = new LabelPlacer(width, height);
    for (int i = 0; i < x.length; i++) {
      placer.taken.add(new Box(x[i] - POINT, y[i] - POINT, x[i] + POINT, y[i] + POINT));
    }
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      all.add(placer.place(x[i], y[i], wide[i], tall));
    }
    return all;
  }

  private Place place(double x, double y, double wide, double tall) {
    for (int ring = 0; ring < RINGS; ring++) {
      double away = POINT + 1 + ring * RING;
      int turns = 8 + 4 * ring;
      for (int turn = 0; turn < turns; turn++) {
        double angle = 2 * Math.PI * turn / turns;
        double across = Math.cos(angle);
        double down = -Math.sin(angle);
        double atX = x + across * away + side(across) * wide / 2;
        double atY = y + down * away + side(down) * tall / 2;
        Box box = new Box(atX - wide / 2, atY - tall / 2, atX + wide / 2, atY + tall / 2);
        if (isInside(box) && taken.stream().noneMatch(box::meets)) {
          taken.add(box);
          return new Place(atX, atY, ring > 1);
        }
      }
    }
    return null;
  }

  private static double side(double direction) {
    return Math.abs(direction) < 0.2 ? 0 : Math.signum(direction);
  }

  private boolean isInside(Box box) {
    return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
  }
}
