package io.nyala.dsl.show;

import io.nyala.data.Dataset;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A data set: TensorFlow's text, what an element is made of, and the first elements in a fold. */
final class DatasetView {
  private static final int ELEMENTS = 5;
  private static final int WORDS = 200;

  private DatasetView() {}

  static MimeBundle of(Dataset dataset) {
    MimeBundle text = MimeBundle.text(dataset.toString());
    List<Object> first;
    try {
      first = dataset.head(ELEMENTS);
    } catch (RuntimeException e) {
      // What goes wrong in a person's own function is told when the data set is used.
      return text;
    }
    if (first.isEmpty()) {
      return text;
    }
    return text.with("text/html", html(dataset, first.stream().map(DatasetView::parts).toList()));
  }

  /** The tensors of an element by the way to each. */
  private static Map<String, Tensor> parts(Object element) {
    Map<String, Tensor> parts = new LinkedHashMap<>();
    collect(element, "", parts);
    return parts;
  }

  private static void collect(Object element, String way, Map<String, Tensor> parts) {
    if (element instanceof Map<?, ?> map) {
      map.forEach((key, value) -> collect(value, join(way, Repr.text(key)), parts));
    } else if (element instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), join(way, Integer.toString(i)), parts);
      }
    } else if (element instanceof Tensor tensor) {
      parts.put(way.isEmpty() ? "element" : way, tensor);
    }
  }

  private static String join(String way, String step) {
    return way.isEmpty() ? step : way + " / " + step;
  }

  private static String html(Dataset dataset, List<Map<String, Tensor>> first) {
    long count = dataset.cardinality();
    StringBuilder out = new StringBuilder("<div><strong>Dataset</strong> · ");
    out.append(
        count == Dataset.INFINITE
            ? "without end"
            : count == Dataset.UNKNOWN
                ? "length not known"
                : String.format(Locale.ROOT, "%,d element%s", count, count == 1 ? "" : "s"));
    out.append("<table><thead><tr>").append(head("part")).append(head("shape"));
    out.append(head("dtype")).append("</tr></thead><tbody>");
    List<String> ways = new ArrayList<>(first.get(0).keySet());
    for (String way : ways) {
      Tensor tensor = first.get(0).get(way);
      out.append("<tr>").append(head(way)).append(cell(tensor.shape().toString()));
      out.append(cell(tensor.dtype().toString())).append("</tr>");
    }
    out.append("</tbody></table><details><summary>the first ").append(first.size());
    out.append("</summary><table><thead><tr><th></th>");
    ways.forEach(way -> out.append(head(way)));
    out.append("</tr></thead><tbody>");
    for (int i = 0; i < first.size(); i++) {
      out.append("<tr><th>").append(i).append("</th>");
      for (String way : ways) {
        Tensor tensor = first.get(i).get(way);
        out.append(cell(tensor == null ? "" : words(tensor)));
      }
      out.append("</tr>");
    }
    return out.append("</tbody></table></details></div>").toString();
  }

  private static String words(Tensor tensor) {
    String text = tensor.rank() == 0 ? Repr.text(tensor.item()) : tensor.toString();
    return text.length() <= WORDS ? text : text.substring(0, WORDS) + "…";
  }

  private static String head(String words) {
    return "<th style=\"text-align:left\">" + Html.escape(words) + "</th>";
  }

  private static String cell(String words) {
    return "<td style=\"text-align:left;white-space:pre-wrap\">" + Html.escape(words) + "</td>";
  }
}
