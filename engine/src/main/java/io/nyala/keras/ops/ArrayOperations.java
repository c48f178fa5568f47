package io.nyala.keras.ops;

import static io.nyala.keras.ops.ElementOperations.floats;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Indexing;
import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Moves;
import io.nyala.autograd.Padded;
import io.nyala.autograd.Products;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Sorting;
import io.nyala.autograd.Triangles;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.TensorTypes;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/** The rarer operations that reduce, move, pick, order or repeat elements. */
final class ArrayOperations {

  private static final Arg WHOLE = Arg.of("axis", ArgTypes.INT, null, "The axis; None: flat.");
  private static final Arg LAST = Arg.of("axis", ArgTypes.INT, -1, "The axis.");
  private static final Arg AXES = Arg.of("axis", TensorTypes.AXES, null, "The axes; None: all.");
  private static final Arg KEEP =
      Arg.of("keepdims", ArgTypes.BOOL, false, "Whether reduced axes stay, with extent 1.");
  private static final Arg DIAGONAL = Arg.of("k", ArgTypes.INT, 0, "The diagonal; 0: the main.");

  static final List<Operation.Kind> KINDS = kinds();

  private ArrayOperations() {}

  private interface OneTensor {
    Tensor apply(Tensor x, Arguments own);
  }

  private static Operation.Kind of(String name, OneTensor body, Arg... fixed) {
    return Operation.define(
        "numpy",
        name,
        List.of("x"),
        (given, own) -> body.apply(Tensors.of(given.get(0)), own),
        fixed);
  }

  private static List<Operation.Kind> kinds() {
    List<Operation.Kind> all = new ArrayList<>();
    reductions(all);
    orders(all);
    moves(all);
    repeats(all);
    pads(all);
    matrices(all);
    picks(all);
    return List.copyOf(all);
  }

  private static int[] axes(Arguments own) {
    return TensorTypes.Axes.of(own, "axis");
  }

  private static void reductions(List<Operation.Kind> all) {
    all.add(of("Prod", (x, own) -> Reduce.prod(x, axes(own), own.flag("keepdims")), AXES, KEEP));
    all.add(
        of(
            "CountNonzero",
            (x, own) ->
                Reduce.sum(
                    Cast.to(Compare.notEqual(x, Arithmetic.like(x, 0)), DType.INT32),
                    axes(own),
                    false),
            AXES));
    all.add(of("Argmax", (x, own) -> place(x, own, true), WHOLE, KEEP));
    all.add(of("Argmin", (x, own) -> place(x, own, false), WHOLE, KEEP));
    all.add(
        of("Cumsum", (x, own) -> Reduce.cumsum(typed(flat(x, own), own), axis(own)), running()));
    all.add(
        of(
            "Cumprod",
            (x, own) -> Products.cumprod(typed(flat(x, own), own), axis(own)),
            running()));
    all.add(
        Operation.define(
            "numpy",
            "Average",
            List.of("x", "weights"),
            (given, own) -> average(given, axes(own)),
            AXES));
  }

  private static Arg[] running() {
    return new Arg[] {WHOLE, Arg.of("dtype", ArgTypes.DTYPE, null, "The type of the sums.")};
  }

  private static Tensor typed(Tensor x, Arguments own) {
    DType type = own.get("dtype", DType.class);
    return type == null ? x : Cast.to(x, type);
  }

  private static Tensor flat(Tensor x, Arguments own) {
    return own.get("axis") == null ? Shapes.reshape(x, -1) : x;
  }

  private static int axis(Arguments own) {
    return own.get("axis") == null ? 0 : own.integer("axis");
  }

  private static Tensor place(Tensor x, Arguments own, boolean largest) {
    Tensor from = flat(x, own);
    Tensor place =
        Cast.to(
            largest ? Reduce.argmax(from, axis(own)) : Reduce.argmin(from, axis(own)), DType.INT32);
    if (!own.flag("keepdims")) {
      return place;
    }
    Shape kept = x.shape();
    for (int i = 0; i < x.rank(); i++) {
      boolean reduced = own.get("axis") == null || x.shape().normalize(axis(own)) == i;
      kept = reduced ? kept.with(i, 1) : kept;
    }
    return Shapes.reshape(place, kept);
  }

