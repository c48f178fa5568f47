package io.nyala.keras.ops;

import static io.nyala.keras.ops.ElementOperations.floating;
import static io.nyala.keras.ops.ElementOperations.floats;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Gather;
import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Moves;
import io.nyala.autograd.Reduce;
import io.nyala.keras.activations.ActivationFunctions;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Functions;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.losses.CrossEntropy;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operations of {@code keras.ops.nn} beside those that stand with the elements. */
final class NnOperations {

  private static final Arg AXIS = Arg.of("axis", ArgTypes.INT, -1, "The axis.");
  private static final Arg LOGITS =
      Arg.of("from_logits", ArgTypes.BOOL, false, "Whether outputs are before the softmax.");

  static final List<Operation.Kind> KINDS = kinds();

  private NnOperations() {}

  private interface OneTensor {
    Tensor apply(Tensor x, Arguments own);
  }

  private static Operation.Kind of(String name, OneTensor body, Arg... fixed) {
    return Operation.define(
        "nn", name, List.of("x"), (given, own) -> body.apply(floats(given.get(0)), own), fixed);
  }

  private static Arg number(String name, double value, String doc) {
    return Arg.of(name, ArgTypes.FLOAT, value, doc);
  }

  private static List<Operation.Kind> kinds() {
    List<Operation.Kind> all = new ArrayList<>();
    activations(all);
    shrinks(all);
    losses(all);
    all.add(
        Operation.define(
            "nn",
            "OneHot",
            List.of("x"),
            (given, own) -> oneHot(Tensors.of(given.get(0)), own),
            Arg.required("num_classes", ArgTypes.POSITIVE_INT, "The number of classes."),
            AXIS,
            Arg.of("dtype", ArgTypes.DTYPE, null, "The type; None: float32."),
            LayerArgs.unsupported("sparse", false)));
    all.add(
        of(
            "Normalize",
            NnOperations::normalize,
            AXIS,
            Arg.of("order", ArgTypes.FLOAT, 2.0, "The norm."),
            Arg.of("epsilon", ArgTypes.FLOAT, null, "The smallest norm; None: 1e-7.")));
    all.add(
        Operation.define(
            "math",
            "Logsumexp",
            List.of("x"),
            (given, own) ->
                Reduce.logSumExp(
                    floats(given.get(0)), TensorTypes.Axes.of(own, "axis"), own.flag("keepdims")),
            Arg.of("axis", TensorTypes.AXES, null, "The axes; None: all."),
            Arg.of("keepdims", ArgTypes.BOOL, false, "Whether reduced axes stay.")));
    return List.copyOf(all);
  }

  private static void activations(List<Operation.Kind> all) {
    all.add(floating("nn", "Relu6", ActivationFunctions::relu6));
    all.add(floating("nn", "Softsign", ActivationFunctions::softsign));
    all.add(floating("nn", "LogSigmoid", ActivationFunctions::logSigmoid));
    all.add(floating("nn", "HardSigmoid", ActivationFunctions::hardSigmoid));
    all.add(floating("nn", "HardSilu", ActivationFunctions::hardSilu));
    all.add(floating("nn", "HardTanh", x -> Maths.clip(x, -1, 1)));
    all.add(floating("nn", "SparsePlus", ActivationFunctions::sparsePlus));
    all.add(floating("nn", "SparseSigmoid", ActivationFunctions::sparseSigmoid));
    all.add(
        of(
            "LeakyRelu",
            (x, own) -> ActivationFunctions.leakyRelu(x, own.number("negative_slope")),
            number("negative_slope", 0.2, "The slope below 0.")));
    Arg alpha = number("alpha", 1.0, "The value far below 0, negated.");
    all.add(of("Elu", (x, own) -> ActivationFunctions.elu(x, own.number("alpha")), alpha));
    all.add(of("Celu", (x, own) -> ActivationFunctions.celu(x, own.number("alpha")), alpha));
    all.add(of("Glu", (x, own) -> ActivationFunctions.glu(x, own.integer("axis")), AXIS));
    all.add(
        of(
            "Squareplus",
            (x, own) -> ActivationFunctions.squareplus(x, own.number("b")),
            number("b", 4, "How smooth it is.")));
    all.add(
        of(
            "Sparsemax",
            (x, own) ->
                (Tensor)
                    Functions.find("keras.activations", "sparsemax")
                        .call(List.of(x), Map.of("axis", own.integer("axis"))),
            AXIS));
  }

  private static void shrinks(List<Operation.Kind> all) {
    Arg half = number("threshold", 0.5, "Where it begins.");
    all.add(
        of(
            "HardShrink",
            (x, own) -> ActivationFunctions.hardShrink(x, own.number("threshold")),
            half));
    all.add(
        of(
            "SoftShrink",
            (x, own) -> ActivationFunctions.softShrink(x, own.number("threshold")),
            half));
    all.add(floating("nn", "TanhShrink", ActivationFunctions::tanhShrink));
    all.add(
        of(
            "Threshold",
            (x, own) ->
                ActivationFunctions.threshold(
                    x, own.number("threshold"), own.number("default_value")),
            Arg.required("threshold", ArgTypes.FLOAT, "Where it begins."),
            Arg.required("default_value", ArgTypes.FLOAT, "The value below.")));
  }

  private static void losses(List<Operation.Kind> all) {
    List<String> called = List.of("target", "output");
    all.add(
        Operation.define(
            "nn",
            "CategoricalCrossentropy",
            called,
            (given, own) ->
                CrossEntropy.categorical(
                    floats(given.get(0)),
                    floats(given.get(1)),
                    own.flag("from_logits"),
                    own.integer("axis")),
            LOGITS,
            AXIS));
    all.add(
        Operation.define(
            "nn",
            "SparseCategoricalCrossentropy",
            called,
            (given, own) ->
                CrossEntropy.sparse(
                    Tensors.of(given.get(0)),
                    floats(given.get(1)),
                    own.flag("from_logits"),
                    own.integer("axis")),
            LOGITS,
            AXIS));
    all.add(
        Operation.define(
            "nn",
            "BinaryCrossentropy",
            called,
            (given, own) ->
                CrossEntropy.binary(
                    floats(given.get(0)), floats(given.get(1)), own.flag("from_logits")),
            LOGITS));
  }

  private static Tensor oneHot(Tensor x, Arguments own) {
    DType type = own.get("dtype", DType.class);
    Tensor hot = Gather.oneHot(x, own.integer("num_classes"), type == null ? DType.FLOAT32 : type);
    int axis = own.integer("axis");
    return axis == -1 ? hot : Moves.moveAxis(hot, -1, axis);
  }

  private static Tensor normalize(Tensor x, Arguments own) {
    double least = own.get("epsilon") == null ? 1e-7 : own.number("epsilon");
    int[] axes = {own.integer("axis")};
    if (own.number("order") == 2) {
      Tensor sum = Reduce.sum(Maths.square(x), axes, true);
      Tensor held = Arithmetic.maximum(sum, Arithmetic.like(sum, least * least));
      return Arithmetic.multiply(x, Maths.rsqrt(held));
    }
    Tensor norm = LinAlg.norm(x, own.number("order"), axes, true);
    return Arithmetic.divide(x, Arithmetic.maximum(norm, Arithmetic.like(norm, least)));
  }
}
