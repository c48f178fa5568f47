package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Compare;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Indexing;
import io.nyala.autograd.Moves;
import io.nyala.autograd.Padded;
import io.nyala.autograd.Selection;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.keras.datasets.Sequences;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The functions that move elements: reshape, join, cut, look up. */
public final class ShapeNames {

  private ShapeNames() {}

  /** What {@code tf} has. */
  public static void tensorFlow(Library to) {
    to.def("reshape(tensor, shape)", g -> Shapes.reshape(g.tensor("tensor"), g.shape("shape")));
    to.def("transpose(a, perm=None)", g -> transpose(g, "perm"));
    to.def("expand_dims(input, axis)", g -> expandDims(g, "input"));
    to.def("squeeze(input, axis=None)", g -> squeeze(g, "input"));
    to.def("concat(values, axis)", g -> Shapes.concat(sameType(g, "values"), g.integer("axis")));
    to.def("stack(values, axis=0)", g -> Shapes.stack(sameType(g, "values"), g.integer("axis")));
    to.def(
        "unstack(value, num=None, axis=0)",
        g -> new ArrayList<>(Shapes.unstack(g.tensor("value"), g.integer("axis"))));
    to.def("split(value, num_or_size_splits, axis=0)", ShapeNames::splitTf);
    to.def("tile(input, multiples)", g -> Shapes.tile(g.tensor("input"), g.integers("multiples")));
    to.def("repeat(input, repeats, axis=None)", g -> repeat(g, "input"));
    to.def("gather(params, indices, axis=0, batch_dims=0)", ShapeNames::gather);
    to.def("gather_nd(params, indices)", ShapeNames::gatherNd);
    to.def("boolean_mask(tensor, mask)", g -> pick(g.tensor("tensor"), g.tensor("mask")));
    to.def("reverse(tensor, axis)", g -> reverse(g.tensor("tensor"), g.axes("axis")));
    to.def(
        "roll(input, shift, axis)",
        g -> Moves.roll(g.tensor("input"), g.integers("shift"), g.axes("axis")));
    to.def("pad(tensor, paddings, mode='CONSTANT', constant_values=0)", g -> pad(g, "tensor"));
    to.def("slice(input_, begin, size)", ShapeNames::slice);
    to.def(
        "broadcast_to(input, shape)", g -> Shapes.broadcastTo(g.tensor("input"), g.shape("shape")));
    to.def("shape(input, out_type='int32')", ShapeNames::shapeOf);
    to.def("rank(input)", g -> Tensor.of(Shape.SCALAR, g.tensor("input").rank()));
    to.def("size(input)", g -> Tensor.of(Shape.SCALAR, g.tensor("input").elements()));
    to.def("where(condition, x=None, y=None)", ShapeNames::where);
  }

  /** What {@code np} has. */
  public static void numPy(Library to) {
    to.def("reshape(a, shape)", g -> Shapes.reshape(g.tensor("a"), g.shape("shape")));
    to.def("ravel(a)", g -> Shapes.reshape(g.tensor("a").copy(), -1));
    to.def("transpose(a, axes=None)", g -> transpose(g, "axes"));
    to.def("expand_dims(a, axis)", g -> expandDims(g, "a"));
    to.def("squeeze(a, axis=None)", g -> squeeze(g, "a"));
    to.def("concatenate(arrays, axis=0)", ShapeNames::concatenate);
    to.def("stack(arrays, axis=0)", g -> Shapes.stack(sameType(g, "arrays"), g.integer("axis")));
    to.def("vstack(tup)", g -> Shapes.concat(atLeast2d(sameType(g, "tup")), 0));
    to.def("hstack(tup)", ShapeNames::hstack);
    to.def("column_stack(tup)", g -> Shapes.concat(columns(sameType(g, "tup")), 1));
    to.def("split(ary, indices_or_sections, axis=0)", g -> splitNp(g, false));
    to.def("array_split(ary, indices_or_sections, axis=0)", g -> splitNp(g, true));
    to.def("tile(A, reps)", g -> Shapes.tile(g.tensor("A"), g.integers("reps")));
    to.def("repeat(a, repeats, axis=None)", g -> repeat(g, "a"));
    to.def("take(a, indices, axis=None)", ShapeNames::take);
    to.def("flip(m, axis=None)", g -> reverse(g.tensor("m"), g.axes("axis")));
    to.def("pad(array, pad_width, mode='constant', constant_values=0)", g -> pad(g, "array"));
    to.def(
        "swapaxes(a, axis1, axis2)",
        g -> Moves.swapAxes(g.tensor("a"), g.integer("axis1"), g.integer("axis2")));
    to.def(
        "broadcast_to(array, shape)", g -> Shapes.broadcastTo(g.tensor("array"), g.shape("shape")));
    to.def("shape(a)", g -> g.tensor("a").shape());
    to.def("ndim(a)", g -> g.tensor("a").rank());
    to.def("size(a)", g -> g.tensor("a").elements());
    to.def("where(condition, x=None, y=None)", ShapeNames::where);
    to.def("nonzero(a)", g -> Tuple.of((Object[]) Selection.nonzero(g.tensor("a"))));
    to.def("atleast_2d(a)", g -> atLeast2d(List.of(g.tensor("a"))).get(0));
  }

