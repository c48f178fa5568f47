package io.nyala.dsl.names.np;

import io.nyala.autograd.Gather;
import io.nyala.autograd.Moves;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Triangles;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.dsl.names.arrays.ShapeNames;
import io.nyala.dsl.names.arrays.TfCreation;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** NumPy's rarer ways to make, join, turn and cut arrays. */
public final class NpShapes {

  private NpShapes() {}

  static void into(Library np) {
    joins(np);
    turns(np);
    triangles(np);
    grids(np);
    edits(np);
  }

  private static void joins(Library np) {
    np.def(
        "dstack(tup)",
        g ->
            Shapes.concat(
                ShapeNames.sameType(g, "tup").stream().map(NpShapes::atLeast3d).toList(), 2));
    np.def(
        "atleast_1d(a)",
        g -> g.tensor("a").rank() == 0 ? ReductionNames.flat(g.tensor("a")) : g.tensor("a"));
    np.def("atleast_3d(a)", g -> atLeast3d(g.tensor("a")));
    np.def(
        "append(arr, values, axis=None)",
        g -> {
          Tensor[] pair = g.pair("arr", "values");
          return g.has("axis")
              ? Shapes.concat(List.of(pair), g.integer("axis"))
              : Shapes.concat(
                  List.of(ReductionNames.flat(pair[0]), ReductionNames.flat(pair[1])), 0);
        });
    np.def("hsplit(ary, indices_or_sections)", g -> cut(g, g.tensor("ary").rank() > 1 ? 1 : 0));
    np.def("vsplit(ary, indices_or_sections)", g -> cut(g, 0));
    np.def(
        "broadcast_arrays(*args)",
        g -> {
          List<Tensor> all = g.tensors("args");
          Shape shape = all.get(0).shape();
          for (Tensor each : all) {
            shape = Shape.broadcast(shape, each.shape());
          }
          Shape common = shape;
          return Tuple.copyOf(all.stream().map(t -> Shapes.broadcastTo(t, common)).toList());
        });
  }

  private static Object cut(Given g, int axis) {
    return ((io.nyala.dsl.names.LibraryFunction) NumPy.names().get("split"))
        .call(List.of(g.get("ary"), g.get("indices_or_sections"), axis), java.util.Map.of());
  }

  private static Tensor atLeast3d(Tensor x) {
    Tensor two = x.rank() < 2 ? Shapes.reshape(x, Shape.of(1, x.elements())) : x;
    return two.rank() < 3 ? Shapes.expandDims(two, 2) : two;
  }

  private static void turns(Library np) {
    np.def("fliplr(m)", g -> Shapes.reverse(g.tensor("m"), 1));
    np.def("flipud(m)", g -> Shapes.reverse(g.tensor("m"), 0));
    np.def("rot90(m, k=1)", NpShapes::turn);
    np.def(
        "roll(a, shift, axis=None)",
        g -> Moves.roll(g.tensor("a"), g.integers("shift"), g.axes("axis")));
    np.def(
        "moveaxis(a, source, destination)",
        g -> Moves.moveAxes(g.tensor("a"), g.integers("source"), g.integers("destination")));
    np.def(
        "resize(a, new_shape)",
        g -> {
          Tensor flat = ReductionNames.flat(g.tensor("a"));
          int[] places = new int[g.shape("new_shape").elements()];
          java.util.Arrays.setAll(places, i -> i % flat.elements());
          return Shapes.reshape(Gather.take(flat, places, 0), g.shape("new_shape"));
        });
  }

  private static Tensor turn(Given g) {
    Tensor m = g.tensor("m");
    return switch (Math.floorMod(g.integer("k"), 4)) {
      case 1 -> Shapes.reverse(Moves.swapAxes(m, 0, 1), 0);
      case 2 -> Shapes.reverse(Shapes.reverse(m, 0), 1);
      case 3 -> Moves.swapAxes(Shapes.reverse(m, 0), 0, 1);
      default -> m;
    };
  }

  private static void triangles(Library np) {
    np.def(
        "tri(N, M=None, k=0, dtype='float64')",
        g ->
            Triangles.upTo(
                    g.integer("N"), g.has("M") ? g.integer("M") : g.integer("N"), g.integer("k"))
                .cast(g.dtype("dtype")));
    np.def("tril(m, k=0)", g -> Triangles.lower(g.tensor("m"), g.integer("k")));
    np.def("triu(m, k=0)", g -> Triangles.upper(g.tensor("m"), g.integer("k")));
    np.def("tril_indices(n, k=0)", g -> places(g, true));
    np.def("triu_indices(n, k=0)", g -> places(g, false));
    np.def(
        "diagonal(a, offset=0, axis1=0, axis2=1)",
        g ->
            Triangles.diagonal(
                Moves.moveAxes(
                    g.tensor("a"),
                    new int[] {g.integer("axis1"), g.integer("axis2")},
                    new int[] {-2, -1}),
                g.integer("offset")));
    np.def(
        "diag(v, k=0)",
        g ->
            g.tensor("v").rank() == 1
                ? Triangles.ofDiagonal(g.tensor("v"), g.integer("k"))
                : Triangles.diagonal(g.tensor("v"), g.integer("k")));
    np.def(
        "diagflat(v, k=0)",
        g -> Triangles.ofDiagonal(ReductionNames.flat(g.tensor("v")), g.integer("k")));
    np.def("vander(x, N=None, increasing=False)", NpShapes::powers);
  }

