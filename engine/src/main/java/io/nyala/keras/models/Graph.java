package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.layers.Layer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks calls from outputs back to inputs. */
final class Graph {

  private Graph() {}

  /**
   * The calls needed for the outputs as Keras lists them: by depth from the inputs on, those of one
   * depth in the order in which their layers are met on the way back from the outputs.
   *
   * @throws KerasException a ValueError if an output depends on an input that is not listed
   */
  static List<Node> order(List<KerasTensor> inputs, List<KerasTensor> outputs) {
    Set<Node> sources = Collections.newSetFromMap(new IdentityHashMap<>());
    inputs.forEach(input -> sources.add(input.node()));
    Map<Layer, Integer> met = new IdentityHashMap<>();
    List<Node> finished = postOrder(outputs, sources, inputs, met);
    Map<Node, Integer> depth = depths(finished);
    List<Node> order = new ArrayList<>(finished);
    for (KerasTensor input : inputs) {
      if (!finished.contains(input.node())) {
        order.add(input.node());
        depth.put(input.node(), 0);
        met.put(input.node().layer(), -1);
      }
    }
    order.sort(
        Comparator.comparingInt((Node node) -> -depth.get(node))
            .thenComparingInt(node -> met.get(node.layer())));
    return order;
  }

  private static List<Node> postOrder(
      List<KerasTensor> outputs,
      Set<Node> sources,
      List<KerasTensor> inputs,
      Map<Layer, Integer> met) {
    List<Node> finished = new ArrayList<>();
    Set<Node> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Node> done = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> stack = new ArrayDeque<>();
    for (KerasTensor output : outputs) {
      stack.push(output.node());
      while (!stack.isEmpty()) {
        Node node = stack.peek();
        if (entered.add(node)) {
          met.putIfAbsent(node.layer(), met.size());
          expand(node, sources, inputs, entered, stack);
        } else {
          stack.pop();
          if (done.add(node)) {
            finished.add(node);
          }
        }
      }
    }
    return finished;
  }

  private static void expand(
      Node node,
      Set<Node> sources,
      List<KerasTensor> inputs,
      Set<Node> entered,
      Deque<Node> stack) {
    if (sources.contains(node)) {
      return;
    }
    if (node.inputs().isEmpty()) {
      throw KerasException.value(
          "`inputs` not connected to `outputs`: the outputs depend on the input '"
              + node.layer().getName()
              + "', which is not among the model's inputs "
              + inputs.stream().map(KerasTensor::name).toList()
              + ".");
    }
    for (int i = node.inputs().size() - 1; i >= 0; i--) {
      Node before = node.inputs().get(i).node();
      if (!entered.contains(before)) {
        stack.push(before);
      }
    }
  }

  /** True if two calls are equally far from the outputs. */
  static boolean hasParallelCalls(List<Node> order) {
    Set<Node> used = Collections.newSetFromMap(new IdentityHashMap<>());
    int ends = 0;
    for (Node node : order) {
      for (KerasTensor input : node.inputs()) {
        if (!used.add(input.node())) {
          return true;
        }
      }
    }
    for (Node node : order) {
      ends += used.contains(node) ? 0 : 1;
    }
    return ends > 1;
  }

  /** The longest way from each call to an output. */
  private static Map<Node, Integer> depths(List<Node> finished) {
    Map<Node, Integer> depth = new IdentityHashMap<>();
    Map<Object, Integer> byLayer = new IdentityHashMap<>();
    for (int i = finished.size() - 1; i >= 0; i--) {
      Node node = finished.get(i);
      int own = Math.max(depth.getOrDefault(node, 0), byLayer.getOrDefault(node.layer(), 0));
      depth.put(node, own);
      byLayer.put(node.layer(), own);
      for (KerasTensor input : node.inputs()) {
        depth.merge(input.node(), own + 1, Math::max);
      }
    }
    return depth;
  }
}
