package io.nyala.dsl.plot;

/** One thing drawn into a chart. Coordinates are the data's own. */
sealed interface Mark {

  /** What the legend calls it; null: not in the legend. */
  String label();

  /** Points joined by a line, marked, or both. */
  record Line(double[] x, double[] y, Style style, String label) implements Mark {}

  /** Boxes from (left, bottom) to (right, top). */
  record Boxes(
      double[] left,
      double[] right,
      double[] bottom,
      double[] top,
      String[] fill,
      String edge,
      double alpha,
      String label)
      implements Mark {}

  /** Points, each of its own size in points and its own colour. */
  record Dots(
      double[] x,
      double[] y,
      double[] size,
      String[] fill,
      String edge,
      int marker,
      double alpha,
      String label)
      implements Mark {}

  /** What lies between two curves. */
  record Band(double[] x, double[] low, double[] high, String fill, double alpha, String label)
      implements Mark {}

  /** A line across the chart at one height, or upright at one place. */
  record Rule(boolean upright, double at, Style style, String label) implements Mark {}

  /** Straight lines, each from one place to another; with a head at its end: arrows. */
  record Segments(
      double[] fromX,
      double[] fromY,
      double[] toX,
      double[] toY,
      Style style,
      boolean head,
      String label)
      implements Mark {}

  /** A closed form, filled. */
  record Shape(double[] x, double[] y, String fill, double alpha, String label) implements Mark {}

  /** Everything between two heights, or two places if it is upright. */
  record Span(boolean upright, double from, double to, String fill, double alpha, String label)
      implements Mark {}

  /**
   * A picture of a table of numbers; row 0 at the top, pixels centred on whole numbers.
   *
   * @param pixels colours of its own, {@code 0xaarrggbb}, row by row; null: those of the numbers
   */
  record Picture(
      double[][] values, Colormap map, double low, double high, boolean fromTop, int[][] pixels)
      implements Mark {
    @Override
    public String label() {
      return null;
    }
  }

  /**
   * Words at a place.
   *
   * @param across where the place is in them: left, middle, right
   * @param up where the place is in them: bottom, center, top
   */
  record Words(
      double x,
      double y,
      String text,
      String color,
      double size,
      String across,
      String up,
      double angle)
      implements Mark {
    @Override
    public String label() {
      return null;
    }
  }
}
