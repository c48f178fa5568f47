package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.layers.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    for (Node node : model.nodes()) {
      if (node.layer() == layer && !node.inputs().isEmpty()) {
        List<Object> inputs = new ArrayList<>();
        node.inputs().forEach(input -> inputs.add(tensor(input, model)));
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("args", node.nested() ? List.of(inputs) : inputs);
        call.put("kwargs", node.named());
        nodes.add(call);
      }
    }
    return nodes;
  }

  private static Map<String, Object> tensor(KerasTensor input, Functional model) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("shape", new ArrayList<>(input.shape()));
    config.put("dtype", input.dtype().typeName());
    config.put("keras_history", history(input, model));
    return Map.of("class_name", "__keras_tensor__", "config", config);
  }

  private static List<Object> history(KerasTensor tensor, Functional model) {
    int index = 0;
    for (Node node : model.nodes()) {
      if (node == tensor.node()) {
        break;
      }
      index += node.layer() == tensor.node().layer() ? 1 : 0;
    }
    return List.of(tensor.node().layer().getName(), index, tensor.index());
  }

  private static Object structure(Structure structure, Functional model) {
    List<Object> all = new ArrayList<>();
    structure.tensors().forEach(each -> all.add(history(each, model)));
    if (structure.names() != null) {
      Map<String, Object> byName = new LinkedHashMap<>();
      for (int i = 0; i < all.size(); i++) {
        byName.put(structure.names().get(i), all.get(i));
      }
      return byName;
    }
    return structure.nested() ? all : all.get(0);
  }

  /** A model from a config. */
  static Functional read(Map<?, ?> config) {
    Map<String, Layer> layers = new LinkedHashMap<>();
    Map<String, List<Node>> calls = new LinkedHashMap<>();
    List<Object[]> waiting = new ArrayList<>();
    for (Object each : (List<?>) config.get("layers")) {
      Map<?, ?> one = (Map<?, ?>) each;
      Layer layer = (Layer) ObjectType.fromConfig("keras.layers", one);
      layers.put(layer.getName(), layer);
      calls.put(layer.getName(), new ArrayList<>(layer.calls()));
      for (Object node : (List<?>) one.get("inbound_nodes")) {
        waiting.add(new Object[] {layer, node});
      }
    }
    while (!waiting.isEmpty()) {
      int before = waiting.size();
      waiting.removeIf(pair -> connect((Layer) pair[0], (Map<?, ?>) pair[1], calls));
      if (waiting.size() == before) {
        throw KerasException.value(
            "The model's config is broken: its calls depend on each other in a circle.");
      }
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("inputs", resolve(config.get("input_layers"), calls));
    arguments.put("outputs", resolve(config.get("output_layers"), calls));
    arguments.put("name", config.get("name"));
    return Functional.CLASS.create(List.of(), arguments);
  }

  private static boolean connect(Layer layer, Map<?, ?> node, Map<String, List<Node>> calls) {
    List<KerasTensor> inputs = new ArrayList<>();
    List<?> args = (List<?>) node.get("args");
    if (!collect(args, inputs, calls)) {
      return false;
    }
    Map<String, Object> named = new LinkedHashMap<>();
    if (node.get("kwargs") instanceof Map<?, ?> kwargs) {
      kwargs.forEach((key, value) -> named.put(String.valueOf(key), value));
      Object states = named.remove("initial_state");
      if (states != null && !collect(List.of(states), inputs, calls)) {
        return false;
      }
    }
    boolean nested = args.size() == 1 && args.get(0) instanceof List;
    calls.get(layer.getName()).add(Node.call(layer, inputs, nested, named));
    return true;
  }

  private static boolean collect(
      List<?> values, List<KerasTensor> into, Map<String, List<Node>> calls) {
    for (Object value : values) {
      if (value instanceof List<?> inner) {
        if (!collect(inner, into, calls)) {
          return false;
        }
      } else if (value instanceof Map<?, ?> map && map.get("config") instanceof Map<?, ?> inner) {
        KerasTensor found = find((List<?>) inner.get("keras_history"), calls);
        if (found == null) {
          return false;
        }
        into.add(found);
      }
    }
    return true;
  }

  private static KerasTensor find(List<?> history, Map<String, List<Node>> calls) {
    List<Node> nodes = calls.get(String.valueOf(history.get(0)));
    int call = ((Number) history.get(1)).intValue();
    if (nodes == null || call >= nodes.size()) {
      return null;
    }
    return nodes.get(call).outputs().get(((Number) history.get(2)).intValue());
  }

  private static Object resolve(Object structure, Map<String, List<Node>> calls) {
    if (structure instanceof Map<?, ?> map) {
      Map<String, Object> byName = new LinkedHashMap<>();
      map.forEach((key, value) -> byName.put(String.valueOf(key), resolve(value, calls)));
      return byName;
    }
    List<?> list = (List<?>) structure;
    if (!list.isEmpty() && list.get(0) instanceof CharSequence) {
      return find(list, calls);
    }
    return list.stream().map(each -> resolve(each, calls)).toList();
  }
}
