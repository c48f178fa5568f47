package io.nyala.dsl.look;

import io.nyala.autograd.Slices;
import io.nyala.autograd.Variable;
import io.nyala.dsl.show.Curves;
import io.nyala.dsl.show.Display;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Pace;
import io.nyala.keras.callbacks.Callback;
import io.nyala.keras.callbacks.GradientListener;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.models.Model;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A callback that notes, for each layer and step, the length of the gradient, {@code sqrt(sum g²)}
 * over the layer's weights, and shows it while training goes on.
 */
public final class GradientNorms extends Callback implements GradientListener {
  private final Map<String, List<Double>> norms = new LinkedHashMap<>();
  private final Map<Variable, String> layers = new HashMap<>();
  private final Pace pace = new Pace();
  private String id;
  private Display.Screen screen;

  /** The norms by layer, one for each step. */
  public Map<String, List<Double>> getNorms() {
    return norms;
  }

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    norms.clear();
    layers.clear();
    id = null;
    screen = Display.current().filter(Display.Screen::isRich).orElse(null);
  }

  private String layer(Variable weight) {
    if (!layers.containsKey(weight)) {
      name(model());
    }
    return layers.computeIfAbsent(weight, Variable::path);
  }

  private void name(Model model) {
    for (Layer layer : model.getLayers()) {
      if (layer instanceof Model inner) {
        name(inner);
      } else {
        layer.weights().forEach(weight -> layers.put(weight, layer.getName()));
      }
    }
  }

  @Override
  public void gradients(List<Variable> weights, List<Tensor> gradients) {
    Map<String, Double> squares = new LinkedHashMap<>();
    for (int i = 0; i < weights.size(); i++) {
      if (gradients.get(i) != null) {
        squares.merge(layer(weights.get(i)), squares(gradients.get(i)), Double::sum);
      }
    }
    squares.forEach(
        (name, sum) -> norms.computeIfAbsent(name, n -> new ArrayList<>()).add(Math.sqrt(sum)));
    if (screen != null && pace.isDue()) {
      pace.show(this::send);
    }
  }

  private static double squares(Tensor gradient) {
    double sum = 0;
    if (gradient instanceof Slices slices) {
      return ofSlices(slices);
    }
    for (int i = 0; i < gradient.elements(); i++) {
      double value = gradient.getDouble(i);
      sum += value * value;
    }
    return sum;
  }

  /** Slices of one row are added before they are squared; rows without any are not looked at. */
  private static double ofSlices(Slices slices) {
    Tensor values = slices.values();
    int width = values.elements() / Math.max(1, values.dim(0));
    Map<Integer, double[]> rows = new HashMap<>();
    for (int i = 0; i < slices.rows().length; i++) {
      double[] row = rows.computeIfAbsent(slices.rows()[i], r -> new double[width]);
      for (int j = 0; j < width; j++) {
        row[j] += values.getDouble(i * width + j);
      }
    }
    double sum = 0;
    for (double[] row : rows.values()) {
      for (double value : row) {
        sum += value * value;
      }
    }
    return sum;
  }

  @Override
  public void onOver() {
    if (screen != null && !norms.isEmpty()) {
      send();
    }
    screen = null;
  }

  private void send() {
    if (id == null) {
      id = "norms-" + UUID.randomUUID();
      screen.display(bundle(), id);
    } else {
      screen.updateDisplay(bundle(), id);
    }
  }

  MimeBundle bundle() {
    StringBuilder text = new StringBuilder("gradient norms by layer");
    norms.forEach(
        (name, all) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%n%-24s first %s, last %s, %d steps",
                    name,
                    Curves.number(all.get(0)),
                    Curves.number(all.get(all.size() - 1)),
                    all.size())));
    String plain = text.toString().replace(System.lineSeparator(), "\n");
    return MimeBundle.text(plain).with("text/html", NormChart.of(norms));
  }

  @Override
  public String toString() {
    return bundle().plain();
  }
}
