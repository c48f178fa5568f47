package io.nyala.dsl.show;

import io.nyala.keras.callbacks.History;
import io.nyala.keras.callbacks.Logs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of training, epoch by epoch, as curves and as a table. */
final class Figures {
  private static final int ROWS = 200;

  private Figures() {}

  /** The epoch, from 0, with the best validation loss, or the best loss without validation. */
  static int best(Map<String, List<Double>> history) {
    List<Double> judged = history.getOrDefault("val_loss", history.getOrDefault("loss", List.of()));
    int best = -1;
    for (int i = 0; i < judged.size(); i++) {
      boolean better = best < 0 || judged.get(i) < judged.get(best);
      best = better && !judged.get(i).isNaN() ? i : best;
    }
    return best;
  }

  /** Curves of each figure, at most six. */
  static String curves(Map<String, List<Double>> history, int epochs, int best) {
    StringBuilder out = new StringBuilder("<div>").append(Still.SHEET);
    int drawn = 0;
    for (Map.Entry<String, List<Double>> each : history.entrySet()) {
      String name = each.getKey();
      boolean ofTraining = !name.startsWith("val_") && !name.equals("learning_rate");
      if (ofTraining && drawn++ < 6) {
        List<Double> validation = history.getOrDefault("val_" + name, List.of());
        out.append(Curves.of(name, each.getValue(), validation, epochs, best));
      }
    }
    return out.append("</div>").toString();
  }

  /** A row for each epoch, the best one in bold. */
  static String table(Map<String, List<Double>> history, List<Integer> epochs, int best) {
    StringBuilder out = new StringBuilder("<table><thead><tr><th>epoch</th>");
    history.keySet().forEach(name -> out.append("<th>").append(Html.escape(name)).append("</th>"));
    out.append("</tr></thead><tbody>");
    for (int i = 0; i < Math.min(ROWS, epochs.size()); i++) {
      String tag = i == best ? "<strong>%s</strong>" : "%s";
      out.append("<tr><td>").append(String.format(tag, epochs.get(i) + 1));
      out.append(i == best ? " (best)" : "").append("</td>");
      for (List<Double> values : history.values()) {
        String value = i < values.size() ? Curves.number(values.get(i)) : "";
        out.append("<td>").append(String.format(tag, value)).append("</td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table>");
    if (epochs.size() > ROWS) {
      out.append("<p>… and ").append(epochs.size() - ROWS).append(" more epochs</p>");
    }
    return out.toString();
  }

  /** A copy with one more value for each figure. */
  static Map<String, List<Double>> with(
      Map<String, List<Double>> history, Map<String, Object> logs) {
    Map<String, List<Double>> more = new LinkedHashMap<>();
    history.forEach((name, values) -> more.put(name, new ArrayList<>(values)));
    logs.forEach(
        (name, value) -> more.computeIfAbsent(name, n -> new ArrayList<>()).add(Logs.mean(value)));
    return more;
  }

  /** The figures of every epoch as curves show them: of arrays, the mean. */
  static Map<String, List<Double>> of(History history) {
    Map<String, List<Double>> figures = new LinkedHashMap<>();
    history
        .getHistory()
        .forEach((name, values) -> figures.put(name, values.stream().map(Logs::mean).toList()));
    return figures;
  }
}
