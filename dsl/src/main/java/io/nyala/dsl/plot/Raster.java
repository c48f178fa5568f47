package io.nyala.dsl.plot;

import io.nyala.dsl.show.Png;

/** A table of numbers as a picture, a pixel for each number, of a bounded size. */
final class Raster {
  private static final int MOST = 500;
  private static final int SHADES = 255;

  private Raster() {}

  static String address(Mark.Picture picture) {
    int rows = picture.values().length;
    int columns = picture.values()[0].length;
    int tall = Math.min(rows, MOST);
    int wide = Math.min(columns, MOST);
    int[][] pixels = new int[tall][wide];
    for (int i = 0; i < tall; i++) {
      for (int j = 0; j < wide; j++) {
        int from = picture.fromTop() ? i : tall - 1 - i;
        double value =
            mean(
                picture.values(),
                (int) ((long) from * rows / tall),
                (int) ((long) (from + 1) * rows / tall),
                (int) ((long) j * columns / wide),
                (int) ((long) (j + 1) * columns / wide));
        pixels[i][j] = shade((value - picture.low()) / (picture.high() - picture.low()));
      }
    }
    int[] palette = new int[SHADES];
    for (int i = 0; i < SHADES; i++) {
      palette[i] = picture.map().at(i / (SHADES - 1.0));
    }
    return Png.address(pixels, palette);
  }

  private static double mean(double[][] values, int top, int bottom, int left, int right) {
    double sum = 0;
    for (int i = top; i < bottom; i++) {
      for (int j = left; j < right; j++) {
        sum += values[i][j];
      }
    }
    return sum / ((bottom - top) * (right - left));
  }

  /** The number of a shade; what is not a number is left transparent. */
  private static int shade(double place) {
    return Double.isNaN(place)
        ? SHADES
        : (int) Math.round(Math.max(0, Math.min(1, place)) * (SHADES - 1));
  }
}
