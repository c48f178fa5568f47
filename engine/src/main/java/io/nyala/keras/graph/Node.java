package io.nyala.keras.graph;

import io.nyala.keras.layers.Layer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of a layer in a graph.
 *
 * @param layer what is called
 * @param args the arguments given by position, symbolic tensors and lists of them among them
 * @param kwargs the arguments given by name
 * @param inputs the symbolic tensors in both, in order
 * @param outputs what comes out
 */
public record Node(
    Layer layer,
    List<Object> args,
    Map<String, Object> kwargs,
    List<KerasTensor> inputs,
    List<KerasTensor> outputs) {

  /** A layer's call with symbolic tensors among its arguments, for outputs of these shapes. */
  public static Node call(
      Layer layer, List<?> args, Map<String, ?> kwargs, List<Shape> shapes, DType type) {
    List<KerasTensor> inputs = new ArrayList<>(Trees.tensors(args));
    inputs.addAll(Trees.tensors(kwargs));
    List<KerasTensor> outputs = new ArrayList<>();
    for (Shape shape : shapes) {
      outputs.add(new KerasTensor(shape, type, "keras_tensor_" + Counter.next()));
    }
    return new Node(
            layer,
            Collections.unmodifiableList(new ArrayList<>(args)),
            Collections.unmodifiableMap(new LinkedHashMap<>(kwargs)),
            inputs,
            outputs)
        .attached();
  }

  /** The call that an input of a model stands for: it has no arguments. */
  public static Node source(Layer layer, KerasTensor output) {
    return new Node(layer, List.of(), Map.of(), List.of(), List.of(output)).attached();
  }

  private Node attached() {
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).from(this, i);
    }
    layer.noteCall(this);
    return this;
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
