package io.nyala.keras.graph;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;

/**
 * A tensor still to be computed: its shape (whose batch extent is usually unknown), its type, and
 * the call it will come from. Source: keras.KerasTensor.
 */
public final class KerasTensor {

  private final Shape shape;
  private final DType dtype;
  private final String name;
  private KerasTensor mask;
  private Node node;
  private int index;

  /** A tensor of this shape. */
  public KerasTensor(Shape shape, DType dtype, String name) {
    this.shape = shape;
    this.dtype = dtype;
    this.name = name;
  }

  void from(Node producer, int outputIndex) {
    this.node = producer;
    this.index = outputIndex;
  }

  /** A tensor of the same type but another shape, which comes from nowhere. */
  public KerasTensor with(Shape otherShape) {
    return new KerasTensor(otherShape, dtype, name);
  }

  /** The extents. */
  public Shape shape() {
    return shape;
  }

  /** The number of extents. */
  public int ndim() {
    return shape.rank();
  }

  /** The element type. */
  public DType dtype() {
    return dtype;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The call that computes it. */
  public Node node() {
    return node;
  }

  /** Which output of that call it is. */
  public int index() {
    return index;
  }

  /** The symbolic mask it carries; null if none. */
  public KerasTensor mask() {
    return mask;
  }

  /** Notes the symbolic mask it carries. */
  public void annotateMask(KerasTensor carried) {
    this.mask = carried;
  }

  /** As Keras prints it. */
  @Override
  public String toString() {
    return "<KerasTensor shape="
        + shape
        + ", dtype="
        + dtype
        + ", sparse=False, name="
        + name
        + ">";
  }
}
