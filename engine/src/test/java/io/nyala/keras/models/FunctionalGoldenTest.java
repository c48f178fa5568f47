package io.nyala.keras.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Variable;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Graphs with operations between their layers are read, computed and written as the oracle does.
 */
class FunctionalGoldenTest {

  @TestFactory
  Stream<DynamicTest> models() {
    JsonNode cases = Golden.read("functional").get("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .map(each -> DynamicTest.dynamicTest(each.get("name").asText(), () -> check(each)));
  }

  private static void check(JsonNode golden) {
    Map<String, Object> config = Golden.config(golden.get("config"));
    Model model = read(config);
    List<Tensor> outputs = outputs(model, golden);
    for (int i = 0; i < outputs.size(); i++) {
      close("output " + i, Golden.tensor(golden.get("outputs").get(i)), outputs.get(i));
    }
    assertEquals(graph(config), graph(model.getConfig()));
    assertEquals(outputs.size(), outputs(read(model.getConfig()), golden).size());
  }

  private static Model read(Map<String, Object> config) {
    return Models.fromConfig(Map.of("class_name", "Functional", "config", config));
  }

  private static List<Tensor> outputs(Model model, JsonNode golden) {
    List<Variable> weights = model.weights();
    assertEquals(golden.get("weights").size(), weights.size(), "number of weights");
    for (int k = 0; k < weights.size(); k++) {
      boolean variance = golden.get("paths").get(k).asText().contains("variance");
      weights.get(k).assign(filled(weights.get(k), k + 1, variance));
    }
    List<Tensor> inputs = new ArrayList<>();
    golden.get("inputs").forEach(each -> inputs.add(Golden.tensor(each)));
    Object result = model.invoke(inputs.size() == 1 ? inputs.get(0) : inputs);
    List<Tensor> outputs = new ArrayList<>();
    (result instanceof List<?> list ? list : List.of(result)).forEach(y -> outputs.add((Tensor) y));
    assertEquals(golden.get("outputs").size(), outputs.size(), "number of outputs");
    return outputs;
  }

  private static Tensor filled(Variable weight, int seed, boolean variance) {
    Tensor value = Tensor.zeros(weight.dtype(), weight.shape());
    for (int i = 0; i < value.elements(); i++) {
      double number = (float) ((2 * Golden.uniform(seed, i) - 1) * 0.7);
      value.put(i, variance ? 1 + number / 2 : number);
    }
    return value;
  }

  private static void close(String what, Tensor expected, Tensor actual) {
    assertEquals(expected.shape(), actual.shape(), what);
    assertEquals(expected.dtype(), actual.dtype(), what);
    for (int i = 0; i < expected.elements(); i++) {
      double wanted = expected.getDouble(i);
      assertEquals(wanted, actual.getDouble(i), 1e-5 * Math.max(1, Math.abs(wanted)), what);
    }
  }

  /** The calls in a config, without what Keras only notes for itself. */
  private static Object graph(Map<String, Object> config) {
    List<Object> graph = new ArrayList<>();
    for (Object each : (List<?>) config.get("layers")) {
      Map<?, ?> layer = (Map<?, ?>) each;
      Map<String, Object> entry = new LinkedHashMap<>();
      for (String key : List.of("name", "class_name")) {
        entry.put(key, layer.get(key));
      }
      if (String.valueOf(layer.get("module")).startsWith("keras.src.ops")) {
        entry.put("module", layer.get("module"));
        entry.put("config", layer.get("config"));
        entry.put("registered_name", layer.get("registered_name"));
      }
      List<Object> nodes = new ArrayList<>();
      for (Object node : (List<?>) layer.get("inbound_nodes")) {
        Map<String, Object> call = new LinkedHashMap<>();
        ((Map<?, ?>) node).forEach((key, value) -> call.put(String.valueOf(key), value));
        Map<String, Object> named = new LinkedHashMap<>();
        ((Map<?, ?>) call.get("kwargs"))
            .forEach((key, value) -> named.put(String.valueOf(key), value));
        named.remove("training");
        named.values().removeIf(value -> value == null);
        call.put("kwargs", named);
        nodes.add(call);
      }
      entry.put("inbound_nodes", nodes);
      graph.add(entry);
    }
    graph.add(config.get("input_layers"));
    graph.add(config.get("output_layers"));
    return Golden.plain(graph);
  }
}
