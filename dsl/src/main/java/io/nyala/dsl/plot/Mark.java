package io.nyala.dsl.plot;

/** One thing drawn into a chart. Coordinates are the data's own. */
sealed interface Mark {

  /** What the legend calls it; null: not in the legend. */
  default String label() {
    return null;
  }

  /** The same under another name. */
  default Mark named(String name) {
    return this;
  }

  /** The colours that stand for its numbers; null if they do not. */
  default Shades shades() {
    return null;
  }

  /** The same in other shades. */
  default Mark shaded(Shades other) {
    return this;
  }

  /** Points joined by a line, marked, or both. */
  record Line(double[] x, double[] y, Style style, String label) implements Mark {
    @Override
    public Mark named(String name) {
      return new Line(x, y, style, name);
    }
  }

  /** Boxes from (left, bottom) to (right, top). */
  record Boxes(
      double[] left,
      double[] right,
      double[] bottom,
      double[] top,
      String[] fill,
      String[] edge,
      double width,
      double alpha,
      String label)
      implements Mark {
    @Override
    public Mark named(String name) {
      return new Boxes(left, right, bottom, top, fill, edge, width, alpha, name);
    }
  }

  /**
   * Points, each of its own size in points and its own colour.
   *
   * @param values what colours stand for; null: colours are those of {@code fill}
   */
  record Dots(
      double[] x,
      double[] y,
      double[] size,
      String[] fill,
      String edge,
      double rim,
      int marker,
      double alpha,
      String label,
      double[] values,
      Shades shades)
      implements Mark {
    @Override
    public Mark named(String name) {
      return new Dots(x, y, size, fill, edge, rim, marker, alpha, name, values, shades);
    }

    @Override
    public Mark shaded(Shades other) {
      return new Dots(x, y, size, fill, edge, rim, marker, alpha, label, values, other);
    }
  }

  /** What lies between two curves, over places or, if it is upright, beside heights. */
  record Band(
      boolean upright,
      double[] x,
      double[] low,
      double[] high,
      String fill,
      double alpha,
      String label)
      implements Mark {
    @Override
    public Mark named(String name) {
      return new Band(upright, x, low, high, fill, alpha, name);
    }
  }

  /** A line across the chart at one height, or upright at one place. */
  record Rule(boolean upright, double at, Style style, String label) implements Mark {
    @Override
    public Mark named(String name) {
      return new Rule(upright, at, style, name);
    }
  }

  /**
   * A line at one height or place, from a share of the chart to another; or through a point with a
   * slope.
   */
  record Reach(boolean upright, double at, double from, double to, Style style, String label)
      implements Mark {
    @Override
    public Mark named(String name) {
      return new Reach(upright, at, from, to, style, name);
    }
  }

  /** A line that goes through a place with a slope from edge to edge. */
  record Slope(double x, double y, double slope, Style style, String label) implements Mark {
    @Override
    public Mark named(String name) {
      return new Slope(x, y, slope, style, name);
    }
  }

  /** Short strokes across the ends of bars of error; half their length is in points. */
  record Caps(double[] x, double[] y, double half, boolean upright, Style style) implements Mark {}

  /** Straight lines, each from one place to another; with a head at its end: arrows. */
  record Segments(
      double[] fromX,
      double[] fromY,
      double[] toX,
      double[] toY,
      Style style,
      boolean head,
      String label,
      Shades shades)
      implements Mark {
    Segments(
        double[] fromX,
        double[] fromY,
        double[] toX,
        double[] toY,
        Style style,
        boolean head,
        String label) {
      this(fromX, fromY, toX, toY, style, head, label, null);
    }

    @Override
    public Mark named(String name) {
      return new Segments(fromX, fromY, toX, toY, style, head, name, shades);
    }
  }

  /** A closed form, filled; {@code edge} null: none. */
  record Shape(
      double[] x, double[] y, String fill, String edge, double width, double alpha, String label)
      implements Mark {
    @Override
    public Mark named(String name) {
      return new Shape(x, y, fill, edge, width, alpha, name);
    }
  }

  /** Everything between two heights, or two places if it is upright. */
  record Span(
      boolean upright,
      double from,
      double to,
      double start,
      double end,
      String fill,
      double alpha,
      String label)
      implements Mark {
    @Override
    public Mark named(String name) {
      return new Span(upright, from, to, start, end, fill, alpha, name);
    }
  }

  /**
   * A picture of a table of numbers, over the room from (left, bottom) to (right, top).
   *
   * @param fromTop whether row 0 is at the top
   * @param pixels colours of its own, {@code 0xaarrggbb}, row by row; null: those of the numbers
   * @param whole whether rows and columns are counted, each centred on its number
   * @param smooth whether colours run into each other between the pixels
   */
  record Picture(
      double[][] values,
      Shades shades,
      boolean fromTop,
      int[][] pixels,
      double[] room,
      boolean whole,
      boolean smooth,
      double alpha)
      implements Mark {
    @Override
    public Mark shaded(Shades other) {
      return new Picture(values, other, fromTop, pixels, room, whole, smooth, alpha);
    }
  }

  /**
   * Words at a place.
   *
   * @param within whether the place is a share of the chart
   * @param dx how far right of it, in points
   * @param dy how far above it, in points
   * @param across where the place is in them: left, middle, right
   * @param up where the place is in them: bottom, center, top
   * @param box what stands behind them; null: nothing
   */
  record Words(
      double x,
      double y,
      boolean within,
      double dx,
      double dy,
      String text,
      Font font,
      String across,
      String up,
      double angle,
      double alpha,
      Shape box)
      implements Mark {
    Words(double x, double y, String text, String color, double size, String across, String up) {
      this(x, y, false, 0, 0, text, new Font(size, color, false, false), across, up, 0, 1, null);
    }
  }

  /** Room that is shown, whatever is drawn in it: left, right, bottom, top. */
  record Room(double[] ends) implements Mark {}

  /** A sign in the legend alone: a line or, if it has none, a filled square. */
  record Proxy(Style style, String fill, String label) implements Mark {
    @Override
    public Mark named(String name) {
      return new Proxy(style, fill, name);
    }
  }
}
