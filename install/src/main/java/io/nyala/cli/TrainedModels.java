package io.nyala.cli;

import io.nyala.keras.callbacks.History;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.rnn.Bidirectional;
import io.nyala.keras.models.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the models of a session reached, as a table. */
record TrainedModels(List<Row> rows) {

  /**
   * One model.
   *
   * @param last validation accuracy after the last epoch
   * @param best the highest validation accuracy
   * @param bestEpoch the epoch that reached it first, counted from 1
   */
  record Row(
      String model,
      long parameters,
      double last,
      double best,
      int bestEpoch,
      double stepMillis,
      double seconds) {}

  /** The models among the variables that were trained with validation data. */
  static TrainedModels of(Map<String, Object> variables) {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, Object> variable : List.copyOf(variables.entrySet())) {
      if (variable.getValue() instanceof Model model && model.getHistory() != null) {
        List<Double> accuracy = model.getHistory().numbers("val_accuracy");
        if (accuracy != null && !accuracy.isEmpty()) {
          rows.add(row(name(variable.getKey(), model), model, accuracy));
        }
      }
    }
    return new TrainedModels(rows);
  }

  private static Row row(String name, Model model, List<Double> accuracy) {
    History history = model.getHistory();
    double best = Collections.max(accuracy);
    return new Row(
        name,
        model.countParams(),
        accuracy.get(accuracy.size() - 1),
        best,
        accuracy.indexOf(best) + 1,
        history.medianStepMillis(),
        history.seconds());
  }

  /** The recurrent layer says more than the variable does. */
  private static String name(String variable, Model model) {
    for (Layer layer : model.getLayers()) {
      String kind = layer.getClass().getSimpleName();
      if (layer instanceof Bidirectional || kind.matches("SimpleRNN|LSTM|GRU")) {
        return kind;
      }
    }
    return variable;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  @Override
  public String toString() {
    String line = "%-14s %12s %14s %20s %10s %9s%n";
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            line,
            "model",
            "parameters",
            "val_accuracy",
            "best (epoch)",
            "ms/step",
            "seconds"));
    for (Row row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              line,
              row.model,
              String.format(Locale.ROOT, "%,d", row.parameters),
              String.format(Locale.ROOT, "%.4f", row.last),
              String.format(Locale.ROOT, "%.4f (%d)", row.best, row.bestEpoch),
              String.format(Locale.ROOT, "%.2f", row.stepMillis),
              String.format(Locale.ROOT, "%.1f", row.seconds)));
    }
    return table.toString();
  }
}
