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
      double[] x, double[] y, double[] size, String[] fill, int marker, double alpha, String label)
      implements Mark {}

  /** What lies between two curves. */
  record Band(double[] x, double[] low, double[] high, String fill, double alpha, String label)
      implements Mark {}

  /** A line across the chart at one height, or upright at one place. */
  record Rule(boolean upright, double at, Style style, String label) implements Mark {}

  /** A picture of a table of numbers; row 0 at the top, pixels centred on whole numbers. */
  record Picture(double[][] values, Colormap map, double low, double high, boolean fromTop)
      implements Mark {
    @Override
    public String label() {
      return null;
    }
  }

  /** Words at a place. */
  record Words(double x, double y, String text, String color, double size) implements Mark {
    @Override
    public String label() {
      return null;
    }
  }
}
