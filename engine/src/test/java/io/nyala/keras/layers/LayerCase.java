package io.nyala.keras.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Tape;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Catalog;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One golden case of a layer: everything the oracle said of it, checked in one call. */
final class LayerCase {

  private static final double FORWARD = 1e-5;
  private static final double GRADIENT = 1e-4;

  private final JsonNode golden;

  LayerCase(JsonNode golden) {
    this.golden = golden;
  }

  String name() {
    return golden.get("name").asText();
  }

  void check() {
    Layer layer = make(golden);
    List<Tensor> inputs = tensors(golden.get("inputs"));
    Map<String, Object> call = new LinkedHashMap<>();
    Map<String, List<Tensor>> inCall = new LinkedHashMap<>();
    golden.get("call").properties().forEach(each -> argument(each, call, inCall));
    Object argument = golden.has("nested") ? inputs : inputs.get(0);
    layer.invoke(List.of(argument), call);
    layer.clearLosses();
    setWeights(layer, golden.get("weights"));
    carryMasks(inputs);
    List<Tensor> watched = new ArrayList<>(inputs);
    inCall.values().forEach(watched::addAll);
    try (Tape tape = new Tape(false, true)) {
      watched.stream().filter(t -> t.dtype().isFloating()).forEach(tape::watch);
      List<Tensor> outputs = flat(layer.invoke(List.of(argument), call));
      checkOutputs(outputs);
      checkGradients(layer, inputs, inCall, tape, total(outputs));
    }
    checkAfter(layer);
    checkShapes(layer, inputs);
    assertEquals(
        Golden.plain(withoutBuild(Golden.config(golden.get("config")))),
        Golden.plain(withoutBuild(layer.getConfig())),
        "config");
  }

  private static Tensor total(List<Tensor> outputs) {
    Tensor total = Tensor.full(DType.FLOAT64, Shape.SCALAR, 0);
    for (int k = 0; k < outputs.size(); k++) {
      Tensor out = outputs.get(k);
      if (out.dtype().isFloating()) {
        Tensor weighted =
            Arithmetic.multiply(Cast.to(out, DType.FLOAT64), coefficients(k, out.shape()));
        total = Arithmetic.add(total, Reduce.sum(weighted));
      }
    }
    return total;
  }

  private static List<Tensor> tensors(JsonNode nodes) {
    List<Tensor> all = new ArrayList<>();
    nodes.forEach(each -> all.add(Golden.tensor(each)));
    return all;
  }

  /** A layer from its config. */
  static Layer make(JsonNode golden) {
    String className = golden.get("class_name").asText();
    Map<String, Object> config = Golden.config(golden.get("config"));
    return (Layer) Catalog.get("keras.layers", className).create(List.of(), config);
  }

  /** An argument of the call, and the tensors in it. */
  private static void argument(
      Map.Entry<String, JsonNode> given,
      Map<String, Object> call,
      Map<String, List<Tensor>> inCall) {
    JsonNode value = given.getValue();
    if (value.isBoolean()) {
      call.put(given.getKey(), value.asBoolean());
    } else {
      List<Tensor> found = new ArrayList<>();
      flatten(value, found);
      call.put(given.getKey(), value.isArray() ? found : found.get(0));
      inCall.put(given.getKey(), found);
    }
  }

  private static void flatten(JsonNode node, List<Tensor> into) {
    if (node.isArray()) {
      node.forEach(each -> flatten(each, into));
    } else {
      into.add(Golden.tensor(node));
    }
  }

  private static List<Tensor> flat(Object result) {
    List<Tensor> all = new ArrayList<>();
    if (result instanceof List<?> list) {
      list.forEach(each -> all.addAll(flat(each)));
    } else {
      all.add((Tensor) result);
    }
    return all;
  }

  private void carryMasks(List<Tensor> inputs) {
    JsonNode carried = golden.get("mask");
    for (int i = 0; i < inputs.size(); i++) {
      JsonNode mask = carried.get(i);
      inputs.get(i).annotateMask(mask.isNull() ? null : Golden.tensor(mask));
    }
  }

  /** Losses, and weights that the call has changed. */
  private void checkAfter(Layer layer) {
    List<Tensor> losses = layer.losses();
    JsonNode expected = golden.get("losses");
    assertEquals(expected == null ? 0 : expected.size(), losses.size(), "number of losses");
    for (int i = 0; i < losses.size(); i++) {
      assertEquals(Golden.number(expected.get(i)), losses.get(i).getDouble(0), 1e-5, "loss " + i);
    }
    JsonNode after =
        golden.has("weights_after") ? golden.get("weights_after") : golden.get("weights");
    for (int i = 0; i < after.size(); i++) {
      Tensor now = layer.weights().get(i).value();
      close("weight " + i + " afterwards", Golden.tensor(after.get(i)), now, FORWARD);
    }
  }