  private static Object places(Given g, boolean lower) {
    int n = g.integer("n");
    Tensor stays = Triangles.upTo(n, n, lower ? g.integer("k") : g.integer("k") - 1);
    return Tuple.of(
        (Object[])
            io.nyala.autograd.Selection.nonzero(
                lower ? stays : io.nyala.autograd.Compare.not(stays)));
  }

  private static Tensor powers(Given g) {
    Tensor x = g.tensor("x");
    int n = g.has("N") ? g.integer("N") : x.elements();
    List<Tensor> columns = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int power = g.flag("increasing") ? i : n - 1 - i;
      columns.add(
          io.nyala.autograd.Arithmetic.power(x, io.nyala.autograd.Arithmetic.like(x, power)));
    }
    return Shapes.stack(columns, 1);
  }

  private static void grids(Library np) {
    np.def("meshgrid(*xi, indexing='xy', sparse=False)", g -> grid(g));
    np.def(
        "ix_(*args)",
        g -> {
          List<Tensor> lines = g.tensors("args");
          List<Object> all = new ArrayList<>();
          for (int i = 0; i < lines.size(); i++) {
            int[] thin = new int[lines.size()];
            java.util.Arrays.fill(thin, 1);
            thin[i] = lines.get(i).elements();
            all.add(Shapes.reshape(lines.get(i), Shape.of(thin)));
          }
          return Tuple.copyOf(all);
        });
    np.def(
        "indices(dimensions)",
        g -> {
          int[] dims = g.integers("dimensions");
          List<Tensor> all = new ArrayList<>();
          for (int axis = 0; axis < dims.length; axis++) {
            all.add(along(whole(dims[axis]), axis, dims));
          }
          return Shapes.stack(all, 0);
        });
    np.def(
        "logspace(start, stop, num=50, endpoint=True, base=10.0)",
        g -> {
          Tensor line =
              TfCreation.linspace(
                  g.number("start"),
                  g.number("stop"),
                  g.integer("num"),
                  g.flag("endpoint"),
                  DType.FLOAT64);
          double[] out = new double[line.elements()];
          java.util.Arrays.setAll(out, i -> Math.pow(g.number("base"), line.getDouble(i)));
          return Tensor.of(line.shape(), out);
        });
    np.def(
        "geomspace(start, stop, num=50, endpoint=True)",
        g -> {
          double from = g.number("start");
          double to = g.number("stop");
          Tensor line =
              TfCreation.linspace(
                  Math.log10(from),
                  Math.log10(to),
                  g.integer("num"),
                  g.flag("endpoint"),
                  DType.FLOAT64);
          double[] out = new double[line.elements()];
          java.util.Arrays.setAll(out, i -> Math.pow(10, line.getDouble(i)));
          if (out.length > 0) {
            out[0] = from;
            out[out.length - 1] = g.flag("endpoint") && out.length > 1 ? to : out[out.length - 1];
          }
          return Tensor.of(line.shape(), out);
        });
  }

  private static Tensor whole(int n) {
    return Tensor.of(Shape.of(n), IntStream.range(0, n).asLongStream().toArray());
  }

  private static Tensor along(Tensor line, int axis, int... dims) {
    int[] thin = new int[dims.length];
    java.util.Arrays.fill(thin, 1);
    thin[axis] = line.elements();
    return Shapes.broadcastTo(Shapes.reshape(line, Shape.of(thin)), Shape.of(dims));
  }

  /** One array for each axis of a grid; with {@code xy} the first two axes change places. */
  public static Object grid(Given g) {
    List<Tensor> lines = g.tensors("xi");
    boolean swapped = g.string("indexing").equals("xy") && lines.size() > 1;
    int[] dims = lines.stream().mapToInt(Tensor::elements).toArray();
    if (swapped) {
      int first = dims[0];
      dims[0] = dims[1];
      dims[1] = first;
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int axis = swapped && i < 2 ? 1 - i : i;
      all.add(along(lines.get(i), axis, dims));
    }
    return g.kind() == Kind.ARRAY ? Tuple.copyOf(all) : new ArrayList<>(all);
  }

  private static void edits(Library np) {
    np.def("delete(arr, obj, axis=None)", NpShapes::delete);
    np.def("insert(arr, obj, values, axis=None)", NpShapes::insert);
  }

  private static Tensor delete(Given g) {
    Tensor x = g.has("axis") ? g.tensor("arr") : ReductionNames.flat(g.tensor("arr"));
    int axis = g.has("axis") ? x.shape().normalize(g.integer("axis")) : 0;
    int n = x.dim(axis);
    boolean[] gone = new boolean[n];
    for (int at : g.integers("obj")) {
      gone[at < 0 ? at + n : at] = true;
    }
    return Gather.take(x, IntStream.range(0, n).filter(i -> !gone[i]).toArray(), axis);
  }

  private static Tensor insert(Given g) {
    Tensor[] pair = g.pair("arr", "values");
    Tensor x = g.has("axis") ? pair[0] : ReductionNames.flat(pair[0]);
    int axis = g.has("axis") ? x.shape().normalize(g.integer("axis")) : 0;
    int at = g.integer("obj") < 0 ? g.integer("obj") + x.dim(axis) : g.integer("obj");
    Tensor row = pair[1];
    if (row.rank() < x.rank()) {
      int count = x.rank() == 1 ? row.elements() : 1;
      Shape room = x.shape().with(axis, count);
      row =
          x.rank() == 1
              ? ReductionNames.flat(row)
              : Shapes.broadcastTo(row.rank() == 0 ? row : Shapes.expandDims(row, axis), room);
    }
    return Shapes.concat(
        List.of(Shapes.slice(x, axis, 0, at), row, Shapes.slice(x, axis, at, x.dim(axis))), axis);
  }
}
