package io.nyala.dsl.python.run;

import java.util.Map;
import java.util.Set;

/** Where modules of Keras are found today that had a place of their own in its first versions. */
final class Moved {
  private static final Map<String, Set<String>> FORMER =
      Map.of(
          "keras.utils",
          Set.of(
              "data_utils",
              "np_utils",
              "generic_utils",
              "vis_utils",
              "layer_utils",
              "io_utils",
              "all_utils",
              "losses_utils"),
          "keras.layers",
          Set.of(
              "core",
              "embeddings",
              "recurrent",
              "recurrent_v2",
              "convolutional",
              "convolutional_recurrent",
              "pooling",
              "normalization",
              "merge",
              "merging",
              "wrappers",
              "noise",
              "advanced_activations",
              "local"),
          "keras.engine",
          Set.of("topology", "base_layer", "training", "input_layer", "input_spec", "sequential"));

  private static final Map<String, String> ENGINE =
      Map.of("training", "keras.models", "sequential", "keras.models");

  private Moved() {}

  /** The module's path today; the path itself if it has not moved. */
  static String now(String path) {
    String plain = path.replaceFirst("^tensorflow\\.python\\.keras\\b", "tensorflow.keras");
    boolean inTensorFlow = plain.startsWith("tensorflow.keras.");
    String own = inTensorFlow ? plain.substring("tensorflow.".length()) : plain;
    int dot = own.lastIndexOf('.');
    String home = dot < 0 ? "" : own.substring(0, dot);
    String name = own.substring(dot + 1);
    if (!FORMER.getOrDefault(home, Set.of()).contains(name)) {
      return plain;
    }
    String today = home.equals("keras.engine") ? ENGINE.getOrDefault(name, "keras.layers") : home;
    return inTensorFlow ? "tensorflow." + today : today;
  }
}
