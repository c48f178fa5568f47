package io.nyala.dsl.look;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Repr;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How often each class was taken for each: rows are what was, columns what was said. Source: the
 * definition in the documentation of scikit-learn's {@code confusion_matrix}.
 */
final class Confusion {
  private static final int CLASSES = 50;

  private final long[][] counts;
  private final List<String> labels;

  private Confusion(long[][] counts, List<String> labels) {
    this.counts = counts;
    this.labels = labels;
  }

  static Picture of(Given given) {
    List<String> names = names(given);
    int[] truth = names == null ? classes(given, "y_true") : places(given, "y_true", names);
    int[] said = names == null ? classes(given, "y_pred") : places(given, "y_pred", names);
    if (truth.length != said.length || truth.length == 0) {
      throw PyError.value(
          "confusion_matrix() needs as many predictions as true values; received "
              + truth.length
              + " true values and "
              + said.length
              + " predictions");
    }
    int most = names == null ? 1 : 0;
    for (int i = 0; i < truth.length; i++) {
      most = Math.max(most, Math.max(truth[i], said[i]));
    }
    List<String> labels = new ArrayList<>();
    if (names != null) {
      labels.addAll(names);
    } else if (given.has("labels")) {
      given.list("labels").forEach(label -> labels.add(Repr.text(label)));
    }
    for (int i = labels.size(); i <= most; i++) {
      labels.add(Integer.toString(i));
    }
    if (labels.size() > CLASSES) {
      throw PyError.value(
          "confusion_matrix() shows up to " + CLASSES + " classes; here are " + labels.size());
    }
    long[][] counts = new long[labels.size()][labels.size()];
    for (int i = 0; i < truth.length; i++) {
      counts[truth[i]][said[i]]++;
    }
    return new Confusion(counts, labels).picture();
  }

  /** The names of classes that are told by words, as given or sorted; null: they are numbers. */
  private static List<String> names(Given given) {
    Tensor truth = given.tensor("y_true");
    Tensor said = given.tensor("y_pred");
    if (truth.dtype() != DType.STRING || said.dtype() != DType.STRING) {
      return null;
    }
    if (given.has("labels")) {
      return given.list("labels").stream().map(Repr::text).toList();
    }
    Set<String> all = new TreeSet<>(List.of(truth.strings()));
    all.addAll(List.of(said.strings()));
    return List.copyOf(all);
  }

  private static int[] places(Given given, String name, List<String> names) {
    String[] words = given.tensor(name).strings();
    int[] all = new int[words.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = names.indexOf(words[i]);
      if (all[i] < 0) {
        throw PyError.value(
            "confusion_matrix() received the class "
                + Repr.quote(words[i])
                + ", which is not among the labels "
                + Repr.of(names));
      }
    }
    return all;
  }

  /**
   * Whole numbers are classes; a column of probabilities is cut at one half, rows at the largest.
   */
  private static int[] classes(Given given, String name) {
    Tensor values = given.tensor(name);
    boolean rows = values.rank() == 2 && values.dim(1) > 1;
    int width = rows ? values.dim(1) : 1;
    int[] all = new int[values.elements() / width];
    boolean whole = !rows;
    for (int i = 0; i < values.elements(); i++) {
      if (!Double.isFinite(values.getDouble(i))) {
        throw PyError.value(
            "confusion_matrix() received " + values.getDouble(i) + " in " + name + ", not a class");
      }
    }
    for (int i = 0; i < all.length && whole; i++) {
      whole = values.getDouble(i) == Math.rint(values.getDouble(i));
    }
    for (int i = 0; i < all.length; i++) {
      int best = 0;
      for (int j = 1; j < width; j++) {
        best = values.getDouble(i * width + j) > values.getDouble(i * width + best) ? j : best;
      }
      double value = values.getDouble(i);
      all[i] = rows ? best : whole ? (int) value : value > 0.5 ? 1 : 0;
      if (all[i] < 0) {
        throw PyError.value("confusion_matrix() takes classes from 0 up; received " + all[i]);
      }
    }
    return all;
  }

  private Picture picture() {
    int size = labels.size();
    long[] flat = new long[size * size];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = counts[i / size][i % size];
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("matrix", NDArray.of(Tensor.of(Shape.of(size, size), flat)));
    value.put("accuracy", accuracy());
    return new Picture(value, MimeBundle.text(text()).with("text/html", html()));
  }

  private long row(int i) {
    long sum = 0;
    for (long count : counts[i]) {
      sum += count;
    }
    return sum;
  }

  private long column(int j) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[j];
    }
    return sum;
  }

  private double accuracy() {
    long right = 0;
    long all = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
      all += row(i);
    }
    return (double) right / all;
  }

  private String text() {
    StringBuilder out = new StringBuilder("rows: what was; columns: what was said");
    out.append(String.format("%n%14s", ""));
    labels.forEach(label -> out.append(String.format("%10s", label)));
    for (int i = 0; i < counts.length; i++) {
      out.append(String.format("%n%14s", labels.get(i)));
      for (long count : counts[i]) {
        out.append(String.format("%10d", count));
      }
    }
    out.append(String.format(Locale.ROOT, "%naccuracy %.4f", accuracy()));
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private String html() {
    StringBuilder out = new StringBuilder("<div><table><thead><tr><th>was ↓ said →</th>");
    labels.forEach(label -> out.append("<th>").append(Html.escape(label)).append("</th>"));
    out.append("<th>recall</th></tr></thead><tbody>");
    for (int i = 0; i < counts.length; i++) {
      out.append("<tr><th style=\"text-align:left\">").append(Html.escape(labels.get(i)));
      out.append("</th>");
      for (int j = 0; j < counts.length; j++) {
        out.append(cell(i, j));
      }
      out.append("<td>").append(percent(counts[i][i], row(i))).append("</td></tr>");
    }
    out.append("<tr><th style=\"text-align:left\">precision</th>");
    for (int j = 0; j < counts.length; j++) {
      out.append("<td>").append(percent(counts[j][j], column(j))).append("</td>");
    }
    out.append(String.format(Locale.ROOT, "<td><strong>%.1f %%</strong></td>", 100 * accuracy()));
    return out.append("</tr></tbody></table></div>").toString();
  }

  /** Right answers are shaded blue, wrong ones orange, by their share of the row. */
  private String cell(int i, int j) {
    double share = row(i) == 0 ? 0 : (double) counts[i][j] / row(i);
    return String.format(
        Locale.ROOT,
        "<td style=\"background:rgba(%s,%.2f)\">%,d</td>",
        i == j ? "0,114,178" : "230,159,0",
        0.6 * share,
        counts[i][j]);
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
