package io.nyala.keras.graph;

import io.nyala.keras.layers.Layer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of a layer in a graph.
 *
 * @param layer what is called
 * @param inputs its inputs, all in one list
 * @param nested whether the inputs were given as a list
 * @param named further call arguments
 * @param outputs what comes out
 */
public record Node(
    Layer layer,
    List<KerasTensor> inputs,
    boolean nested,
    Map<String, Object> named,
    List<KerasTensor> outputs) {

  /** Calls a layer on symbolic inputs. */
  public static Node call(
      Layer layer, List<KerasTensor> inputs, boolean nested, Map<String, Object> named) {
    List<Shape> shapes = inputs.stream().map(KerasTensor::shape).toList();
    layer.buildFor(shapes);
    DType type = layer.outputType(inputs.stream().map(KerasTensor::dtype).toList());
    List<KerasTensor> outputs = new ArrayList<>();
    for (Shape shape : layer.outputShapes(shapes)) {
      outputs.add(new KerasTensor(shape, type, "keras_tensor_" + Counter.next()));
    }
    Node node = new Node(layer, List.copyOf(inputs), nested, new LinkedHashMap<>(named), outputs);
    node.attach();
    layer.noteCall(node);
    return node;
  }

  /** Tells the outputs where they come from. */
  public void attach() {
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).from(this, i);
    }
  }

  /** The place of this call among the calls of its layer. */
  public int callIndex() {
    List<Node> calls = layer.calls();
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i) == this) {
        return i;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "<Node of " + layer.getName() + ">";
  }

  private static final class Counter {
    private static int count;

    static synchronized int next() {
      return count++;
    }
  }
}
