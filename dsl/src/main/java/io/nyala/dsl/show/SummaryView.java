package io.nyala.dsl.show;

import io.nyala.autograd.Variable;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Summary;
import java.util.Locale;

/** A model's summary: Keras' text, and a table whose layers unfold to their weights. */
final class SummaryView {

  private SummaryView() {}

  /** Shows a summary if the cell of this thread can show more than text. */
  static boolean show(Model model, String text) {
    return Display.current()
        .filter(Display.Screen::isRich)
        .map(
            screen -> {
              screen.display(bundle(model, text), null);
              return true;
            })
        .orElse(false);
  }

  static MimeBundle bundle(Model model, String text) {
    return MimeBundle.text(text.stripTrailing()).with("text/html", html(model, text));
  }

  private static String html(Model model, String text) {
    long all = Math.max(1, parameters(model));
    StringBuilder out = new StringBuilder("<div><strong>Model: ");
    out.append(Html.escape(model.getName())).append("</strong>");
    out.append("<table><thead><tr><th style=\"text-align:left\">Layer (type)</th>");
    out.append("<th style=\"text-align:left\">Output shape</th>");
    out.append("<th>Parameters</th><th style=\"text-align:left\">Share</th></tr></thead><tbody>");
    for (Summary.Row row : Summary.rows(model)) {
      row(out, row, all);
    }
    out.append("</tbody></table><div>").append(totals(text)).append("</div></div>");
    return out.toString();
  }

  /** What has no weights yet is listed all the same. */
  private static long parameters(Layer layer) {
    return layer.isBuilt() ? layer.countParams() : 0;
  }

  private static void row(StringBuilder out, Summary.Row row, long all) {
    Layer layer = row.layer();
    long count = parameters(layer);
    out.append("<tr><td style=\"text-align:left\">").append(unfolding(layer)).append("</td>");
    out.append("<td style=\"text-align:left\">").append(Html.escape(row.outputShape()));
    out.append("</td><td>");
    out.append(layer.isBuilt() ? String.format(Locale.ROOT, "%,d", count) : "unbuilt");
    out.append("</td><td style=\"text-align:left\">").append(share((double) count / all));
    out.append("</td></tr>");
  }

  private static String unfolding(Layer layer) {
    String name =
        Html.escape(layer.getName()) + " (" + Html.escape(layer.kerasClass().name()) + ")";
    if (layer instanceof Model inner) {
      StringBuilder rows = new StringBuilder("<table><tbody>");
      Summary.rows(inner).forEach(row -> row(rows, row, Math.max(1, parameters(inner))));
      return fold(name, rows + "</tbody></table>");
    }
    if (layer.weights().isEmpty()) {
      return name;
    }
    StringBuilder rows = new StringBuilder("<table><tbody>");
    for (Variable weight : layer.weights()) {
      rows.append("<tr><td style=\"text-align:left\">").append(Html.escape(weight.path()));
      rows.append("</td><td>").append(Html.escape(weight.shape()));
      rows.append("</td><td>").append(Html.escape(weight.dtype().toString()));
      rows.append("</td><td>");
      rows.append(String.format(Locale.ROOT, "%,d", weight.shape().elements()));
      rows.append("</td><td>").append(weight.trainable() ? "trainable" : "fixed");
      rows.append("</td></tr>");
    }
    return fold(name, rows + "</tbody></table>");
  }

  private static String fold(String name, String inside) {
    return "<details><summary>" + name + "</summary>" + inside + "</details>";
  }

  private static String share(double share) {
    double percent = 100 * share;
    return String.format(
        Locale.ROOT,
        "<span style=\"display:inline-block;width:80px;height:8px;background:rgba(127,127,127,.25)"
            + "\"><span style=\"display:block;height:8px;width:%.1f%%;background:#0072b2\"></span>"
            + "</span> %.1f %%",
        percent,
        percent);
  }

  /** The lines under the table, as Keras prints them. */
  private static String totals(String text) {
    int from = text.indexOf(" Total params:");
    return from < 0
        ? ""
        : Html.escape(text.substring(from).strip()).replaceAll("\\s*\n\\s*", "<br/>");
  }
}
