package io.nyala.dsl.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What of a chart's room is drawn upon: points and boxes in pixels, by which empty room is found.
 */
final class Occupied {
  private static final double STEP = 4;
  private static final int MOST = 4_000;

  private record Box(double left, double top, double right, double bottom) {}

  private final Panel panel;
  private DoubleUnaryOperator across;
  private DoubleUnaryOperator up;
  private final List<double[]> points = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();

  Occupied(Panel panel) {
    this.panel = panel;
  }

  /** Takes the room of a box. */
  void take(double left, double top, double width, double height) {
    boxes.add(new Box(left, top, left + width, top + height));
  }

  /** Takes the room of all that a chart draws; pictures and spans are grounds, not marks. */
  void take(Axes axes) {
    across = panel.across(axes);
    up = panel.up(axes);
    for (Mark mark : axes.marks) {
      if (mark instanceof Mark.Line it) {
        path(it.x(), it.y(), it.style().line() != null);
      } else if (mark instanceof Mark.Dots it) {
        path(it.x(), it.y(), false);
      } else if (mark instanceof Mark.Boxes it) {
        for (int i = 0; i < it.left().length; i++) {
          box(it.left()[i], it.right()[i], it.bottom()[i], it.top()[i]);
        }
      } else if (mark instanceof Mark.Band it) {
        band(it);
      } else if (mark instanceof Mark.Segments it) {
        for (int i = 0; i < it.fromX().length; i++) {
          line(it.fromX()[i], it.fromY()[i], it.toX()[i], it.toY()[i], 100);
        }
      } else if (mark instanceof Mark.Shape it) {
        path(it.x(), it.y(), true);
      } else {
        rest(axes, mark);
      }
    }
  }

  private void rest(Axes axes, Mark mark) {
    if (mark instanceof Mark.Rule it) {
      double[] x = axes.ends(axes.x);
      double[] y = axes.ends(axes.y);
      if (it.upright()) {
        line(it.at(), y[0], it.at(), y[1], 400);
      } else {
        line(x[0], it.at(), x[1], it.at(), 400);
      }
    } else if (mark instanceof Mark.Words it && !it.within()) {
      double wide = it.font().width(MathText.plain(it.text()));
      double x = across.applyAsDouble(it.x()) + it.dx() * 100 / 72;
      double y = up.applyAsDouble(it.y()) - it.dy() * 100 / 72;
      double left =
          it.across().equals("left") ? x : x - (it.across().equals("right") ? wide : wide / 2);
      take(left, y - it.font().pixels(), wide, 1.5 * it.font().pixels());
    }
  }

  /** A long path is looked at in larger steps, up to its end. */
  private void path(double[] x, double[] y, boolean joined) {
    int every = Math.max(1, x.length / MOST);
    for (int i = 0; i < x.length; i += every) {
      if (joined && i > 0) {
        line(x[i - every], y[i - every], x[i], y[i], Math.max(1, MOST / x.length * every));
      } else {
        point(across.applyAsDouble(x[i]), up.applyAsDouble(y[i]));
      }
    }
  }

  private void band(Mark.Band band) {
    for (int i = 1; i < band.x().length; i++) {
      double low = Math.min(band.low()[i - 1], band.low()[i]);
      double high = Math.max(band.high()[i - 1], band.high()[i]);
      if (band.upright()) {
        box(low, high, band.x()[i - 1], band.x()[i]);
      } else {
        box(band.x()[i - 1], band.x()[i], low, high);
      }
    }
  }

  private void box(double left, double right, double bottom, double top) {
    double x0 = across.applyAsDouble(left);
    double x1 = across.applyAsDouble(right);
    double y0 = reached(up.applyAsDouble(bottom));
    double y1 = reached(up.applyAsDouble(top));
    boxes.add(new Box(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)));
  }

  /** A floor of 0 lies below all heights of a logarithmic axis. */
  private double reached(double y) {
    return Double.isFinite(y) ? y : panel.bottom();
  }

  private void line(double fromX, double fromY, double toX, double toY, int most) {
    double x0 = across.applyAsDouble(fromX);
    double y0 = up.applyAsDouble(fromY);
    double x1 = across.applyAsDouble(toX);
    double y1 = up.applyAsDouble(toY);
    double length = Math.hypot(x1 - x0, y1 - y0);
    if (!Double.isFinite(length)) {
      return;
    }
    int parts = (int) Math.max(1, Math.min(most, length / STEP));
    for (int k = 0; k <= parts; k++) {
      point(x0 + (x1 - x0) * k / parts, y0 + (y1 - y0) * k / parts);
    }
  }

  private void point(double x, double y) {
    boolean inside =
        x >= panel.left() && x <= panel.right() && y >= panel.top() && y <= panel.bottom();
    if (inside) {
      points.add(new double[] {x, y});
    }
  }

  /** How much of what is drawn a box would hide. */
  int hidden(double left, double top, double width, double height) {
    int count = 0;
    double room = 3;
    for (double[] at : points) {
      boolean within =
          at[0] > left - room
              && at[0] < left + width + room
              && at[1] > top - room
              && at[1] < top + height + room;
      count += within ? 1 : 0;
    }
    for (Box box : boxes) {
      double wide = Math.min(box.right, left + width) - Math.max(box.left, left);
      double tall = Math.min(box.bottom, top + height) - Math.max(box.top, top);
      count += wide > 0 && tall > 0 ? 1 + (int) (wide * tall / (STEP * STEP)) : 0;
    }
    return count;
  }
}