  /** Tensors of one type: plain numbers take the others', arrays are promoted. */
  public static List<Tensor> sameType(Given g, String name) {
    List<Tensor> parts = g.tensors(name);
    DType type = parts.isEmpty() ? null : parts.get(0).dtype();
    for (Tensor part : parts) {
      if (g.kind() == Kind.TENSOR && part.dtype() != type) {
        throw PyError.type(
            g.function()
                + "() needs tensors of one dtype; received "
                + parts.stream().map(Tensor::dtype).distinct().toList()
                + ". Convert with tf.cast first.");
      }
      type = Operands.promote(type, part.dtype());
    }
    DType common = type;
    return parts.stream()
        .map(part -> part.cast(common) == part ? part : part.cast(common))
        .toList();
  }

  private static Tensor transpose(Given g, String order) {
    Tensor x = g.tensor("a");
    return g.has(order) ? Shapes.transpose(x, g.integers(order)) : Shapes.transpose(x);
  }

  private static Tensor expandDims(Given g, String name) {
    Tensor x = g.tensor(name);
    int axis = g.integer("axis");
    if (axis > x.rank() || axis < -x.rank() - 1) {
      throw PyError.value(
          "expand_dims: there is no place " + axis + " among the axes of shape " + x.shape());
    }
    return Shapes.expandDims(x, axis);
  }

  private static Tensor squeeze(Given g, String name) {
    Tensor x = g.tensor(name);
    int[] axes = g.axes("axis");
    if (axes == null) {
      return Shapes.squeeze(x, null);
    }
    int[] sorted = Arrays.stream(axes).map(a -> x.shape().normalize(a)).sorted().toArray();
    Tensor out = x;
    for (int i = sorted.length - 1; i >= 0; i--) {
      out = Shapes.squeeze(out, sorted[i]);
    }
    return out;
  }

  private static Object splitTf(Given g) {
    Tensor x = g.tensor("value");
    int axis = g.integer("axis");
    if (g.get("num_or_size_splits") instanceof Number) {
      return new ArrayList<>(even(x, g.integer("num_or_size_splits"), axis, false));
    }
    int[] sizes = g.integers("num_or_size_splits");
    int rest = x.dim(x.shape().normalize(axis)) - Arrays.stream(sizes).filter(s -> s >= 0).sum();
    int[] filled = Arrays.stream(sizes).map(s -> s < 0 ? rest : s).toArray();
    return new ArrayList<>(Shapes.split(x, filled, axis));
  }

  private static Object splitNp(Given g, boolean uneven) {
    Tensor x = g.tensor("ary");
    int axis = g.integer("axis");
    if (g.get("indices_or_sections") instanceof Number) {
      return new ArrayList<>(even(x, g.integer("indices_or_sections"), axis, uneven));
    }
    int length = x.dim(x.shape().normalize(axis));
    int[] cuts = g.integers("indices_or_sections");
    int[] sizes = new int[cuts.length + 1];
    for (int i = 0; i < sizes.length; i++) {
      int from = i == 0 ? 0 : cuts[i - 1];
      sizes[i] = (i == cuts.length ? length : cuts[i]) - from;
    }
    return new ArrayList<>(Shapes.split(x, sizes, axis));
  }

  private static List<Tensor> even(Tensor x, int parts, int axis, boolean uneven) {
    int length = x.dim(x.shape().normalize(axis));
    if (parts < 1 || !uneven && length % parts != 0) {
      throw PyError.value(
          "an axis of " + length + " elements cannot be split into " + parts + " equal parts");
    }
    int[] sizes = new int[parts];
    Arrays.setAll(sizes, i -> length / parts + (i < length % parts ? 1 : 0));
    return Shapes.split(x, sizes, axis);
  }

  private static Tensor repeat(Given g, String name) {
    Tensor x = g.has("axis") ? g.tensor(name) : ReductionNames.flat(g.tensor(name));
    int axis = g.has("axis") ? g.integer("axis") : 0;
    return Moves.repeat(x, g.integers("repeats"), axis);
  }

