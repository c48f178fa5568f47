package io.nyala.dsl.names.keras;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Indexing;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Moves;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Scatter;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Softmax;
import io.nyala.autograd.Triangles;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions of {@code keras.ops} that cut out, put in, count by segments, normalize, attend.
 */
final class KerasOpsParts {

  private static final double HIDDEN = -0.7 * Float.MAX_VALUE;

  private KerasOpsParts() {}

  static void into(Library ops) {
    ops.def(
        "slice(inputs, start_indices, shape)",
        g -> Indexing.get(g.tensor("inputs"), box(g, g.integers("shape"))));
    ops.def("slice_update(inputs, start_indices, updates)", KerasOpsParts::sliceUpdate);
    ops.def(
        "scatter_update(inputs, indices, updates, reduction=None)",
        g -> {
          Tensor into = g.tensor("inputs");
          Tensor updates = Cast.to(g.tensor("updates"), into.dtype());
          if (!g.has("reduction")) {
            return Scatter.update(into, g.tensor("indices"), updates);
          }
          if (!g.string("reduction").equals("add")) {
            throw PyError.value(
                "scatter_update() takes reduction None or 'add'; received " + g.get("reduction"));
          }
          return Scatter.add(into, g.tensor("indices"), updates);
        });
    ops.def("multi_hot(inputs, num_classes, axis=-1, dtype='float32')", KerasOpsParts::multiHot);
    ops.def(
        "segment_sum(data, segment_ids, num_segments=None, sorted=False)", g -> segments(g, false));
    ops.def(
        "segment_max(data, segment_ids, num_segments=None, sorted=False)", g -> segments(g, true));
    ops.def(
        "layer_normalization(x, gamma=None, beta=None, axis=-1, epsilon=1e-07)",
        KerasOpsParts::normalize);
    ops.def(
        "batch_normalization(x, mean, variance, axis, offset=None, scale=None, epsilon=0.001)",
        KerasOpsParts::batchNormalize);
    ops.def(
        "dot_product_attention(query, key, value, bias=None, mask=None, scale=None, is_causal=False)",
        KerasOpsParts::attend);
  }

  private static List<Object> box(Given g, int... sizes) {
    int[] from = g.integers("start_indices");
    List<Object> index = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      Integer to = sizes[i] < 0 ? null : (Integer) (from[i] + sizes[i]);
      index.add(Slice.of((Integer) from[i], to));
    }
    return index;
  }

  private static Tensor sliceUpdate(Given g) {
    Tensor x = g.tensor("inputs");
    Tensor updates = Cast.to(g.tensor("updates"), x.dtype());
    int[] from = g.integers("start_indices");
    Tensor wide = updates;
    Tensor mask = Tensor.full(DType.BOOL, updates.shape(), 1);
    for (int i = 0; i < from.length; i++) {
      int after = x.dim(i) - from[i] - updates.dim(i);
      wide = Shapes.pad(wide, i, from[i], after, 0);
      mask = Shapes.pad(mask, i, from[i], after, 0);
    }
    return Compare.where(mask, wide, x);
  }

  private static Tensor multiHot(Given g) {
    Tensor hot = Gather.oneHot(g.tensor("inputs"), g.integer("num_classes"), g.dtype("dtype"));
    if (hot.rank() < 2) {
      return hot;
    }
    return Reduce.max(hot, new int[] {hot.rank() - 2}, false);
  }

  private static Tensor segments(Given g, boolean largest) {
    Tensor data = g.tensor("data");
    Tensor ids = g.tensor("segment_ids");
    int count = 0;
    int[] places = new int[ids.elements()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) ids.getLong(i);
      count = Math.max(count, places[i] + 1);
    }
    count = g.has("num_segments") ? g.integer("num_segments") : count;
    if (!largest) {
      return Gather.scatterAdd(data, places, 0, count);
    }
    List<Tensor> rows = new ArrayList<>();
    for (int segment = 0; segment < count; segment++) {
      boolean[] own = new boolean[places.length];
      boolean any = false;
      for (int i = 0; i < own.length; i++) {
        own[i] = places[i] == segment;
        any |= own[i];
      }
      Shape row = data.shape().without(0);
      rows.add(
          any
              ? Reduce.max(Gather.booleanMask(data, own), new int[] {0}, false)
              : Tensor.full(
                  data.dtype(),
                  row,
                  data.dtype().isFloating() ? -Float.MAX_VALUE : Integer.MIN_VALUE));
    }
    return Shapes.stack(rows, 0);
  }

  private static Tensor normalize(Given g) {
    Tensor x = g.floats("x");
    int[] axes = g.axes("axis");
    Tensor centred = Arithmetic.subtract(x, Reduce.mean(x, axes, true));
    Tensor variance = Reduce.variance(x, axes, true);
    Tensor out =
        Arithmetic.multiply(centred, Maths.rsqrt(Arithmetic.shift(variance, g.number("epsilon"))));
    out = g.has("gamma") ? Arithmetic.multiply(out, g.tensor("gamma")) : out;
    return g.has("beta") ? Arithmetic.add(out, g.tensor("beta")) : out;
  }

  private static Tensor batchNormalize(Given g) {
    Tensor x = g.floats("x");
    int axis = x.shape().normalize(g.integer("axis"));
    Tensor factor =
        Maths.rsqrt(Arithmetic.shift(along(x, axis, g.tensor("variance")), g.number("epsilon")));
    Tensor out =
        Arithmetic.multiply(Arithmetic.subtract(x, along(x, axis, g.tensor("mean"))), factor);
    out = g.has("scale") ? Arithmetic.multiply(out, along(x, axis, g.tensor("scale"))) : out;
    return g.has("offset") ? Arithmetic.add(out, along(x, axis, g.tensor("offset"))) : out;
  }

  private static Tensor along(Tensor x, int axis, Tensor vector) {
    int[] dims = new int[x.rank()];
    java.util.Arrays.fill(dims, 1);
    dims[axis] = vector.elements();
    return Shapes.reshape(vector, Shape.of(dims));
  }

  /** Queries {@code [batch, queries, heads, length]}, keys and values likewise. */
  private static Tensor attend(Given g) {
    Tensor query = Moves.swapAxes(g.floats("query"), 1, 2);
    Tensor key = Moves.swapAxes(g.floats("key"), 1, 2);
    Tensor value = Moves.swapAxes(g.floats("value"), 1, 2);
    double scale = g.has("scale") ? g.number("scale") : 1 / Math.sqrt(query.dim(-1));
    Tensor scores = Arithmetic.scale(Matrix.matmul(query, Matrix.swapLast(key)), scale);
    scores = g.has("bias") ? Arithmetic.add(scores, g.tensor("bias")) : scores;
    Tensor mask = g.has("mask") ? Cast.to(g.tensor("mask"), DType.BOOL) : null;
    if (g.flag("is_causal")) {
      Tensor causal = Triangles.upTo(scores.dim(-2), scores.dim(-1), 0);
      mask = mask == null ? causal : Compare.and(mask, causal);
    }
    if (mask != null) {
      scores = Compare.where(mask, scores, Arithmetic.like(scores, HIDDEN));
    }
    return Moves.swapAxes(Matrix.matmul(Softmax.softmax(scores, -1), value), 1, 2);
  }
}
