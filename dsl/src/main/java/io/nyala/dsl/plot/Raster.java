package io.nyala.dsl.plot;

import io.nyala.dsl.show.Png;
import java.awt.image.BufferedImage;

/** A table of numbers as a picture, a pixel for each number, of a bounded size. */
final class Raster {
  private static final int MOST = 500;
  private static final int SHADES = 255;

  private Raster() {}

  static String address(Mark.Picture picture) {
    Mark.Picture shown = picture.smooth() ? smooth(picture) : picture;
    return shown.pixels() == null && shown.alpha() == 1
        ? ofNumbers(shown)
        : ofColors(shown.pixels() == null ? painted(shown) : shown);
  }

  /** The numbers between the pixels, on straight lines from middle to middle. */
  private static Mark.Picture smooth(Mark.Picture picture) {
    double[][] values = picture.values();
    int rows = values.length;
    int columns = values[0].length;
    int tall = Math.max(rows, 360);
    int wide = Math.max(columns, 480);
    double[][] more = new double[tall][wide];
    for (int i = 0; i < tall; i++) {
      double y = Math.max(0, Math.min(rows - 1.0, (i + 0.5) * rows / tall - 0.5));
      for (int j = 0; j < wide; j++) {
        double x = Math.max(0, Math.min(columns - 1.0, (j + 0.5) * columns / wide - 0.5));
        more[i][j] = between(values, y, x);
      }
    }
    return new Mark.Picture(
        more,
        picture.shades(),
        picture.fromTop(),
        null,
        picture.room(),
        picture.whole(),
        false,
        picture.alpha());
  }

  /** The value at a place between four. */
  static double between(double[][] values, double y, double x) {
    int top = (int) Math.min(y, Math.max(0, values.length - 2));
    int left = (int) Math.min(x, Math.max(0, values[0].length - 2));
    int bottom = Math.min(top + 1, values.length - 1);
    int right = Math.min(left + 1, values[0].length - 1);
    double down = y - top;
    double across = x - left;
    double above = values[top][left] * (1 - across) + values[top][right] * across;
    double below = values[bottom][left] * (1 - across) + values[bottom][right] * across;
    return above * (1 - down) + below * down;
  }

  private static Mark.Picture painted(Mark.Picture picture) {
    int[][] pixels = new int[picture.values().length][picture.values()[0].length];
    for (int i = 0; i < pixels.length; i++) {
      for (int j = 0; j < pixels[i].length; j++) {
        double value = picture.values()[i][j];
        int color = picture.shades().map().at(picture.shades().share(value));
        pixels[i][j] = Double.isFinite(value) ? 0xff000000 | color : 0;
      }
    }
    return new Mark.Picture(
        picture.values(),
        picture.shades(),
        picture.fromTop(),
        pixels,
        picture.room(),
        picture.whole(),
        false,
        picture.alpha());
  }

  /** A picture as it is seen, a pixel for each number. */
  static BufferedImage image(Mark.Picture picture) {
    return drawn(picture.pixels() == null ? painted(picture) : picture);
  }

  private static String ofColors(Mark.Picture picture) {
    BufferedImage image = drawn(picture);
    int[][] pixels = new int[image.getHeight()][];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = image.getRGB(0, i, image.getWidth(), 1, null, 0, image.getWidth());
    }
    return Png.address(pixels);
  }

  private static BufferedImage drawn(Mark.Picture picture) {
    int rows = Math.min(picture.pixels().length, MOST);
    int columns = Math.min(picture.pixels()[0].length, MOST);
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < rows; i++) {
      int row = (int) ((long) i * picture.pixels().length / rows);
      int[] from = picture.pixels()[picture.fromTop() ? row : picture.pixels().length - 1 - row];
      for (int j = 0; j < columns; j++) {
        int color = from[(int) ((long) j * from.length / columns)];
        int opacity = (int) Math.round((color >>> 24) * picture.alpha());
        image.setRGB(j, i, color & 0xffffff | opacity << 24);
      }
    }
    return image;
  }

  private static String ofNumbers(Mark.Picture picture) {
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
        pixels[i][j] = color(picture.shades(), value);
      }
    }
    return Png.address(pixels);
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

  /** The colour of one of 255 shades; what is not a number is left transparent. */
  private static int color(Shades shades, double value) {
    double place = shades.share(value);
    double rounded = Math.round(Math.max(0, Math.min(1, place)) * (SHADES - 1)) / (SHADES - 1.0);
    return Double.isNaN(place) ? 0 : 0xff000000 | shades.map().at(rounded);
  }
}