  /** Configs of layers inside also say how they were built; that is for files. */
  private static Object withoutBuild(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(String.valueOf(key), withoutBuild(each)));
      copy.remove("build_config");
      return copy;
    }
    return value instanceof List<?> list
        ? list.stream().map(LayerCase::withoutBuild).toList()
        : value;
  }

  static void setWeights(Layer layer, JsonNode weights) {
    List<Tensor> values = new ArrayList<>();
    weights.forEach(each -> values.add(Golden.tensor(each)));
    layer.setWeights(values);
  }

  private void checkOutputs(List<Tensor> outputs) {
    JsonNode expected = golden.get("outputs");
    assertEquals(expected.size(), outputs.size(), "number of outputs");
    for (int k = 0; k < outputs.size(); k++) {
      close("output " + k, Golden.tensor(expected.get(k)), outputs.get(k), FORWARD);
      JsonNode mask = golden.get("output_mask").get(k);
      Tensor actual = outputs.get(k).mask();
      if (mask == null || mask.isNull()) {
        assertNull(actual, "mask of output " + k);
      } else {
        assertNotNull(actual, "mask of output " + k);
        close("mask of output " + k, Golden.tensor(mask), actual, 0);
      }
    }
  }

  private void checkGradients(
      Layer layer, List<Tensor> inputs, Map<String, List<Tensor>> inCall, Tape tape, Tensor total) {
    List<Object> sources = new ArrayList<>(inputs);
    sources.addAll(layer.trainableWeights());
    inCall.values().forEach(sources::addAll);
    List<Tensor> gradients = tape.gradient(total, sources);
    JsonNode byInput = golden.get("grad_inputs");
    for (int i = 0; i < inputs.size(); i++) {
      gradient("input " + i, byInput.get(i), gradients.get(i), inputs.get(i).shape());
    }
    List<Variable> all = layer.weights();
    List<Variable> trainable = layer.trainableWeights();
    JsonNode byWeight = golden.get("grad_weights");
    assertEquals(byWeight.size(), all.size(), "number of weights");
    for (int i = 0; i < all.size(); i++) {
      int place = trainable.indexOf(all.get(i));
      Tensor found = place < 0 ? null : gradients.get(inputs.size() + place);
      gradient(all.get(i).path(), byWeight.get(i), found, all.get(i).shape());
    }
    int next = inputs.size() + trainable.size();
    for (Map.Entry<String, List<Tensor>> each : inCall.entrySet()) {
      JsonNode byCall = golden.path("grad_call").path(each.getKey());
      for (int i = 0; i < each.getValue().size(); i++) {
        gradient(
            each.getKey(), byCall.get(i), gradients.get(next++), each.getValue().get(i).shape());
      }
    }
  }

  private static void gradient(String what, JsonNode expected, Tensor actual, Shape shape) {
    if (expected == null || expected.isNull()) {
      return;
    }
    Tensor found = actual == null ? Tensor.zeros(DType.FLOAT32, shape) : actual;
    close("gradient by " + what, Golden.tensor(expected), found, GRADIENT);
  }

  private void checkShapes(Layer layer, List<Tensor> inputs) {
    List<Shape> shapes = layer.outputShapes(inputs.stream().map(Tensor::shape).toList());
    JsonNode expected = golden.get("output_shape");
    if (expected == null || expected.isNull()) {
      return;
    }
    boolean many = expected.size() > 0 && expected.get(0).isArray();
    if (!many) {
      assertEquals(Golden.shape(expected), shapes.get(0), "output shape");
      return;
    }
    List<Shape> all = new ArrayList<>();
    shapesIn(expected, all);
    assertEquals(all, shapes, "output shapes");
  }

  private static void shapesIn(JsonNode node, List<Shape> into) {
    if (node.size() > 0 && node.get(0).isArray()) {
      node.forEach(each -> shapesIn(each, into));
    } else {
      into.add(Golden.shape(node));
    }
  }

  private static Tensor coefficients(int output, Shape shape) {
    double[] values = new double[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * Golden.uniform(1000 + output, i) - 1);
    }
    return Tensor.of(shape, values);
  }

  static void close(String what, Tensor expected, Tensor actual, double tolerance) {
    assertEquals(expected.shape(), actual.shape(), what + ": shape");
    for (int i = 0; i < expected.elements(); i++) {
      double e = expected.getDouble(i);
      double a = actual.getDouble(i);
      double allowed = tolerance * Math.max(1, Math.abs(e));
      if (!(Math.abs(e - a) <= allowed) && Double.compare(e, a) != 0) {
        throw new AssertionError(what + ", element " + i + ": expected " + e + ", was " + a);
      }
    }
  }
}
