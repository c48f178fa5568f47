package io.nyala.keras.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.keras.args.KerasClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Each layer has golden cases with zeros at the end of a sequence, in its middle and in whole rows.
 * The layers are those of the catalog, so none can be forgotten.
 */
class MaskCoverageTest {

  /** Layers that no sequence with a mask goes into. */
  private static final Set<String> APART =
      Set.of(
          // What a cell sees is one step.
          "SimpleRNNCell",
          "LSTMCell",
          "GRUCell",
          "StackedRNNCells",
          // Texts and keys have no mask; Input has no call, Lambda is a person's own function.
          "TextVectorization",
          "StringLookup",
          "IntegerLookup",
          "InputLayer",
          "Lambda");

  /** Layers that make the mask from their input's values. */
  private static final Set<String> MAKERS = Set.of("Embedding", "Masking");

  @Test
  void everyLayerHasAllKindsOfMasks() {
    Map<String, Set<String>> found = new HashMap<>();
    for (String file : LayerGoldenTest.FILES) {
      for (JsonNode one : Golden.read("layers/" + file).get("cases")) {
        String name = one.get("class_name").asText();
        List<JsonNode> masks = new ArrayList<>();
        one.get("mask").forEach(masks::add);
        one.get("call").fields().forEachRemaining(e -> addMask(e.getKey(), e.getValue(), masks));
        if (MAKERS.contains(name)) {
          one.get("output_mask").forEach(masks::add);
        }
        for (JsonNode mask : masks) {
          found.computeIfAbsent(name, n -> new HashSet<>()).addAll(kinds(mask));
        }
      }
    }
    Set<String> lacking = new TreeSet<>();
    for (KerasClass<?> layer : Layers.CLASSES) {
      boolean alias = layer.name().matches("(Global)?(Avg|Max)Pool1D|Convolution1D");
      if (!alias
          && !APART.contains(layer.name())
          && !found.getOrDefault(layer.name(), Set.of()).containsAll(needed(layer.name()))) {
        lacking.add(layer.name() + " has " + found.get(layer.name()));
      }
    }
    assertEquals(Set.of(), lacking);
  }

  private static Set<String> needed(String layer) {
    // RepeatVector takes vectors, of which only whole rows can be masked.
    return layer.equals("RepeatVector") ? Set.of("vectors") : Set.of("end", "middle", "empty row");
  }

  private static void addMask(String argument, JsonNode value, List<JsonNode> masks) {
    if (argument.endsWith("mask") && value.has("shape")) {
      masks.add(value);
    }
  }

  private static Set<String> kinds(JsonNode mask) {
    Set<String> kinds = new HashSet<>();
    if (mask.isNull()) {
      return kinds;
    }
    int[] shape = new int[mask.get("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = mask.get("shape").get(i).asInt();
    }
    if (shape.length != 2) {
      return shape.length == 1 ? Set.of("vectors") : kinds;
    }
    for (int row = 0; row < shape[0]; row++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < shape[1]; i++) {
        text.append(Golden.number(mask.get("data").get(row * shape[1] + i)) == 0 ? '0' : '1');
      }
      String steps = text.toString();
      kinds.add(
          steps.matches("0+")
              ? "empty row"
              : steps.matches("1+0+") ? "end" : steps.matches("1+") ? "whole" : "middle");
    }
    return kinds;
  }
}