  private static Tensor average(List<Object> given, int[] axes) {
    Tensor x = floats(given.get(0));
    if (given.size() < 2 || given.get(1) == null) {
      return Reduce.mean(x, axes, false);
    }
    Tensor weights = floats(given.get(1));
    boolean line = weights.rank() == 1 && x.rank() > 1 && axes != null && axes.length == 1;
    if (line) {
      int[] dims = new int[x.rank()];
      java.util.Arrays.fill(dims, 1);
      dims[x.shape().normalize(axes[0])] = weights.dim(0);
      weights = Shapes.reshape(weights, Shape.of(dims));
    }
    Tensor sum = Reduce.sum(Arithmetic.multiply(x, weights), axes, false);
    return Arithmetic.divide(sum, Reduce.sum(Shapes.broadcastTo(weights, x.shape()), axes, false));
  }

  private static void orders(List<Operation.Kind> all) {
    all.add(of("Sort", (x, own) -> Sorting.sort(x, own.integer("axis"), false), LAST));
    all.add(
        of(
            "Argsort",
            (x, own) -> {
              Tensor order = Sorting.argsort(flat(x, own), axis(own), false);
              return Cast.to(order, DType.INT32);
            },
            LAST));
    all.add(
        of(
            "Flip",
            (x, own) -> {
              Tensor out = x;
              int[] axes = axes(own);
              for (int i = 0; i < (axes == null ? x.rank() : axes.length); i++) {
                out = Shapes.reverse(out, axes == null ? i : axes[i]);
              }
              return out;
            },
            AXES));
  }

  private static void moves(List<Operation.Kind> all) {
    Arg first = Arg.required("axis1", ArgTypes.INT, "The one axis.");
    Arg second = Arg.required("axis2", ArgTypes.INT, "The other axis.");
    all.add(of("Ravel", (x, own) -> Shapes.reshape(x, -1)));
    all.add(
        of(
            "Swapaxes",
            (x, own) -> Moves.swapAxes(x, own.integer("axis1"), own.integer("axis2")),
            first,
            second));
    all.add(
        of(
            "Moveaxis",
            (x, own) ->
                Moves.moveAxes(
                    x, TensorTypes.Axes.of(own, "source"), TensorTypes.Axes.of(own, "destination")),
            Arg.required("source", TensorTypes.AXES, "The axes to move."),
            Arg.required("destination", TensorTypes.AXES, "Where they go.")));
    all.add(
        of(
            "BroadcastTo",
            (x, own) -> Shapes.broadcastTo(x, Shape.of(TensorTypes.Axes.of(own, "shape"))),
            Arg.required("shape", TensorTypes.AXES, "The new shape.")));
    for (String name : List.of("Hstack", "Vstack")) {
      all.add(
          Operation.define(
              "numpy",
              name,
              List.of("xs"),
              (given, own) -> {
                List<Tensor> parts = ((List<?>) given.get(0)).stream().map(Tensors::of).toList();
                boolean lines = parts.get(0).rank() < 2;
                return name.equals("Hstack")
                    ? Shapes.concat(parts, lines ? 0 : 1)
                    : lines ? Shapes.stack(parts, 0) : Shapes.concat(parts, 0);
              }));
    }
  }

