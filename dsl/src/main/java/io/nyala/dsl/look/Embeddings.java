package io.nyala.dsl.look;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Reduce;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.plot.Axes;
import io.nyala.dsl.plot.Figure;
import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Where words stand among each other: nearest neighbours, and a plane through their vectors. */
final class Embeddings {

  private static final Map<String, Object> SMALL =
      Map.of("fontsize", 9, "ha", "center", "va", "center");

  /** Pixels of a chart that its points lie in, more or less. */
  private static final double WIDE = 660;

  private static final double TALL = 520;

  private Embeddings() {}

  /** The words whose vectors point most nearly the same way, by cosine. */
  static Picture neighbors(Given given) {
    WordVectors all = WordVectors.of(given);
    int at = all.place(given.get("word"));
    int count = Math.max(1, given.integer("k"));
    record Near(int row, double cosine) {}
    List<Near> nearest =
        IntStream.range(0, all.table().dim(0))
            .filter(row -> row != at)
            .mapToObj(row -> new Near(row, all.cosine(at, row)))
            .sorted(Comparator.comparingDouble(Near::cosine).reversed())
            .limit(count)
            .toList();
    List<Object> value = new ArrayList<>();
    StringBuilder text = new StringBuilder("nearest to '" + all.words().get(at) + "' by cosine");
    StringBuilder html = new StringBuilder("<div><table><thead><tr><th style=\"text-align:left\">");
    html.append("nearest to ").append(Html.escape(all.words().get(at)));
    html.append("</th><th>cosine</th><th></th></tr></thead><tbody>");
    for (Near near : nearest) {
      String word = all.words().get(near.row());
      value.add(Tuple.of(word, near.cosine()));
      text.append(String.format(Locale.ROOT, "%n%-18s %7.4f", word, near.cosine()));
      html.append("<tr><th style=\"text-align:left\">").append(Html.escape(word));
      html.append(String.format(Locale.ROOT, "</th><td>%.4f</td>", near.cosine()));
      html.append("<td style=\"text-align:left\">").append(bar(near.cosine())).append("</td></tr>");
    }
    html.append("</tbody></table></div>");
    String plain = text.toString().replace(System.lineSeparator(), "\n");
    return new Picture(value, MimeBundle.text(plain).with("text/html", html.toString()));
  }

  private static String bar(double share) {
    return String.format(
        Locale.ROOT,
        "<span style=\"display:inline-block;width:100px;height:8px;background:rgba(127,127,127,.25)"
            + "\"><span style=\"display:block;height:8px;width:%.0f%%;background:#0072b2\"></span>"
            + "</span>",
        100 * Math.max(0, Math.min(1, share)));
  }

  /**
   * Vectors projected onto the two directions in which they differ the most: {@code (X - mean(X))
   * V}, with the first two right singular vectors {@code V}.
   */
  static Picture plane(Given given) {
    WordVectors all = WordVectors.of(given);
    List<Integer> rows = rows(given, all);
    if (rows.size() < 2) {
      throw PyError.value("embedding_plane() needs two words at least");
    }
    double[] flat = new double[rows.size() * all.width()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = all.at(rows.get(i / all.width()), i % all.width());
    }
    Tensor vectors = Tensor.of(Shape.of(rows.size(), all.width()), flat);
    Tensor centered = Arithmetic.subtract(vectors, Reduce.mean(vectors, new int[] {0}, true));
    List<Tensor> svd = LinAlg.svd(centered, false);
    double[] x = new double[rows.size()];
    double[] y = new double[rows.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = along(centered, i, svd.get(2), 0);
      y[i] = all.width() > 1 ? along(centered, i, svd.get(2), 1) : 0;
    }
    double[] shares = shares(svd.get(0));
    List<String> words = rows.stream().map(all.words()::get).toList();
    return new Picture(points(x, y), bundle(words, x, y, shares));
  }

  private static List<Integer> rows(Given given, WordVectors all) {
    if (given.has("words")) {
      return given.list("words").stream().map(all::place).toList();
    }
    // The first two of a vocabulary are the padding and the unknown word.
    int from = all.table().dim(0) > 4 ? 2 : 0;
    int to = Math.min(all.table().dim(0), from + Math.max(2, given.integer("count")));
    return IntStream.range(from, to).boxed().toList();
  }

