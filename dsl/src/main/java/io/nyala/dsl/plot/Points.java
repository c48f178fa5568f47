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
    double[] x = axes.x.place(column(given, "x"));
    double[] y = axes.y.place(column(given, "y"));
    if (x.length != y.length) {
      throw PyError.value("x and y must be the same size");
    }
    double[] areas = Drawing.spread(given.has("s") ? column(given, "s") : 36, x.length);
    if (areas.length != x.length) {
      throw PyError.value("s must be a scalar, or float array-like with the same size as x and y");
    }
    double[] size = Arrays.stream(areas).map(Math::sqrt).toArray();
    Integer marker =
        given.has("marker") ? Style.marker(given.string("marker")) : Integer.valueOf(16);
    double[] values = values(given, x.length);
    Mark.Dots dots =
        new Mark.Dots(
            x,
            y,
            size,
            values == null ? colors(axes, given, x.length) : new String[0],
            edge(given),
            rim(given),
            marker == null ? 16 : marker,
            Style.first(given, 1, "alpha"),
            Drawing.labelOf(given),
            values,
            values == null ? null : Shades.of(axes, given, values));
    return Drawing.ordered(axes, given, axes.add("matplotlib.collections.PathCollection", dots));
  }

  private static Object column(Given given, String name) {
    Object value = given.get(name);
    boolean named =
        value instanceof CharSequence
            && given.get("data") instanceof Map<?, ?> table
            && table.containsKey(value.toString());
    return named ? ((Map<?, ?>) given.get("data")).get(value.toString()) : value;
  }

  private static double rim(Given given) {
    Object width = null;
    for (String name : new String[] {"linewidths", "linewidth", "lw"}) {
      width = width == null ? given.get(name) : width;
    }
    return width == null ? 1 : Values.numbers(width)[0];
  }

  private static String edge(Given given) {
    Object edge = null;
    for (String name : new String[] {"edgecolors", "edgecolor", "ec"}) {
      edge = edge == null ? given.get(name) : edge;
    }
    Object face = face(given);
    if ("none".equals(face) && edge == null) {
      edge = given.has("color") ? given.get("color") : given.has("c") ? given.get("c") : "C0";
    }
    return edge == null || edge.equals("none") || edge.equals("face") ? null : Colors.of(edge);
  }

  private static Object face(Given given) {
    Object face = null;
    for (String name : new String[] {"facecolors", "facecolor", "fc"}) {
      face = face == null ? given.get(name) : face;
    }
    return face;
  }

  /** What colours stand for; null: they are colours themselves. */
  private static double[] values(Given given, int count) {
    Object c = given.has("color") || face(given) != null ? null : column(given, "c");
    boolean numbers =
        c != null
            && !(c instanceof CharSequence)
            && !isColors(c, count)
            && !Values.isText(c)
            && !Values.isTable(c);
    if (!numbers) {
      return null;
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
    return values;
  }

  private static String[] colors(Axes axes, Given given, int count) {
    Object c = given.has("color") ? given.get("color") : given.get("c");
    String[] all = Bars.colors(face(given) == null ? c : face(given), count);
    if (all == null) {
      all = new String[count];
      Arrays.fill(all, axes.nextPatch());
    }
    return all;
  }

  private static boolean isColors(Object c, int count) {
    return c instanceof List<?> list
        && (list.size() == 3 || list.size() == 4)
        && list.size() != count
        && list.get(0) instanceof Number;
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

  /** Where a table is not zero. */
  static Object spy(Axes axes, Given given) {
    double[][] rows = Values.rows(given.get("Z"));
    double least = given.number("precision");
    List<Object> shown = new java.util.ArrayList<>();
    for (double[] row : rows) {
      shown.add(Arrays.stream(row).map(v -> Math.abs(v) > least ? 1 : 0).boxed().toList());
    }
    return axes.call("imshow", List.of(shown), Map.of("cmap", "binary", "vmin", 0, "vmax", 1));
  }

  private static Map<String, Object> ranged(Given given) {
    Map<String, Object> all = new java.util.HashMap<>(given.values());
    all.keySet().retainAll(List.of("cmap", "norm", "vmin", "vmax"));
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
    String origin = given.string("origin");
    if (!List.of("upper", "lower").contains(origin)) {
      throw given.wrong("origin", "'upper' or 'lower'");
    }
    String between = given.string("interpolation");
    boolean smooth =
        List.of("bilinear", "bicubic", "gaussian", "lanczos", "spline16").contains(between);
    if (!smooth && !List.of("nearest", "none", "antialiased", "auto").contains(between)) {
      throw given.wrong("interpolation", "'nearest' or 'bilinear'");
    }
    boolean fromTop = origin.equals("upper");
    boolean whole = !given.has("extent");
    double[] room =
        whole
            ? new double[] {-0.5, rows[0].length - 0.5, -0.5, rows.length - 0.5}
            : Values.numbers(given.get("extent"));
    if (room.length != 4) {
      throw given.wrong("extent", "left, right, bottom and top");
    }
    axes.y.inverted = fromTop && whole || room[2] > room[3];
    axes.ratio = AxesFunctions.ratio(given, "aspect");
    double alpha = Style.first(given, 1, "alpha");
    Shades shades = Shades.of(axes, given, all);
    Mark.Picture picture =
        new Mark.Picture(
            rows, shades, fromTop, pixels, room, whole, smooth && pixels == null, alpha);
    return Drawing.ordered(axes, given, axes.add("matplotlib.image.AxesImage", picture));
  }
}
