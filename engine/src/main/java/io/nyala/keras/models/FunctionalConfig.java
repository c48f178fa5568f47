package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.graph.Trees;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Index;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A functional model as a config, and back. Source: Keras' functional serialisation. */
final class FunctionalConfig {

  private FunctionalConfig() {}

  static Functional create(Arguments arguments) {
    return new Functional(arguments);
  }

  static Map<String, Object> write(Functional model) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", model.getName());
    config.put("trainable", model.isTrainable());
    List<Map<String, Object>> layers = new ArrayList<>();
    for (Layer layer : model.layers()) {
      Map<String, Object> one = ObjectType.describe(layer);
      one.put("name", layer.getName());
      one.put("inbound_nodes", nodes(layer, model));
      layers.add(one);
    }
    config.put("layers", layers);
    config.put("input_layers", structure(model.inputs(), model));
    config.put("output_layers", structure(model.outputs(), model));
    return config;
  }

  private static List<Object> nodes(Layer layer, Functional model) {
    List<Object> nodes = new ArrayList<>();
    for (Node node : calls(layer, model)) {
      if (!node.inputs().isEmpty()) {
        UnaryOperator<Object> leaf =
            each -> each instanceof KerasTensor input ? tensor(input, model) : constant(each);
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("args", Trees.map(node.args(), leaf));
        call.put("kwargs", Trees.map(node.kwargs(), leaf));
        nodes.add(call);
      }
    }
    return nodes;
  }

  /** The calls of a layer that belong to the model, in the order in which they were made. */
  private static List<Node> calls(Layer layer, Functional model) {
    return layer.calls().stream().filter(model.nodes()::contains).toList();
  }

  private static Map<String, Object> tensor(KerasTensor input, Functional model) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("shape", new ArrayList<>(input.shape()));
    config.put("dtype", input.dtype().typeName());
    config.put("keras_history", history(input, model));
    return Map.of("class_name", "__keras_tensor__", "config", config);
  }

  /** A value that is no symbolic tensor: slices of an index and arrays have a form of their own. */
  private static Object constant(Object value) {
    if (value instanceof Slice slice) {
      Map<String, Object> config = new LinkedHashMap<>();
      config.put("start", slice.start());
      config.put("stop", slice.stop());
      config.put("step", slice.step());
      return Map.of("class_name", "__slice__", "config", config);
    }
    if (value == Index.ELLIPSIS) {
      return Map.of("class_name", "__ellipsis__", "config", Map.of());
    }
    if (value instanceof Tensor tensor) {
      Map<String, Object> config = new LinkedHashMap<>();
      config.put("value", nested(tensor, 0, 0, tensor.elements()));
      config.put("dtype", tensor.dtype().typeName());
      return Map.of("class_name", "__tensor__", "config", config);
    }
    return value;
  }

  /** The elements from one place to another as lists in lists. */
  private static Object nested(Tensor tensor, int axis, int from, int to) {
    if (axis == tensor.rank()) {
      return tensor.get(from);
    }
    int step = Math.max(1, (to - from) / Math.max(1, tensor.dim(axis)));
    List<Object> rows = new ArrayList<>();
    for (int at = from; at < to; at += step) {
      rows.add(nested(tensor, axis + 1, at, at + step));
    }
    return rows;
  }

  private static List<Object> history(KerasTensor tensor, Functional model) {
    Layer layer = tensor.node().layer();
    return List.of(layer.getName(), calls(layer, model).indexOf(tensor.node()), tensor.index());
  }

  /** Inputs or outputs of the model; here Keras counts the calls of a functional model from 1. */
  private static Object structure(Structure structure, Functional model) {
    return Trees.map(
        structure.given(),
        each -> {
          KerasTensor tensor = (KerasTensor) each;
          List<Object> history = new ArrayList<>(history(tensor, model));
          history.set(1, (int) history.get(1) + firstCall(tensor.node().layer()));
          return history;
        });
  }

  private static int firstCall(Layer layer) {
    return layer instanceof Functional ? 1 : 0;
  }

  /** A model from a config. */
  static Functional read(Map<?, ?> config) {
    Map<String, Layer> layers = new LinkedHashMap<>();
    Map<String, List<Node>> calls = new LinkedHashMap<>();
    Map<Layer, Deque<Object>> waiting = new LinkedHashMap<>();
    for (Object each : (List<?>) config.get("layers")) {
      Map<?, ?> one = (Map<?, ?>) each;
      String module = String.valueOf(one.get("module"));
      boolean operation = module.startsWith("keras.src.ops.");
      Layer layer = (Layer) ObjectType.fromConfig(operation ? module : "keras.layers", one);
      layers.put(layer.getName(), layer);
      calls.put(layer.getName(), new ArrayList<>(layer.calls()));
      waiting.put(layer, new ArrayDeque<>((List<?>) one.get("inbound_nodes")));
    }
    connect(waiting, calls);
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("inputs", resolve(config.get("input_layers"), layers, calls));
    arguments.put("outputs", resolve(config.get("output_layers"), layers, calls));
    arguments.put("name", config.get("name"));
    return Functional.CLASS.create(List.of(), arguments);
  }

  /** Makes all calls; those of one layer in their order, so that each is found by its number. */
  private static void connect(Map<Layer, Deque<Object>> waiting, Map<String, List<Node>> calls) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Map.Entry<Layer, Deque<Object>> each : waiting.entrySet()) {
        Deque<Object> nodes = each.getValue();
        while (!nodes.isEmpty() && connect(each.getKey(), (Map<?, ?>) nodes.peek(), calls)) {
          nodes.remove();
          moved = true;
        }
      }
    }
    if (waiting.values().stream().anyMatch(nodes -> !nodes.isEmpty())) {
      throw KerasException.value(
          "The model's config is broken: its calls depend on each other in a circle.");
    }
  }

  /** Makes a call if the calls it depends on are made; says whether it did. */
  private static boolean connect(Layer layer, Map<?, ?> node, Map<String, List<Node>> calls) {
    boolean[] known = {true};
    Object args = arguments(node.get("args"), calls, known);
    Object kwargs = node.get("kwargs") == null ? Map.of() : node.get("kwargs");
    Map<?, ?> named = (Map<?, ?>) arguments(kwargs, calls, known);
    if (known[0]) {
      Map<String, Object> byName = new LinkedHashMap<>();
      named.forEach((name, value) -> byName.put(String.valueOf(name), value));
      layer.invoke((List<?>) args, byName);
      calls.get(layer.getName()).add(layer.calls().get(layer.calls().size() - 1));
    }
    return known[0];
  }

  /** Arguments of a call, as a config holds them, with the tensors they name. */
  private static Object arguments(Object value, Map<String, List<Node>> calls, boolean[] known) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(arguments(each, calls, known)));
      return copy;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    if (map.get("config") instanceof Map<?, ?> config) {
      switch (String.valueOf(map.get("class_name"))) {
        case "__keras_tensor__" -> {
          KerasTensor found = find((List<?>) config.get("keras_history"), calls);
          known[0] &= found != null;
          return found;
        }
        case "__slice__" -> {
          return Slice.of(config.get("start"), config.get("stop"), config.get("step"));
        }
        case "__ellipsis__" -> {
          return Index.ELLIPSIS;
        }
        case "__tensor__", "__numpy__" -> {
          return Tensors.of(config.get("value"), DType.of(config.get("dtype")));
        }
        default -> {}
      }
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, each) -> copy.put(String.valueOf(name), arguments(each, calls, known)));
    return copy;
  }

  private static KerasTensor find(List<?> history, Map<String, List<Node>> calls) {
    return find(calls.get(String.valueOf(history.get(0))), number(history, 1), number(history, 2));
  }

  private static KerasTensor find(List<Node> nodes, int call, int output) {
    if (nodes == null || call < 0 || call >= nodes.size()) {
      return null;
    }
    List<KerasTensor> outputs = nodes.get(call).outputs();
    return output < 0 || output >= outputs.size() ? null : outputs.get(output);
  }

  private static int number(List<?> history, int place) {
    return ((Number) history.get(place)).intValue();
  }

  private static Object resolve(
      Object structure, Map<String, Layer> layers, Map<String, List<Node>> calls) {
    if (structure instanceof Map<?, ?> map) {
      Map<String, Object> byName = new LinkedHashMap<>();
      map.forEach((key, each) -> byName.put(String.valueOf(key), resolve(each, layers, calls)));
      return byName;
    }
    List<?> list = (List<?>) structure;
    if (!list.isEmpty() && list.get(0) instanceof CharSequence name) {
      List<Node> nodes = calls.getOrDefault(name.toString(), List.of());
      int call = number(list, 1) - firstCall(layers.get(name.toString()));
      // Older files count from 0 here too, and mean the last call.
      return find(nodes, call < 0 ? nodes.size() - 1 : call, number(list, 2));
    }
    return list.stream().map(each -> resolve(each, layers, calls)).toList();
  }
}
