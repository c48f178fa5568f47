package io.nyala.keras.models;

import io.nyala.keras.graph.Node;
import io.nyala.keras.layers.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** The call arguments noted in a graph, as a call. */
final class Calls {

  private Calls() {}

  static Call of(Node node, Boolean training) {
    Map<String, Object> extras = new LinkedHashMap<>(node.named());
    Object own = extras.remove("training");
    extras.remove("mask");
    extras.remove("initial_state");
    return new Call(own instanceof Boolean flag ? flag : training, null, null, extras);
  }
}
