package io.nyala.dsl.names.keras;

import io.nyala.autograd.Variable;
import io.nyala.dsl.names.PyError;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.rnn.RnnCell;
import io.nyala.keras.layers.rnn.StackedRNNCells;
import io.nyala.keras.metrics.Metric;
import io.nyala.keras.models.CompiledMetrics;
import io.nyala.keras.models.Functional;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Sequential;
import io.nyala.tensor.Shape;
import java.util.List;

/** {@code layer.input}, {@code model.outputs}, {@code layer.output_shape} and their kin. */
final class LayerProperties {
  private LayerProperties() {}

  /** The property, or {@link KerasMethods#NONE}. */
  static Object get(Layer layer, String name) {
    return switch (name) {
      case "input", "inputs" -> shown(layer, name, inputs(layer));
      case "output", "outputs" -> shown(layer, name, outputs(layer));
      case "input_shape" -> shape(layer, name, layer.builtFor());
      case "output_shape" ->
          shape(
              layer, name, layer.builtFor() == null ? null : layer.outputShapes(layer.builtFor()));
      case "loss", "metrics_names", "metrics" ->
          layer instanceof Model model ? ofTraining(model, name) : KerasMethods.NONE;
      case "state_size" -> layer instanceof RnnCell cell ? states(cell) : KerasMethods.NONE;
      case "output_size" -> layer instanceof RnnCell cell ? cell.outputSize() : KerasMethods.NONE;
      case "compiled" ->
          layer instanceof Model model ? (Object) model.isCompiled() : KerasMethods.NONE;
      case "run_eagerly" -> layer instanceof Model ? (Object) true : KerasMethods.NONE;
      default -> weight(layer, name);
    };
  }

  /** A weight of one of Keras' own layers, which keep each in an attribute of its name. */
  private static Object weight(Layer layer, String name) {
    boolean kerasOwn = layer.getClass().getPackageName().startsWith("io.nyala.keras.layers");
    List<Variable> weights = kerasOwn ? layer.ownWeights() : List.of();
    return weights.stream()
        .filter(each -> each.name().equals(name))
        .map(Object.class::cast)
        .findFirst()
        .orElse(KerasMethods.NONE);
  }

  /** What {@code compile} was given, as attributes of the model. */
  private static Object ofTraining(Model model, String name) {
    boolean compiled = model.compilation() != null;
    return switch (name) {
      case "loss" -> compiled ? model.compilation().loss() : null;
      case "metrics" -> model.metrics();
      default -> model.metrics().stream().map(LayerProperties::metricName).toList();
    };
  }

  private static String metricName(Object metric) {
    return metric instanceof Metric one ? one.name() : ((CompiledMetrics) metric).name();
  }

  /** One length, or those of the states in a list; of stacked cells one such for each cell. */
  private static Object states(RnnCell cell) {
    if (cell instanceof StackedRNNCells stacked) {
      return ((List<?>) stacked.arguments().get("cells"))
          .stream().map(each -> states((RnnCell) each)).toList();
    }
    List<Integer> sizes = cell.stateSizes();
    return sizes.size() == 1 ? sizes.get(0) : sizes;
  }

  private static List<KerasTensor> inputs(Layer layer) {
    if (layer instanceof Functional functional) {
      return functional.inputs().tensors();
    }
    if (layer instanceof Sequential sequential && sequential.inputLayer() != null) {
      return List.of(sequential.inputLayer().output());
    }
    List<Node> calls = layer.calls();
    return calls.isEmpty() ? null : calls.get(0).inputs();
  }

  private static List<KerasTensor> outputs(Layer layer) {
    if (layer instanceof Functional functional) {
      return functional.outputs().tensors();
    }
    if (layer instanceof Sequential sequential && sequential.inputLayer() != null) {
      Object at = sequential.inputLayer().output();
      for (Layer each : sequential.layers()) {
        at = each.invoke(at);
      }
      return List.of((KerasTensor) at);
    }
    List<Node> calls = layer.calls();
    return calls.isEmpty() ? null : calls.get(0).outputs();
  }

  private static Object shown(Layer layer, String name, List<KerasTensor> tensors) {
    if (tensors == null) {
      throw missing(layer, name, "called on a symbolic input");
    }
    boolean several = name.endsWith("s");
    if (several && !(layer instanceof Model)) {
      return KerasMethods.NONE;
    }
    return several || tensors.size() > 1 ? tensors : tensors.get(0);
  }

  private static Object shape(Layer layer, String name, List<Shape> shapes) {
    if (shapes == null) {
      throw missing(layer, name, "built");
    }
    return shapes.size() == 1 ? shapes.get(0) : shapes;
  }

  private static PyError missing(Layer layer, String name, String what) {
    return new PyError(
        "AttributeError",
        "The layer "
            + layer.getName()
            + " has never been "
            + what
            + ", so it has no "
            + name
            + ".");
  }
}
