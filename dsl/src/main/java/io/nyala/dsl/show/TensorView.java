package io.nyala.dsl.show;

import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;

/**
 * Tensors and arrays: TensorFlow's or NumPy's text, and below it what a person would rather look
 * at: a small table, or a heat map with its scale, with statistics and a histogram in a fold.
 */
final class TensorView {
  private static final int CELLS = 144;
  private static final int SIDE = 12;
  private static final int PIXELS = 250;
  private static final int SHADES = 254;
  private static final int BINS = 24;

  /** Dark to light in equal steps for every colour vision. */
  private static final int[] SCALE = {
    0x00224e, 0x1f3a6d, 0x434e6c, 0x61656f, 0x7d7c78, 0x9b9476, 0xbaad6b, 0xdbc859, 0xfee838
  };

  private TensorView() {}

  static MimeBundle of(Tensor tensor) {
    MimeBundle text = MimeBundle.text(Pretty.of(tensor));
    if (tensor.rank() == 0 || tensor.elements() < 2 || !isShown(tensor.dtype())) {
      return text;
    }
    boolean numbers = tensor.dtype() != DType.STRING;
    double[] sorted = numbers ? finite(tensor) : new double[0];
    boolean map = numbers && tensor.rank() == 2 && !isSmall(tensor) && sorted.length > 0;
    boolean picture = PixelView.isPicture(tensor);
    StringBuilder out = new StringBuilder("<div>");
    out.append(
        map
            ? heatMap(tensor, sorted[0], sorted[sorted.length - 1])
            : picture ? PixelView.of(tensor) : Html.text(text.plain()));
    out.append("<details><summary>").append(headline(tensor, sorted)).append("</summary>");
    out.append(map || picture ? Html.text(text.plain()) : "");
    if (isSmall(tensor)) {
      out.append(table(tensor));
    }
    if (sorted.length > 1) {
      out.append(statistics(tensor, sorted)).append(histogram(sorted));
    }
    return text.with("text/html", out.append("</details></div>").toString());
  }

  private static boolean isShown(DType type) {
    return type == DType.STRING || type == DType.BOOL || type.isNumeric();
  }

  private static boolean isSmall(Tensor tensor) {
    return tensor.elements() <= CELLS
        && (tensor.rank() == 1 || tensor.rank() == 2 && tensor.dim(1) <= SIDE);
  }

  private static double number(Tensor tensor, int i) {
    Object item = tensor.get(i);
    return item instanceof Boolean flag ? flag ? 1 : 0 : ((Number) item).doubleValue();
  }

