package io.nyala.autograd;

import io.nyala.compute.Strided;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Operations that move elements without changing them, for tensors of every type. */
public final class Shapes {

  private Shapes() {}

  /**
   * The same elements under another shape; one extent may be -1, which is then worked out.
   *
   * @throws IllegalArgumentException if the number of elements differs
   */
  public static Tensor reshape(Tensor x, Shape shape) {
    Shape to = complete(x, shape);
    return Op.of("reshape", x, x.view(to), g -> reshape(g, x.shape()));
  }

  /** {@link #reshape(Tensor, Shape)} with the extents spelled out. */
  public static Tensor reshape(Tensor x, int... dims) {
    return reshape(x, Shape.of(dims));
  }

  private static Shape complete(Tensor x, Shape shape) {
    int unknown = -1;
    long known = 1;
    for (int i = 0; i < shape.rank(); i++) {
      if (shape.dim(i) == Shape.UNKNOWN) {
        if (unknown >= 0) {
          throw new IllegalArgumentException(
              "Only one extent of a new shape may be -1; received " + shape + ".");
        }
        unknown = i;
      } else {
        known *= shape.dim(i);
      }
    }
    Shape whole = shape;
    if (unknown >= 0 && known > 0 && x.elements() % known == 0) {
      whole = shape.with(unknown, (int) (x.elements() / known));
      known = x.elements();
    }
    if (!whole.isKnown() || known != x.elements()) {
      throw new IllegalArgumentException(
          "Cannot reshape a tensor with "
              + x.elements()
              + " elements, of shape "
              + x.shape()
              + ", to "
              + shape
              + ".");
    }
    return whole;
  }