  private static Tensor gather(Given g) {
    Tensor x = g.tensor("params");
    Tensor indices = g.tensor("indices");
    int batch = g.integer("batch_dims");
    if (batch == 0) {
      return Gather.gather(x, indices, g.integer("axis"));
    }
    List<Tensor> rows = new ArrayList<>();
    for (int i = 0; i < x.dim(0); i++) {
      Tensor row = Shapes.squeeze(Shapes.slice(x, 0, i, i + 1), 0);
      Tensor at = Shapes.squeeze(Shapes.slice(indices, 0, i, i + 1), 0);
      if (batch > 1) {
        throw PyError.value("gather() handles batch_dims 0 and 1; received " + batch);
      }
      rows.add(Gather.gather(row, at, Math.max(0, g.integer("axis") - 1)));
    }
    return Shapes.stack(rows, 0);
  }

  private static Tensor gatherNd(Given g) {
    Tensor x = g.tensor("params");
    Tensor indices = g.tensor("indices");
    List<Object> index = new ArrayList<>();
    for (int k = 0; k < indices.dim(-1); k++) {
      index.add(Shapes.squeeze(Shapes.slice(indices, -1, k, k + 1), -1));
    }
    return Indexing.get(x, index);
  }

  private static Tensor take(Given g) {
    Tensor x = g.has("axis") ? g.tensor("a") : ReductionNames.flat(g.tensor("a"));
    List<Object> index = new ArrayList<>();
    int axis = g.has("axis") ? x.shape().normalize(g.integer("axis")) : 0;
    for (int i = 0; i < axis; i++) {
      index.add(Slice.ALL);
    }
    index.add(g.tensor("indices"));
    return Indexing.get(x, index);
  }

  private static Tensor pick(Tensor x, Tensor mask) {
    return Indexing.get(x, List.of(mask));
  }

  private static Tensor reverse(Tensor x, int[] axes) {
    int[] all = new int[x.rank()];
    Arrays.setAll(all, i -> i);
    Tensor out = x;
    for (int axis : axes == null ? all : axes) {
      out = Shapes.reverse(out, axis);
    }
    return out;
  }

  private static Tensor pad(Given g, String name) {
    Object widths = g.get(g.values().containsKey("paddings") ? "paddings" : "pad_width");
    return Padded.of(g.tensor(name), widths, g.string("mode"), g.number("constant_values"));
  }

  private static Tensor slice(Given g) {
    int[] begin = g.integers("begin");
    int[] size = g.integers("size");
    List<Object> index = new ArrayList<>();
    for (int i = 0; i < begin.length; i++) {
      index.add(Slice.of((Integer) begin[i], size[i] < 0 ? null : (Integer) (begin[i] + size[i])));
    }
    return Indexing.get(g.tensor("input_"), index);
  }

  private static Tensor shapeOf(Given g) {
    int[] dims = g.tensor("input").shape().dims();
    return Tensor.of(Shape.of(dims.length), dims).cast(g.dtype("out_type"));
  }

  private static Object where(Given g) {
    Tensor condition = g.tensor("condition");
    if (g.has("x") != g.has("y")) {
      throw PyError.value("where() takes both x and y, or neither");
    }
    if (g.has("x")) {
      Tensor[] pair = g.pair("x", "y");
      return Compare.where(condition, pair[0], pair[1]);
    }
    Tensor[] places = Selection.nonzero(condition);
    return g.kind() == Kind.ARRAY
        ? Tuple.of((Object[]) places)
        : Shapes.stack(Arrays.asList(places), 1);
  }

  private static Object concatenate(Given g) {
    if (g.get("arrays") instanceof List<?> all
        && !all.isEmpty()
        && all.stream().allMatch(Sequences.class::isInstance)) {
      return all.stream().map(Sequences.class::cast).reduce(Sequences::join).orElseThrow();
    }
    List<Tensor> parts = sameType(g, "arrays");
    return g.has("axis")
        ? Shapes.concat(parts, g.integer("axis"))
        : Shapes.concat(parts.stream().map(ReductionNames::flat).toList(), 0);
  }

  private static List<Tensor> atLeast2d(Collection<Tensor> parts) {
    return parts.stream()
        .map(p -> p.rank() >= 2 ? p : Shapes.reshape(p, Shape.of(1, p.elements())))
        .toList();
  }

  private static Tensor hstack(Given g) {
    List<Tensor> parts = sameType(g, "tup");
    return Shapes.concat(parts, parts.get(0).rank() > 1 ? 1 : 0);
  }

  private static List<Tensor> columns(List<Tensor> parts) {
    return parts.stream().map(p -> p.rank() >= 2 ? p : Shapes.expandDims(p, 1)).toList();
  }
}