  private static void repeats(List<Operation.Kind> all) {
    all.add(
        of(
            "Tile",
            (x, own) -> Shapes.tile(x, TensorTypes.Axes.of(own, "repeats")),
            Arg.required("repeats", TensorTypes.AXES, "How often, along each axis.")));
    all.add(
        of(
            "Repeat",
            (x, own) -> Moves.repeat(flat(x, own), TensorTypes.Axes.of(own, "repeats"), axis(own)),
            Arg.required("repeats", TensorTypes.AXES, "How often each element."),
            WHOLE));
    all.add(
        of(
            "Roll",
            (x, own) -> Moves.roll(x, TensorTypes.Axes.of(own, "shift"), axes(own)),
            Arg.required("shift", TensorTypes.AXES, "How far."),
            AXES));
    all.add(
        Operation.define(
            "numpy",
            "FullLike",
            List.of("x", "fill_value"),
            (given, own) -> {
              Tensor x = Tensors.of(given.get(0));
              DType type = own.get("dtype", DType.class);
              Tensor value = Cast.to(Tensors.of(given.get(1)), type == null ? x.dtype() : type);
              return Shapes.broadcastTo(value, x.shape());
            },
            Arg.of("dtype", ArgTypes.DTYPE, null, "The type; None: the input's.")));
  }

  private static void pads(List<Operation.Kind> all) {
    all.add(
        Operation.define(
            "numpy",
            "Pad",
            List.of("x", "constant_values"),
            (given, own) -> {
              Tensor x = Tensors.of(given.get(0));
              Object value = given.size() < 2 ? null : given.get(1);
              double filled = value == null ? 0 : Tensors.of(value).getDouble(0);
              return Padded.of(x, own.get("pad_width"), own.string("mode"), filled);
            },
            Arg.required("pad_width", ArgTypes.ANY, "How much, before and after each axis."),
            Arg.of("mode", ArgTypes.STRING, "constant", "What stands there.")));
  }

  private static void matrices(List<Operation.Kind> all) {
    all.add(of("Tril", (x, own) -> Triangles.lower(x, own.integer("k")), DIAGONAL));
    all.add(of("Triu", (x, own) -> Triangles.upper(x, own.integer("k")), DIAGONAL));
    all.add(
        of(
            "Diag",
            (x, own) ->
                x.rank() == 1
                    ? Triangles.ofDiagonal(x, own.integer("k"))
                    : Triangles.diagonal(x, own.integer("k")),
            DIAGONAL));
    Arg[] planes = {
      Arg.of("offset", ArgTypes.INT, 0, "The diagonal; 0: the main."),
      Arg.of("axis1", ArgTypes.INT, 0, "The axis of rows."),
      Arg.of("axis2", ArgTypes.INT, 1, "The axis of columns.")
    };
    all.add(of("Diagonal", ArrayOperations::diagonal, planes));
    all.add(of("Trace", (x, own) -> Reduce.sum(diagonal(x, own), new int[] {-1}, false), planes));
    for (String name : List.of("Det", "Inv", "Cholesky")) {
      all.add(
          Operation.define(
              "linalg",
              name,
              List.of("x"),
              (given, own) -> {
                Tensor x = floats(given.get(0));
                return name.equals("Det")
                    ? LinAlg.det(x)
                    : name.equals("Inv") ? LinAlg.inv(x) : LinAlg.cholesky(x);
              }));
    }
  }

  private static Tensor diagonal(Tensor x, Arguments own) {
    int[] from = {own.integer("axis1"), own.integer("axis2")};
    return Triangles.diagonal(Moves.moveAxes(x, from, new int[] {-2, -1}), own.integer("offset"));
  }

  private static void picks(List<Operation.Kind> all) {
    all.add(
        Operation.define(
            "numpy",
            "Take",
            List.of("x", "indices"),
            (given, own) -> {
              Tensor x = flat(Tensors.of(given.get(0)), own);
              List<Object> index = new ArrayList<>();
              for (int i = 0; i < x.shape().normalize(axis(own)); i++) {
                index.add(Slice.ALL);
              }
              index.add(Tensors.of(given.get(1)));
              return Indexing.get(x, index);
            },
            WHOLE));
    all.add(
        Operation.define(
            "numpy",
            "TakeAlongAxis",
            List.of("x", "indices"),
            (given, own) ->
                Sorting.along(
                    flat(Tensors.of(given.get(0)), own),
                    flat(Tensors.of(given.get(1)), own),
                    axis(own)),
            WHOLE));
  }
}