  private static double[] finite(Tensor tensor) {
    double[] all = new double[tensor.elements()];
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      double value = number(tensor, i);
      if (Double.isFinite(value)) {
        all[count++] = value;
      }
    }
    double[] kept = Arrays.copyOf(all, count);
    Arrays.sort(kept);
    return kept;
  }

  private static String headline(Tensor tensor, double[] sorted) {
    String what = tensor.shape() + " " + tensor.dtype();
    if (sorted.length == 0) {
      return Html.escape(what);
    }
    return Html.escape(
        what
            + " · from "
            + Curves.number(sorted[0])
            + " to "
            + Curves.number(sorted[sorted.length - 1]));
  }

  private static String table(Tensor tensor) {
    int columns = tensor.rank() == 1 ? Math.min(SIDE, tensor.dim(0)) : tensor.dim(1);
    StringBuilder out = new StringBuilder("<table><thead><tr><th></th>");
    for (int j = 0; j < columns; j++) {
      out.append("<th>").append(j).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (int i = 0; i < tensor.elements(); i += columns) {
      out.append("<tr><th>").append(tensor.rank() == 1 ? i : i / columns).append("</th>");
      for (int j = i; j < Math.min(tensor.elements(), i + columns); j++) {
        Object item = tensor.get(j);
        boolean real = item instanceof Double || item instanceof Float;
        String text = real ? Curves.number(((Number) item).doubleValue()) : Repr.text(item);
        out.append("<td>").append(Html.escape(text)).append("</td>");
      }
      out.append("</tr>");
    }
    return out.append("</tbody></table>").toString();
  }

  private static String heatMap(Tensor tensor, double low, double high) {
    int rows = tensor.dim(0);
    int columns = tensor.dim(1);
    int tall = Math.min(rows, PIXELS);
    int wide = Math.min(columns, PIXELS);
    int[][] pixels = new int[tall][wide];
    for (int i = 0; i < tall; i++) {
      for (int j = 0; j < wide; j++) {
        int[] rowsOf = {(int) ((long) i * rows / tall), (int) ((long) (i + 1) * rows / tall)};
        int[] columnsOf = {
          (int) ((long) j * columns / wide), (int) ((long) (j + 1) * columns / wide)
        };
        double mean = mean(tensor, rowsOf, columnsOf, columns);
        pixels[i][j] = pixel(mean, low, high);
      }
    }
    int zoom = Math.max(1, Math.min(16, 400 / Math.max(wide, tall)));
    int down = Math.max(zoom, tall < 20 ? 8 : 1);
    int[] bar = new int[128];
    Arrays.setAll(bar, i -> pixel(i, 0, bar.length - 1.0));
    return String.format(
        Locale.ROOT,
        "<div><img alt=\"heat map of %d by %d values from %s to %s\" src=\"%s\" width=\"%d\""
            + " height=\"%d\" style=\"height:%7$dpx\"/>"
            + "<div style=\"font-size:85%%\">%s <img alt=\"\" src=\"%s\" width=\"160\" height=\"10\""
            + " style=\"height:10px\"/> %s%s</div></div>",
        rows,
        columns,
        Curves.number(low),
        Curves.number(high),
        Png.address(enlarged(pixels, zoom, down)),
        wide * zoom,
        tall * down,
        Curves.number(low),
        Png.address(new int[][] {bar}),
        Curves.number(high),
        rows > tall || columns > wide ? " · each pixel the mean of several values" : "");
  }

  /** Whole squares for pixels, which no viewer can blur. */
  private static int[][] enlarged(int[][] pixels, int right, int down) {
    int[][] all = new int[pixels.length * down][pixels[0].length * right];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all[i].length; j++) {
        all[i][j] = pixels[i / down][j / right];
      }
    }
    return all;
  }

  private static double mean(Tensor tensor, int[] rows, int[] columns, int width) {
    double sum = 0;
    for (int i = rows[0]; i < rows[1]; i++) {
      for (int j = columns[0]; j < columns[1]; j++) {
        sum += number(tensor, i * width + j);
      }
    }
    return sum / ((rows[1] - rows[0]) * (columns[1] - columns[0]));
  }

  /** The colour of a number; what is none is left transparent. */
  private static int pixel(double value, double low, double high) {
    if (Double.isNaN(value)) {
      return 0;
    }
    double share = high == low ? 0.5 : (value - low) / (high - low);
    double shade = Math.round(SHADES * Math.max(0, Math.min(1, share))) / (double) SHADES;
    return 0xff000000 | color(shade);
  }

  /** The colour, {@code 0xrrggbb}, of a place from 0 to 1. */
  static int color(double place) {
    double at = place * (SCALE.length - 1);
    int from = Math.min((int) at, SCALE.length - 2);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = SCALE[from] >> shift & 255;
      int b = SCALE[from + 1] >> shift & 255;
      mixed |= (int) Math.round(a + (b - a) * (at - from)) << shift;
    }
    return mixed;
  }

  private static String statistics(Tensor tensor, double[] sorted) {
    double mean = Arrays.stream(sorted).average().orElse(0);
    double variance = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    long zeros = Arrays.stream(sorted).filter(v -> v == 0).count();
    String[] names = {
      "min", "quartile", "median", "quartile", "max", "mean", "std", "zeros", "not finite"
    };
    String[] values = {
      Curves.number(sorted[0]),
      Curves.number(sorted[sorted.length / 4]),
      Curves.number(sorted[sorted.length / 2]),
      Curves.number(sorted[3 * sorted.length / 4]),
      Curves.number(sorted[sorted.length - 1]),
      Curves.number(mean),
      Curves.number(Math.sqrt(variance)),
      Long.toString(zeros),
      Integer.toString(tensor.elements() - sorted.length)
    };
    return "<table><thead><tr><th>"
        + String.join("</th><th>", names)
        + "</th></tr></thead><tbody><tr><td>"
        + String.join("</td><td>", values)
        + "</td></tr></tbody></table>";
  }

  private static String histogram(double[] sorted) {
    double low = sorted[0];
    double span = sorted[sorted.length - 1] - low;
    int[] counts = new int[BINS];
    for (double value : sorted) {
      counts[span == 0 ? 0 : (int) Math.min(BINS - 1, (value - low) / span * BINS)]++;
    }
    int most = Arrays.stream(counts).max().orElse(1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < BINS; i++) {
      double height = 60.0 * counts[i] / most;
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%.1f\" width=\"9\" height=\"%.1f\" fill=\"#0072b2\"><title>%d"
                  + " from %s</title></rect>",
              1 + i * 10,
              61 - height,
              height,
              counts[i],
              Curves.number(low + span * i / BINS)));
    }
    return Still.SHEET + Still.image(242, 62, 11, "histogram", out.toString());
  }
}
