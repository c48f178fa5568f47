package io.nyala.keras.layers;

import io.nyala.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every layer gives the oracle's outputs, masks, gradients and shapes. */
class LayerGoldenTest {

  static final String[] FILES = {
    "core",
    "activations",
    "reshaping",
    "merging",
    "pooling",
    "convolution",
    "normalization",
    "attention",
    "multi_head_attention",
    "cells",
    "simple_rnn",
    "lstm",
    "gru",
    "rnn",
    "bidirectional",
    "bidirectional_masked",
    "arguments",
    "unrolled",
    "masks_end",
    "masks_middle",
    "masks_empty"
  };

  @TestFactory
  Stream<DynamicContainer> layers() {
    return Stream.of(FILES).map(LayerGoldenTest::file);
  }

  private static DynamicContainer file(String name) {
    Stream.Builder<DynamicTest> tests = Stream.builder();
    Golden.read("layers/" + name)
        .get("cases")
        .forEach(
            node -> {
              LayerCase layer = new LayerCase(node);
              tests.add(DynamicTest.dynamicTest(layer.name(), layer::check));
            });
    return DynamicContainer.dynamicContainer(name, tests.build());
  }
}
