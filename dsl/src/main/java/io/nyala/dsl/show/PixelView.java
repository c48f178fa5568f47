package io.nyala.dsl.show;

import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** Whole numbers to 255 of shape {@code [height, width, 3 or 4]}: the picture that they are. */
final class PixelView {
  private static final int MOST = 400;
  private static final int SMALL = 240;
  private static final int ZOOM = 8;

  private PixelView() {}

  /** Whether an array is a picture in red, green, blue, and perhaps opacity. */
  static boolean isPicture(Tensor tensor) {
    return tensor.dtype() == DType.UINT8
        && tensor.rank() == 3
        && tensor.dim(2) >= 3
        && tensor.dim(2) <= 4
        && tensor.dim(0) > 1
        && tensor.dim(1) > 1;
  }

  /** Small pictures with whole squares for pixels, large ones with one pixel of several. */
  static String of(Tensor tensor) {
    int rows = tensor.dim(0);
    int columns = tensor.dim(1);
    int longer = Math.max(rows, columns);
    int zoom = Math.max(1, Math.min(ZOOM, SMALL / longer));
    double scale = longer > MOST ? (double) MOST / longer : zoom;
    int wide = (int) Math.max(1, Math.round(columns * scale));
    int tall = (int) Math.max(1, Math.round(rows * scale));
    BufferedImage image = new BufferedImage(wide, tall, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < tall; y++) {
      for (int x = 0; x < wide; x++) {
        int row = Math.min(rows - 1, (int) (y / scale));
        int column = Math.min(columns - 1, (int) (x / scale));
        image.setRGB(x, y, color(tensor, (row * columns + column) * tensor.dim(2)));
      }
    }
    return String.format(
        Locale.ROOT,
        "<img alt=\"picture of %d by %d pixels\" src=\"data:image/png;base64,%s\" width=\"%d\""
            + " height=\"%d\"/>",
        columns,
        rows,
        Rich.picture(image).data().get("image/png"),
        wide,
        tall);
  }

  private static int color(Tensor tensor, int at) {
    int alpha = tensor.dim(2) == 4 ? (int) tensor.getLong(at + 3) : 255;
    return alpha << 24
        | (int) tensor.getLong(at) << 16
        | (int) tensor.getLong(at + 1) << 8
        | (int) tensor.getLong(at + 2);
  }
}
