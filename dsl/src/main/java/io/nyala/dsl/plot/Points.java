package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Points and pictures: what may be coloured by numbers. */
final class Points {

  private Points() {}

  static Object scatter(Axes axes, Given given) {
    double[] x = axes.x.place(given.get("x"));
    double[] y = axes.y.place(given.get("y"));
    Drawing.same("x and y", x, y);
    double[] areas = Drawing.spread(given.has("s") ? given.get("s") : 36, x.length);
    double[] size = Arrays.stream(areas).map(Math::sqrt).toArray();
    Integer marker =
        given.has("marker") ? Style.marker(given.string("marker")) : Integer.valueOf(16);
    Mark.Dots dots =
        new Mark.Dots(
            x,
            y,
            size,
            colors(axes, given, x.length),
            edge(given),
            marker == null ? 16 : marker,
            Style.first(given, 1, "alpha"),
            Drawing.labelOf(given));
    return axes.add("matplotlib.collections.PathCollection", dots);
  }

  private static String edge(Given given) {
    Object edge = given.get("edgecolors");
    return edge == null || edge.equals("none") || edge.equals("face") ? null : Colors.of(edge);
  }

  private static String[] colors(Axes axes, Given given, int count) {
    Object c = given.has("color") ? given.get("color") : given.get("c");
    boolean numbers =
        c != null && !(c instanceof CharSequence) && !isColors(c, count) && !Values.isText(c);
    if (!numbers) {
      String[] all = Bars.colors(c, count);
      if (all == null) {
        all = new String[count];
        Arrays.fill(all, axes.nextLine());
      }
      return all;
    }
    double[] values = Values.numbers(c);
    if (values.length != count) {
      throw PyError.value(
          "'c' argument has "
              + values.length
              + " elements, which is inconsistent with 'x' and 'y' with size "
              + count
              + ".");
    }
    double[] range = range(given, values);
    Colormap map = Colormap.of(given.string("cmap"));
    return Arrays.stream(values)
        .mapToObj(v -> map.hex((v - range[0]) / (range[1] - range[0])))
        .toArray(String[]::new);
  }

  private static boolean isColors(Object c, int count) {
    return c instanceof List<?> list
        && (list.size() == 3 || list.size() == 4)
        && list.size() != count
        && list.get(0) instanceof Number;
  }

  private static double[] range(Given given, double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double low = Style.first(given, Arrays.stream(finite).min().orElse(0), "vmin");
    double high = Style.first(given, Arrays.stream(finite).max().orElse(1), "vmax");
    return new double[] {low, high == low ? low + 1 : high};
  }

  /** Pictures of one channel are tables of numbers. */
  private static Object squeezed(Object data) {
    Tensor tensor = data instanceof Tensor it ? it : null;
    if (tensor == null && data instanceof List<?> list && isDeep(list)) {
      tensor = Tensors.of(list, null);
    }
    if (tensor != null && tensor.rank() == 3 && tensor.dim(2) == 1) {
      return tensor.view(Shape.of(tensor.dim(0), tensor.dim(1)));
    }
    if (tensor != null
        && tensor.rank() > 2
        && (tensor.rank() > 3 || tensor.dim(2) < 3 || tensor.dim(2) > 4)) {
      throw PyError.type("Invalid shape " + tensor.shape() + " for image data");
    }
    return tensor == null ? data : tensor;
  }

  private static boolean isDeep(List<?> list) {
    return !list.isEmpty()
        && list.get(0) instanceof List<?> row
        && !row.isEmpty()
        && row.get(0) instanceof List<?>;
  }

  /** Red, green, blue and perhaps opacity: from 0 to 1, or whole numbers to 255. */
  private static int[][] colors(Tensor image) {
    int channels = image.dim(2);
    double most = image.dtype().isFloating() ? 1 : 255;
    int[][] pixels = new int[image.dim(0)][image.dim(1)];
    for (int i = 0; i < pixels.length; i++) {
      for (int j = 0; j < pixels[i].length; j++) {
        int color = channels == 3 ? 255 : 0;
        int[] order = {3, 0, 1, 2};
        for (int k = channels == 3 ? 1 : 0; k < 4; k++) {
          Object item = image.get((i * pixels[i].length + j) * channels + order[k]);
          double share = Math.max(0, Math.min(1, ((Number) item).doubleValue() / most));
          color = color << 8 | (int) Math.round(255 * share);
        }
        pixels[i][j] = color;
      }
    }
    return pixels;
  }

  /** A table of numbers as a picture, the first row at the top. */
  static Object matrix(Axes axes, Given given) {
    return axes.call("imshow", List.of(given.get("X")), ranged(given));
  }

  private static Map<String, Object> ranged(Given given) {
    Map<String, Object> all = new java.util.HashMap<>(given.values());
    all.keySet().retainAll(List.of("cmap", "vmin", "vmax"));
    return all;
  }

  static Object picture(Axes axes, Given given) {
    Object data = squeezed(given.get("X"));
    int[][] pixels = data instanceof Tensor tensor && tensor.rank() == 3 ? colors(tensor) : null;
    double[][] rows =
        pixels == null ? Values.rows(data) : new double[pixels.length][pixels[0].length];
    if (rows.length == 0 || rows[0].length == 0) {
      throw PyError.value("imshow() needs at least one row and one column");
    }
    double[] all = Bars.all(rows).stream().mapToDouble(d -> d).toArray();
    double[] range = range(given, all);
    String origin = given.string("origin");
    if (!List.of("upper", "lower").contains(origin)) {
      throw given.wrong("origin", "'upper' or 'lower'");
    }
    if (!List.of("nearest", "none", "antialiased", "auto")
        .contains(given.string("interpolation"))) {
      throw given.wrong("interpolation", "'nearest' or 'none'; pixels are squares here");
    }
    boolean fromTop = origin.equals("upper");
    axes.y.inverted = fromTop;
    axes.equal = !"auto".equals(given.get("aspect"));
    Colormap map = Colormap.of(given.string("cmap"));
    return axes.add(
        "matplotlib.image.AxesImage",
        new Mark.Picture(rows, map, range[0], range[1], fromTop, pixels));
  }
}
