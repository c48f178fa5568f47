package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks calls from outputs back to inputs. */
final class Graph {

  private Graph() {}

  /**
   * The calls needed for the outputs, by depth from the inputs on as Keras lists them.
   *
   * @throws KerasException a ValueError if an output depends on an input that is not listed
   */
  static List<Node> order(List<KerasTensor> inputs, List<KerasTensor> outputs) {
    Set<Node> sources = Collections.newSetFromMap(new IdentityHashMap<>());
    inputs.forEach(input -> sources.add(input.node()));
    List<Node> finished = postOrder(outputs, sources, inputs);
    Map<Node, Integer> depth = depths(finished);
    for (Node source : sources) {
      depth.merge(source, 0, Math::max);
      if (!finished.contains(source)) {
        finished.add(0, source);
      }
    }
    int deepest = depth.values().stream().mapToInt(d -> d).max().orElse(0);
    // Keras shows every input where the graph begins.
    sources.forEach(source -> depth.put(source, Math.max(depth.get(source), deepest)));
    Map<Node, Integer> place = new LinkedHashMap<>();
    finished.forEach(node -> place.put(node, place.size()));
    int next = -inputs.size();
    for (KerasTensor input : inputs) {
      place.put(input.node(), next++);
    }
    List<Node> order = new ArrayList<>(finished);
    order.sort(
        Comparator.comparingInt((Node node) -> -depth.get(node)).thenComparingInt(place::get));
    return order;
  }

  private static List<Node> postOrder(
      List<KerasTensor> outputs, Set<Node> sources, List<KerasTensor> inputs) {
    List<Node> finished = new ArrayList<>();
    Set<Node> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Node> done = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> stack = new ArrayDeque<>();
    for (KerasTensor output : outputs) {
      stack.push(output.node());
      while (!stack.isEmpty()) {
        Node node = stack.peek();
        if (entered.add(node)) {
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
