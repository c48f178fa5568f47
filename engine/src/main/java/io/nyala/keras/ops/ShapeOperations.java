package io.nyala.keras.ops;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Indexing;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/** The operations that reduce axes, move or pick elements. */
final class ShapeOperations {

  private static final Arg AXES = Arg.of("axis", TensorTypes.AXES, null, "The axes; None: all.");
  private static final Arg KEEP =
      Arg.of("keepdims", ArgTypes.BOOL, false, "Whether reduced axes stay, with extent 1.");
  private static final Arg FIRST = Arg.of("axis", ArgTypes.INT, 0, "The axis.");
  private static final Arg AXIS = Arg.required("axis", TensorTypes.AXES, "The axis.");

  static final List<Operation.Kind> KINDS = kinds();

  private ShapeOperations() {}

  private static List<Operation.Kind> kinds() {
    List<Operation.Kind> all = new ArrayList<>();
    all.add(reduction("Sum", Reduce::sum));
    all.add(reduction("Mean", (x, axes, keep) -> Reduce.mean(floats(x), axes, keep)));
    all.add(reduction("Var", (x, axes, keep) -> Reduce.variance(floats(x), axes, keep)));
    all.add(
        reduction("Std", (x, axes, keep) -> Maths.sqrt(Reduce.variance(floats(x), axes, keep))));
    all.add(reduction("Any", (x, axes, keep) -> Reduce.any(Cast.to(x, DType.BOOL), axes, keep)));
    all.add(reduction("All", (x, axes, keep) -> Reduce.all(Cast.to(x, DType.BOOL), axes, keep)));
    Arg initial = LayerArgs.unsupported("initial", null);
    all.add(reduction("Max", Reduce::max, initial));
    all.add(reduction("Min", Reduce::min, initial));
    shapes(all);
    all.add(
        Operation.define(
            "numpy",
            "GetItem",
            List.of("x", "key"),
            (given, own) -> {
              Object key = given.get(1);
              List<Object> parts = new ArrayList<>();
              if (key instanceof List<?> several) {
                parts.addAll(several);
              } else {
                parts.add(key);
              }
              return Indexing.get(Tensors.of(given.get(0)), parts);
            }));
    return List.copyOf(all);
  }

  private static void shapes(List<Operation.Kind> all) {
    all.add(
        one(
            "Reshape",
            (x, own) -> Shapes.reshape(x, TensorTypes.Axes.of(own, "newshape")),
            Arg.required("newshape", TensorTypes.AXES, "The new shape; one extent may be -1.")));
    all.add(
        one(
            "Transpose",
            (x, own) -> {
              int[] axes = TensorTypes.Axes.of(own, "axes");
              return axes == null ? Shapes.transpose(x) : Shapes.transpose(x, axes);
            },
            Arg.of("axes", TensorTypes.AXES, null, "The order of the axes; None: reversed.")));
    all.add(
        one(
            "ExpandDims",
            (x, own) -> {
              Tensor out = x;
              for (int axis : TensorTypes.Axes.of(own, "axis")) {
                out = Shapes.expandDims(out, axis);
              }
              return out;
            },
            AXIS));
    all.add(
        one(
            "Squeeze",
            (x, own) -> {
              int[] axes = TensorTypes.Axes.of(own, "axis");
              return Shapes.squeeze(x, axes == null ? null : axes[0]);
            },
            AXES));
    all.add(
        Operation.define(
            "numpy",
            "Concatenate",
            List.of("xs"),
            (given, own) -> Shapes.concat(tensors(given.get(0)), own.integer("axis")),
            FIRST));
    all.add(
        Operation.define(
            "numpy",
            "Stack",
            List.of("x"),
            (given, own) -> Shapes.stack(tensors(given.get(0)), own.integer("axis")),
            FIRST));
    Arg type = Arg.of("dtype", ArgTypes.DTYPE, null, "The type; None: the input's.");
    all.add(one("ZerosLike", (x, own) -> filled(x, own, 0), type));
    all.add(one("OnesLike", (x, own) -> filled(x, own, 1), type));
  }

  private static Tensor filled(Tensor x, Arguments own, double value) {
    DType type = own.get("dtype", DType.class);
    return Tensor.full(type == null ? x.dtype() : type, x.shape(), value);
  }

  private interface Reduction {
    Tensor apply(Tensor x, int[] axes, boolean keep);
  }

  private static Operation.Kind reduction(String name, Reduction reduction, Arg... more) {
    Arg[] fixed = new Arg[more.length + 2];
    fixed[0] = AXES;
    fixed[1] = KEEP;
    System.arraycopy(more, 0, fixed, 2, more.length);
    return one(
        name,
        (x, own) -> reduction.apply(x, TensorTypes.Axes.of(own, "axis"), own.flag("keepdims")),
        fixed);
  }

  private interface OneTensor {
    Tensor apply(Tensor x, Arguments own);
  }

  private static Operation.Kind one(String name, OneTensor body, Arg... fixed) {
    return Operation.define(
        "numpy",
        name,
        List.of("x"),
        (given, own) -> body.apply(Tensors.of(given.get(0)), own),
        fixed);
  }

  private static Tensor floats(Tensor x) {
    return ElementOperations.floats(x);
  }

  private static List<Tensor> tensors(Object list) {
    return ((List<?>) list).stream().map(Tensors::of).toList();
  }
}