  /** The axes in a new order. */
  public static Tensor transpose(Tensor x, int... order) {
    Shape shape = x.shape();
    if (order.length != shape.rank()) {
      throw new IllegalArgumentException(
          "transpose needs one place for each of the "
              + shape.rank()
              + " axes; received "
              + Arrays.toString(order)
              + ".");
    }
    int[] strides = shape.strides();
    int[] dims = new int[order.length];
    int[] steps = new int[order.length];
    int[] inverse = new int[order.length];
    boolean[] seen = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      int axis = shape.normalize(order[i]);
      if (seen[axis]) {
        throw new IllegalArgumentException(
            "transpose names an axis twice: " + Arrays.toString(order) + ".");
      }
      seen[axis] = true;
      dims[i] = shape.dim(axis);
      steps[i] = strides[axis];
      inverse[axis] = i;
    }
    Tensor out = gather(x, Shape.of(dims), steps);
    return Op.of("transpose", x, out, g -> transpose(g, inverse));
  }

  /** The axes in reverse order. */
  public static Tensor transpose(Tensor x) {
    int[] order = new int[x.rank()];
    Arrays.setAll(order, i -> order.length - 1 - i);
    return transpose(x, order);
  }

  private static Tensor gather(Tensor x, Shape to, int[] steps) {
    if (x.dtype() == DType.FLOAT32) {
      float[] out = new float[to.elements()];
      Strided.copy(to.dims(), steps, x.floats(), out);
      return Tensor.of(to, out);
    }
    return Tensor.wrap(x.dtype(), to, Walk.pick(x.data(), Walk.indices(to, steps)));
  }

  /** A new axis of extent 1. */
  public static Tensor expandDims(Tensor x, int axis) {
    return reshape(x, x.shape().insert(axis, 1));
  }

  /** Without an axis of extent 1; null: without all of them. */
  public static Tensor squeeze(Tensor x, Integer axis) {
    Shape shape = x.shape();
    if (axis != null) {
      if (shape.dim(shape.normalize(axis)) != 1) {
        throw new IllegalArgumentException(
            "Cannot squeeze axis " + axis + " of shape " + shape + ": its extent is not 1.");
      }
      return reshape(x, shape.without(axis));
    }
    return reshape(x, Shape.of(shape.stream().filter(d -> d != 1).toList()));
  }

  /** Repeated to a larger shape by NumPy's rule. */
  public static Tensor broadcastTo(Tensor x, Shape shape) {
    if (x.shape().equals(shape)) {
      return x;
    }
    if (!Shape.broadcast(x.shape(), shape).equals(shape)) {
      throw new IllegalArgumentException("Cannot broadcast " + x.shape() + " to " + shape + ".");
    }
    Tensor out = Tensor.wrap(x.dtype(), shape, Elementwise.repeat(x, shape));
    return Op.of("broadcast_to", x, out, g -> Arithmetic.unbroadcast(g, x.shape()));
  }

  /** Tensors joined along an axis. */
  public static Tensor concat(List<Tensor> parts, int axis) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("concat needs at least one tensor.");
    }
    Tensor first = parts.get(0);
    int at = first.shape().normalize(axis);
    DType type = first.dtype();
    int total = 0;
    for (Tensor part : parts) {
      if (part.rank() != first.rank()
          || !part.shape().without(at).equals(first.shape().without(at))) {
        throw new IllegalArgumentException(
            "Cannot concatenate along axis "
                + axis
                + " tensors of shapes "
                + parts.stream().map(Tensor::shape).toList()
                + ": the other extents must be equal.");
      }
      type = DType.promote(type, part.dtype());
      total += part.dim(at);
    }
    List<Tensor> same = new ArrayList<>();
    for (Tensor part : parts) {
      same.add(Cast.to(part, type));
    }
    return join(same, at, total);
  }

  private static Tensor join(List<Tensor> parts, int at, int total) {
    Shape shape = parts.get(0).shape().with(at, total);
    Tensor out = Tensor.zeros(parts.get(0).dtype(), shape);
    int inner = shape.slice(at + 1, shape.rank()).elements();
    int outer = shape.slice(0, at).elements();
    int offset = 0;
    for (Tensor part : parts) {
      int run = part.dim(at) * inner;
      for (int i = 0; i < outer; i++) {
        System.arraycopy(part.data(), i * run, out.data(), i * total * inner + offset, run);
      }
      offset += run;
    }
    int[] sizes = parts.stream().mapToInt(p -> p.dim(at)).toArray();
    return Op.of(
            "concat",
            parts,
            List.of(out),
            (up, needed) -> split(up[0], sizes, at).toArray(Tensor[]::new))
        .get(0);
  }

  /** Tensors of one shape joined along a new axis. */
  public static Tensor stack(List<Tensor> parts, int axis) {
    return concat(parts.stream().map(p -> expandDims(p, axis)).toList(), axis);
  }

  /** The slices along an axis, without it. */
  public static List<Tensor> unstack(Tensor x, int axis) {
    int at = x.shape().normalize(axis);
    List<Tensor> parts = new ArrayList<>();
    Shape one = x.shape().without(at);
    for (int i = 0; i < x.dim(at); i++) {
      parts.add(cut(x, at, i, i + 1).view(one));
    }
    return Op.of(
        "unstack", List.of(x), parts, (up, needed) -> new Tensor[] {stack(filled(up, parts), at)});
  }

  /** Upstream gradients with zeros where none came. */
  private static List<Tensor> filled(Tensor[] upstream, List<Tensor> outputs) {
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < upstream.length; i++) {
      all.add(upstream[i] != null ? upstream[i] : zerosLike(outputs.get(i)));
    }
    return all;
  }

  /** Cut along an axis into pieces of these sizes. */
  public static List<Tensor> split(Tensor x, int[] sizes, int axis) {
    int at = x.shape().normalize(axis);
    if (Arrays.stream(sizes).sum() != x.dim(at)) {
      throw new IllegalArgumentException(
          "Cannot split axis "
              + axis
              + " of shape "
              + x.shape()
              + " into pieces of "
              + Arrays.toString(sizes)
              + ".");
    }
    List<Tensor> parts = new ArrayList<>();
    int from = 0;
    for (int size : sizes) {
      parts.add(cut(x, at, from, from + size));
      from += size;
    }
    return Op.of(
        "split", List.of(x), parts, (up, needed) -> new Tensor[] {concat(filled(up, parts), at)});
  }

  /** The elements {@code from} (inclusive) to {@code to} (exclusive) of an axis. */
  public static Tensor slice(Tensor x, int axis, int from, int to) {
    int at = x.shape().normalize(axis);
    int after = x.dim(at) - to;
    return Op.of("slice", x, cut(x, at, from, to), g -> pad(g, at, from, after, 0));
  }

  private static Tensor cut(Tensor x, int at, int from, int to) {
    Shape shape = x.shape().with(at, to - from);
    Tensor out = Tensor.zeros(x.dtype(), shape);
    int inner = shape.slice(at + 1, shape.rank()).elements();
    int run = (to - from) * inner;
    int length = x.dim(at) * inner;
    int outer = shape.slice(0, at).elements();
    for (int i = 0; i < outer; i++) {
      System.arraycopy(x.data(), i * length + from * inner, out.data(), i * run, run);
    }
    return out;
  }

  /**
   * Every {@code step}-th element of an axis, from {@code from} up to but not including {@code to}.
   */
  public static Tensor stride(Tensor x, int axis, int from, int to, int step) {
    if (step == 1) {
      return slice(x, axis, Math.min(from, Math.max(from, to)), Math.max(from, to));
    }
    List<Integer> picked = new ArrayList<>();
    for (int i = from; step > 0 ? i < to : i > to; i += step) {
      picked.add(i);
    }
    return Gather.take(x, picked.stream().mapToInt(i -> i).toArray(), axis);
  }

  /** A constant put before and after the elements of an axis. */
  public static Tensor pad(Tensor x, int axis, int before, int after, double value) {
    int at = x.shape().normalize(axis);
    Shape shape = x.shape().with(at, before + x.dim(at) + after);
    Tensor out = value == 0 ? Tensor.zeros(x.dtype(), shape) : Tensor.full(x.dtype(), shape, value);
    int inner = shape.slice(at + 1, shape.rank()).elements();
    int run = x.dim(at) * inner;
    int outer = shape.slice(0, at).elements();
    for (int i = 0; i < outer; i++) {
      System.arraycopy(x.data(), i * run, out.data(), (i * shape.dim(at) + before) * inner, run);
    }
    int to = before + x.dim(at);
    return Op.of("pad", x, out, g -> slice(g, at, before, to));
  }

  /** The elements of an axis in reverse order. */
  public static Tensor reverse(Tensor x, int axis) {
    int n = x.dim(x.shape().normalize(axis));
    int[] order = new int[n];
    Arrays.setAll(order, i -> n - 1 - i);
    return Gather.take(x, order, axis);
  }

  /** Each element of an axis {@code times} over, side by side. */
  public static Tensor repeat(Tensor x, int times, int axis) {
    int n = x.dim(x.shape().normalize(axis));
    int[] order = new int[n * times];
    Arrays.setAll(order, i -> i / times);
    return Gather.take(x, order, axis);
  }

  /** The whole tensor repeated along each axis. */
  public static Tensor tile(Tensor x, int... times) {
    Tensor out = x;
    while (out.rank() < times.length) {
      out = expandDims(out, 0);
    }
    for (int i = 0; i < times.length; i++) {
      int axis = out.rank() - times.length + i;
      if (times[i] != 1) {
        List<Tensor> copies = new ArrayList<>();
        for (int k = 0; k < times[i]; k++) {
          copies.add(out);
        }
        out = copies.isEmpty() ? slice(out, axis, 0, 0) : concat(copies, axis);
      }
    }
    return out;
  }

  /** A tensor of zeros of the same type and shape. */
  public static Tensor zerosLike(Tensor x) {
    return Tensor.wrap(
        x.dtype(),
        x.shape(),
        x.dtype() == DType.STRING
            ? Tensor.zeros(DType.STRING, x.shape()).data()
            : Array.newInstance(x.dtype().arrayType().getComponentType(), x.elements()));
  }
}
