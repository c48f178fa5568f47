package io.nyala.dsl.names.tf;

import io.nyala.autograd.Gather;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** {@code tf.TensorArray}: tensors by number, written one by one and stacked at the end. */
public final class TensorArray {

  private final DType dtype;
  private final List<Tensor> items = new ArrayList<>();
  private final boolean grows;

  TensorArray(DType dtype, int size, boolean grows) {
    this.dtype = dtype;
    this.grows = grows;
    for (int i = 0; i < size; i++) {
      items.add(null);
    }
  }

  private static int place(Object index) {
    return (int) Kind.TENSOR.convert(index).getDouble(0);
  }

  /** Puts a tensor at a place; gives the array. */
  public TensorArray write(Object index, Object value) {
    int at = place(index);
    if (at < 0 || at >= items.size() && !grows) {
      throw new PyError(
          "ValueError",
          "Tried to write to index "
              + at
              + " but array is not resizeable and size is: "
              + items.size()
              + ". Give dynamic_size=True.");
    }
    while (items.size() <= at) {
      items.add(null);
    }
    items.set(at, Kind.TENSOR.convert(value, dtype));
    return this;
  }

  /** The tensor at a place. */
  public Tensor read(Object index) {
    int at = place(index);
    if (at < 0 || at >= items.size() || items.get(at) == null) {
      throw PyError.value("Could not read index " + at + ": nothing was written there.");
    }
    return items.get(at);
  }

  /** All tensors along a new first axis. */
  public Tensor stack() {
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(read(i));
    }
    return Shapes.stack(all, 0);
  }

  /** All tensors along their first axis. */
  public Tensor concat() {
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(read(i));
    }
    return Shapes.concat(all, 0);
  }

  /** Some of the tensors along a new first axis. */
  public Tensor gather(Object indices) {
    return Gather.gather(stack(), Kind.TENSOR.convert(indices), 0);
  }

  /** The rows of a tensor, in place of what was written. */
  public TensorArray unstack(Object value) {
    items.clear();
    items.addAll(Shapes.unstack(Kind.TENSOR.convert(value, dtype), 0));
    return this;
  }

  /** How many places there are. */
  public int size() {
    return items.size();
  }

  /** The type of the elements. */
  public DType getDtype() {
    return dtype;
  }
}
