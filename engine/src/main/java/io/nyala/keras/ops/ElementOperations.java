package io.nyala.keras.ops;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.keras.activations.ActivationFunctions;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The operations on elements, one tensor's or two's. */
final class ElementOperations {

  static final List<Operation.Kind> KINDS = kinds();

  private ElementOperations() {}

  private static List<Operation.Kind> kinds() {
    List<Operation.Kind> all = new ArrayList<>();
    pairs(all);
    numpy(all);
    activations(all);
    return List.copyOf(all);
  }

  private static void pairs(List<Operation.Kind> all) {
    all.add(pair("Add", Arithmetic::add));
    all.add(pair("Subtract", Arithmetic::subtract));
    all.add(pair("Multiply", Arithmetic::multiply));
    all.add(pair("Divide", ElementOperations::divide));
    all.add(pair("TrueDivide", ElementOperations::divide));
    all.add(pair("FloorDivide", Arithmetic::floorDivide));
    all.add(pair("Mod", Arithmetic::floorMod));
    all.add(pair("Power", Arithmetic::power));
    all.add(pair("Maximum", Arithmetic::maximum));
    all.add(pair("Minimum", Arithmetic::minimum));
    all.add(pair("Matmul", Matrix::matmul));
    all.add(pair("Equal", Compare::equal));
    all.add(pair("NotEqual", Compare::notEqual));
    all.add(pair("Less", Compare::less));
    all.add(pair("LessEqual", Compare::lessEqual));
    all.add(pair("Greater", Compare::greater));
    all.add(pair("GreaterEqual", Compare::greaterEqual));
    all.add(pair("LogicalAnd", Compare::and));
    all.add(pair("LogicalOr", Compare::or));
    all.add(pair("LogicalXor", Compare::xor));
    all.add(
        Operation.define(
            "numpy",
            "Where",
            List.of("condition", "x1", "x2"),
            (given, own) -> {
              Tensor[] pair = Operation.pair(given.get(1), given.get(2));
              return Compare.where(Tensors.of(given.get(0)), pair[0], pair[1]);
            }));
  }

  private static void numpy(List<Operation.Kind> all) {
    all.add(one("numpy", "Negative", Arithmetic::negative));
    all.add(one("numpy", "Absolute", Maths::abs));
    all.add(one("numpy", "Sign", Maths::sign));
    all.add(one("numpy", "Square", Maths::square));
    all.add(one("numpy", "Floor", Maths::floor));
    all.add(one("numpy", "Ceil", Maths::ceil));
    all.add(one("numpy", "LogicalNot", Compare::not));
    all.add(floating("numpy", "Exp", Maths::exp));
    all.add(floating("numpy", "Expm1", Maths::expm1));
    all.add(floating("numpy", "Log", Maths::log));
    all.add(floating("numpy", "Log1p", Maths::log1p));
    all.add(floating("numpy", "Sqrt", Maths::sqrt));
    all.add(floating("numpy", "Sin", Maths::sin));
    all.add(floating("numpy", "Cos", Maths::cos));
    all.add(floating("numpy", "Tan", Maths::tan));
    all.add(floating("numpy", "Tanh", Maths::tanh));
    all.add(floating("math", "Rsqrt", Maths::rsqrt));
    all.add(floating("math", "Erf", Maths::erf));
    all.add(
        Operation.define(
            "numpy",
            "Clip",
            List.of("x"),
            (given, own) ->
                Maths.clip(Tensors.of(given.get(0)), own.number("x_min"), own.number("x_max")),
            Arg.required("x_min", ArgTypes.FLOAT, "The smallest result."),
            Arg.required("x_max", ArgTypes.FLOAT, "The largest result.")));
    all.add(
        Operation.define(
            "core",
            "Cast",
            List.of("x"),
            (given, own) -> Cast.to(Tensors.of(given.get(0)), own.get("dtype", DType.class)),
            Arg.required("dtype", ArgTypes.DTYPE, "The type to convert to.")));
    all.add(
        Operation.define(
            "core",
            "ConvertToTensor",
            List.of("x"),
            (given, own) -> {
              DType type = own.get("dtype", DType.class);
              Tensor x = Tensors.of(given.get(0));
              return type == null ? x : Cast.to(x, type);
            },
            Arg.of("dtype", ArgTypes.DTYPE, null, "The type; None: the input's."),
            LayerArgs.unsupported("sparse", null),
            LayerArgs.unsupported("ragged", null)));
  }

  private static void activations(List<Operation.Kind> all) {
    Arg axis = Arg.of("axis", ArgTypes.INT, -1, "The axis.");
    all.add(one("nn", "Relu", Maths::relu));
    all.add(floating("nn", "Sigmoid", Maths::sigmoid));
    all.add(floating("nn", "Softplus", Maths::softplus));
    all.add(floating("nn", "Silu", ActivationFunctions::silu));
    all.add(floating("nn", "Selu", ActivationFunctions::selu));
    all.add(
        Operation.define(
            "nn",
            "Gelu",
            List.of("x"),
            (given, own) -> ActivationFunctions.gelu(floats(given.get(0)), own.flag("approximate")),
            Arg.of("approximate", ArgTypes.BOOL, true, "Whether to approximate by tanh.")));
    all.add(
        Operation.define(
            "nn",
            "Softmax",
            List.of("x"),
            (given, own) -> ActivationFunctions.softmax(floats(given.get(0)), own.integer("axis")),
            axis));
    all.add(
        Operation.define(
            "nn",
            "LogSoftmax",
            List.of("x"),
            (given, own) ->
                ActivationFunctions.logSoftmax(floats(given.get(0)), own.integer("axis")),
            axis));
  }

  private static Tensor divide(Tensor a, Tensor b) {
    return Arithmetic.divide(floats(a), floats(b));
  }

  static Operation.Kind pair(String name, BinaryOperator<Tensor> operation) {
    return Operation.define(
        "numpy",
        name,
        List.of("x1", "x2"),
        (given, own) -> {
          Tensor[] pair = Operation.pair(given.get(0), given.get(1));
          return operation.apply(pair[0], pair[1]);
        });
  }

  static Operation.Kind one(String module, String name, UnaryOperator<Tensor> operation) {
    return Operation.define(
        module, name, List.of("x"), (given, own) -> operation.apply(Tensors.of(given.get(0))));
  }

  /** A function that makes floats of whole numbers. */
  static Operation.Kind floating(String module, String name, UnaryOperator<Tensor> operation) {
    return one(module, name, x -> operation.apply(floats(x)));
  }

  static Tensor floats(Object value) {
    Tensor x = Tensors.of(value);
    return x.dtype().isFloating() ? x : Cast.to(x, DType.FLOAT32);
  }
}
