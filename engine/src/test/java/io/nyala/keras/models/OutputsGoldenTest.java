package io.nyala.keras.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Variable;
import io.nyala.keras.layers.Names;
import io.nyala.keras.optimizers.SGD;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Several inputs, outputs and figures, by name or in order, are taken and given as the oracle's.
 */
class OutputsGoldenTest {

  private static final double CLOSE = 2e-5;

  @TestFactory
  Stream<DynamicTest> cases() {
    return StreamSupport.stream(Golden.read("outputs").get("cases").spliterator(), false)
        .map(each -> DynamicTest.dynamicTest(each.get("name").asText(), () -> check(each)));
  }

  private static void check(JsonNode golden) {
    Names.reset();
    Model model =
        Models.fromConfig(
            Map.of("class_name", "Functional", "config", Golden.config(golden.get("config"))));
    int seed = 1;
    for (Variable weight : model.weights()) {
      weight.assign(FitGoldenTest.formula(seed++, weight.shape(), 0.7));
    }
    Map<String, Object> compiled = new LinkedHashMap<>(Golden.config(golden.get("compile")));
    compiled.put("optimizer", SGD.CLASS.create("learning_rate", 0.5));
    model.compile(compiled);
    Object x = form(golden.get("x"), golden.get("inputs"));
    Object y = form(golden.get("y"), golden.get("outputs"));
    Map<String, Object> common = new LinkedHashMap<>(Map.of("batch_size", 4, "verbose", 0));
    common.put("sample_weight", weights(golden));
    Map<String, Object> fitting = new LinkedHashMap<>(common);
    fitting.put("shuffle", false);
    fitting.put("epochs", 2);
    model.fit(fitting, x, y);
    same(golden.get("history"), model.getHistory().getHistory(), "history");
    same(golden.get("evaluated"), model.evaluate(common, x, y), "evaluated");
    same(golden.get("predicted"), model.predict(Map.of("verbose", 0), x), "predicted");
  }

  private static Object weights(JsonNode golden) {
    Object weight = data("weight");
    JsonNode outputs = golden.get("outputs");
    return switch (golden.get("weighted").asText()) {
      case "one" -> weight;
      case "list" -> List.of(weight, weight);
      case "dict" -> Map.of(outputs.get(0).asText(), weight, outputs.get(1).asText(), weight);
      default -> null;
    };
  }

  private static Object form(JsonNode kind, JsonNode names) {
    if (kind.asText().equals("dict")) {
      Map<String, Object> byName = new LinkedHashMap<>();
      names.forEach(name -> byName.put(name.asText(), data(name.asText())));
      return byName;
    }
    List<Object> all = new ArrayList<>();
    names.forEach(name -> all.add(data(name.asText())));
    return all.size() == 1 ? all.get(0) : all;
  }

  private static Tensor data(String name) {
    float[] values = new float[name.equals("hot") ? 30 : 10];
    for (int i = 0; i < 10; i++) {
      int kind = (int) Math.floor(Golden.uniform(74, i) * 3);
      switch (name) {
        case "left", "right" -> {
          boolean left = name.equals("left");
          return FitGoldenTest.formula(left ? 71 : 72, Shape.of(10, left ? 4 : 3), 1);
        }
        case "sign" -> values[i] = 2 * Golden.uniform(73, i) - 1 > 0 ? 1 : 0;
        case "kind" -> values[i] = kind;
        case "hot" -> values[i * 3 + kind] = 1;
        default -> values[i] = (float) (0.1 + i * 1.9 / 9);
      }
    }
    return switch (name) {
      case "hot" -> Tensor.of(Shape.of(10, 3), values);
      case "sign" -> Tensor.of(Shape.of(10, 1), values);
      case "kind" -> Tensor.of(Shape.of(10), values).cast(DType.INT32);
      default -> Tensor.of(Shape.of(10), values);
    };
  }

  /** Numbers, arrays, lists and maps of them are the same. */
  private static void same(JsonNode expected, Object found, String where) {
    if (expected.has("shape") && expected.has("data")) {
      Tensor array = assertInstanceOf(Tensor.class, found, where);
      assertEquals(Golden.shape(expected.get("shape")), array.shape(), where);
      for (int i = 0; i < array.elements(); i++) {
        double value = expected.get("data").get(i).asDouble();
        assertEquals(value, array.getDouble(i), CLOSE, where);
      }
    } else if (expected.isObject()) {
      Map<?, ?> map = assertInstanceOf(Map.class, found, where);
      assertEquals(expected.size(), map.size(), where + " has " + map.keySet());
      for (Iterator<String> names = expected.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        same(expected.get(name), map.get(name), where + " " + name);
      }
    } else if (expected.isArray()) {
      List<?> list = assertInstanceOf(List.class, found, where);
      assertEquals(expected.size(), list.size(), where + " is " + list);
      for (int i = 0; i < list.size(); i++) {
        same(expected.get(i), list.get(i), where + " " + i);
      }
    } else {
      assertEquals(expected.asDouble(), ((Number) found).doubleValue(), CLOSE, where);
    }
  }
}
