package io.nyala.dsl.plot;

import io.nyala.dsl.show.Png;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A table of numbers as a picture, a pixel for each number, of a bounded size. */
final class Raster {
  private static final int MOST = 500;
  private static final int SHADES = 255;

  private Raster() {}

  static String address(Mark.Picture picture) {
    return picture.pixels() == null ? ofNumbers(picture) : ofColors(picture);
  }

  private static String ofColors(Mark.Picture picture) {
    int rows = Math.min(picture.pixels().length, MOST);
    int columns = Math.min(picture.pixels()[0].length, MOST);
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < rows; i++) {
      int row = (int) ((long) i * picture.pixels().length / rows);
      int[] from = picture.pixels()[picture.fromTop() ? row : picture.pixels().length - 1 - row];
      for (int j = 0; j < columns; j++) {
        image.setRGB(j, i, from[(int) ((long) j * from.length / columns)]);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
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
