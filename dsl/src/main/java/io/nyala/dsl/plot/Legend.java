package io.nyala.dsl.plot;

/**
 * A chart's legend, as it was asked for.
 *
 * @param place where it stands, by matplotlib's names; "best": where it hides least
 * @param anchor a point in shares of the chart that {@code place} refers to; null: the chart itself
 * @param columns how many columns its names stand in
 * @param font of the names
 * @param titleFont of the title
 * @param frame whether it has a frame; null: inside the chart alone
 * @param paper opacity and colour of what is behind it; null: the paper of the page
 * @param gaps between rows and between columns, length of signs, distance from the chart's edges,
 *     all in sizes of the font
 * @param markers how large markers are beside those of the chart
 */
record Legend(
    String place,
    double[] anchor,
    String title,
    int columns,
    Font font,
    Font titleFont,
    Boolean frame,
    Paper paper,
    Gaps gaps,
    double markers) {

  /** What is behind the names. */
  record Paper(double alpha, String fill, String edge, boolean round, boolean shadow) {}

  /** Lengths in sizes of the font. */
  record Gaps(double rows, double columns, double handle, double edge) {}

  /** One without a word about it. */
  static Legend at(String place, Font font) {
    return new Legend(
        place,
        null,
        "",
        1,
        font,
        font,
        null,
        new Paper(0.85, null, null, true, false),
        new Gaps(0.5, 2, 2, 0.5),
        1);
  }

  /** The same at another place. */
  Legend moved(String other, double[] to) {
    return new Legend(other, to, title, columns, font, titleFont, frame, paper, gaps, markers);
  }
}
