package io.nyala.keras.layers;

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

/** Layers that keep their states between batches start the next batch where the oracle does. */
class StatefulGoldenTest {

  @TestFactory
  Stream<DynamicTest> layers() {
    JsonNode cases = Golden.read("layers/stateful").get("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .map(each -> DynamicTest.dynamicTest(each.get("name").asText(), () -> check(each)));
  }

  private static void check(JsonNode golden) {
    Layer layer = LayerCase.make(golden);
    layer.build(Golden.shape(golden.get("batch_shape")));
    List<Variable> weights = layer.trainableWeights();
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).assign(Golden.tensor(golden.get("weights").get(i)));
    }
    for (JsonNode call : golden.get("calls")) {
      if (call.get("reset").asBoolean()) {
        layer.resetState();
      }
      Map<String, Object> named = new LinkedHashMap<>();
      named.put("mask", call.get("mask").isNull() ? null : Golden.tensor(call.get("mask")));
      Object result = layer.invoke(List.of(Golden.tensor(call.get("input"))), named);
      List<Object> outputs = new ArrayList<>();
      if (result instanceof List<?> several) {
        outputs.addAll(several);
      } else {
        outputs.add(result);
      }
      assertEquals(call.get("outputs").size(), outputs.size(), "number of outputs");
      for (int i = 0; i < outputs.size(); i++) {
        Tensor expected = Golden.tensor(call.get("outputs").get(i));
        LayerCase.close("output " + i, expected, (Tensor) outputs.get(i), 1e-5);
      }
    }
  }
}