  private static double along(Tensor rows, int row, Tensor directions, int which) {
    int width = rows.dim(1);
    int columns = directions.dim(1);
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += rows.getDouble(row * width + j) * directions.getDouble(j * columns + which);
    }
    return sum;
  }

  private static double[] shares(Tensor singular) {
    double all = 0;
    for (int i = 0; i < singular.elements(); i++) {
      all += singular.getDouble(i) * singular.getDouble(i);
    }
    double[] shares = new double[2];
    for (int i = 0; i < Math.min(2, singular.elements()); i++) {
      shares[i] = all == 0 ? 0 : singular.getDouble(i) * singular.getDouble(i) / all;
    }
    return shares;
  }

  private static NDArray points(double[] x, double[] y) {
    double[] flat = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      flat[2 * i] = x[i];
      flat[2 * i + 1] = y[i];
    }
    return NDArray.of(Tensor.of(Shape.of(x.length, 2), flat));
  }

  private static MimeBundle bundle(List<String> words, double[] x, double[] y, double[] shares) {
    StringBuilder text = new StringBuilder("word                    x          y");
    for (int i = 0; i < x.length; i++) {
      text.append(String.format(Locale.ROOT, "%n%-16s %10.4f %10.4f", words.get(i), x[i], y[i]));
    }
    Figure figure = Figure.of(7.5, 6, axes -> draw(axes, words, x, y, shares));
    String plain = text.toString().replace(System.lineSeparator(), "\n");
    return figure.bundle().with("text/plain", plain);
  }

  private static void draw(Axes axes, List<String> words, double[] x, double[] y, double[] shares) {
    double[] across = ends(x);
    double[] up = ends(y);
    axes.call("set_xlim", List.of(across[0], across[1]), Map.of());
    axes.call("set_ylim", List.of(up[0], up[1]), Map.of());
    axes.call("scatter", List.of(list(x), list(y)), Map.of("s", 12, "alpha", 0.6));
    double[] right = Arrays.stream(x).map(v -> share(across, v) * WIDE).toArray();
    double[] down = Arrays.stream(y).map(v -> (1 - share(up, v)) * TALL).toArray();
    double[] length =
        words.stream()
            .mapToDouble(word -> 4 + 7.0 * word.codePointCount(0, word.length()))
            .toArray();
    List<LabelPlacer.Place> places = LabelPlacer.places(WIDE, TALL, right, down, length, 14);
    int unnamed = 0;
    List<Double> lineX = new ArrayList<>();
    List<Double> lineY = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      LabelPlacer.Place place = places.get(i);
      if (place == null) {
        unnamed++;
        continue;
      }
      double atX = across[0] + place.x() / WIDE * (across[1] - across[0]);
      double atY = up[1] - place.y() / TALL * (up[1] - up[0]);
      if (place.far()) {
        lineX.addAll(List.of(x[i], atX, Double.NaN));
        lineY.addAll(List.of(y[i], atY, Double.NaN));
      }
      axes.call("text", List.of(atX, atY, words.get(i)), SMALL);
    }
    if (!lineX.isEmpty()) {
      axes.call("plot", List.of(lineX, lineY), Map.of("color", "gray", "lw", 0.7, "zorder", 0.5));
    }
    if (unnamed > 0) {
      String many = unnamed + (unnamed == 1 ? " point stands" : " points stand");
      axes.call(
          "set_title", List.of(many + " too close to others to be named"), Map.of("fontsize", 9));
    }
    axes.call("set_xlabel", List.of(axis("first", shares[0])), Map.of());
    axes.call("set_ylabel", List.of(axis("second", shares[1])), Map.of());
  }

  /** From the lowest to the highest, and room for names at the edges. */
  private static double[] ends(double[] values) {
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(1);
    double more = high == low ? 1 : 0.1 * (high - low);
    return new double[] {low - more, high + more};
  }

  private static double share(double[] ends, double value) {
    return (value - ends[0]) / (ends[1] - ends[0]);
  }

  private static String axis(String which, double share) {
    return String.format(Locale.ROOT, "%s component, %.1f %% of the variance", which, 100 * share);
  }

  static List<Double> list(double[] values) {
    List<Double> all = new ArrayList<>();
    for (double value : values) {
      all.add(value);
    }
    return all;
  }
}
