package io.nyala.keras.ops;

import static io.nyala.keras.ops.ElementOperations.floating;
import static io.nyala.keras.ops.ElementOperations.floats;
import static io.nyala.keras.ops.ElementOperations.one;
import static io.nyala.keras.ops.ElementOperations.pair;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Logarithms;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Products;
import io.nyala.autograd.Rounding;
import io.nyala.autograd.Trigonometry;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/** The rarer operations on elements, and products of whole tensors. */
final class NumericOperations {

  private static final Double LARGEST = (double) Float.MAX_VALUE;

  static final List<Operation.Kind> KINDS = kinds();

  private NumericOperations() {}

  private static List<Operation.Kind> kinds() {
    List<Operation.Kind> all = new ArrayList<>();
    angles(all);
    powers(all);
    products(all);
    all.add(one("numpy", "Isnan", Maths::isNan));
    all.add(one("numpy", "Isfinite", Maths::isFinite));
    all.add(one("numpy", "Isinf", Rounding::isInfinite));
    all.add(one("numpy", "Trunc", Rounding::truncate));
    all.add(
        Operation.define(
            "numpy",
            "Round",
            List.of("x"),
            (given, own) -> Rounding.round(Tensors.of(given.get(0)), own.integer("decimals")),
            Arg.of("decimals", ArgTypes.INT, 0, "How many decimals stay.")));
    all.add(
        Operation.define(
            "numpy",
            "NanToNum",
            List.of("x"),
            (given, own) ->
                Rounding.finite(
                    floats(given.get(0)),
                    own.number("nan"),
                    own.get("posinf") == null ? LARGEST : own.number("posinf"),
                    own.get("neginf") == null ? -LARGEST : own.number("neginf")),
            Arg.of("nan", ArgTypes.FLOAT, 0.0, "What stands for what is not a number."),
            Arg.of("posinf", ArgTypes.FLOAT, null, "For infinity; None: the largest number."),
            Arg.of("neginf", ArgTypes.FLOAT, null, "For minus infinity; None: the smallest.")));
    return List.copyOf(all);
  }

  private static void angles(List<Operation.Kind> all) {
    all.add(floating("numpy", "Arcsin", Maths::asin));
    all.add(floating("numpy", "Arccos", Maths::acos));
    all.add(floating("numpy", "Arctan", Maths::atan));
    all.add(floating("numpy", "Sinh", Maths::sinh));
    all.add(floating("numpy", "Cosh", Maths::cosh));
    all.add(floating("numpy", "Arcsinh", Trigonometry::asinh));
    all.add(floating("numpy", "Arccosh", Trigonometry::acosh));
    all.add(floating("numpy", "Arctanh", Trigonometry::atanh));
    all.add(floating("numpy", "Deg2rad", Trigonometry::radians));
    all.add(floating("numpy", "Rad2deg", Trigonometry::degrees));
    all.add(pair("Arctan2", (a, b) -> Trigonometry.atan2(floats(a), floats(b))));
    all.add(pair("Hypot", (a, b) -> Trigonometry.hypot(floats(a), floats(b))));
  }

  private static void powers(List<Operation.Kind> all) {
    all.add(floating("numpy", "Cbrt", Logarithms::cbrt));
    all.add(floating("numpy", "Exp2", Logarithms::exp2));
    all.add(floating("numpy", "Log2", Logarithms::log2));
    all.add(floating("numpy", "Log10", Logarithms::log10));
    all.add(floating("numpy", "Reciprocal", Maths::reciprocal));
    all.add(pair("Logaddexp", (a, b) -> Logarithms.logAddExp(floats(a), floats(b))));
    all.add(pair("DivideNoNan", (a, b) -> Arithmetic.divideNoNan(floats(a), floats(b))));
  }

  private static void products(List<Operation.Kind> all) {
    all.add(pair("Dot", Products::dot));
    all.add(pair("Inner", Products::inner));
    all.add(pair("Outer", Products::outer));
    all.add(pair("Vdot", Products::vdot));
    all.add(pair("Kron", Products::kron));
    all.add(
        Operation.define(
            "numpy",
            "Tensordot",
            List.of("x1", "x2"),
            (given, own) -> {
              Tensor[] pair = Operation.pair(given.get(0), given.get(1));
              int[][] axes = Products.axes(own.get("axes"), pair[0].rank());
              return Products.tensordot(pair[0], pair[1], axes[0], axes[1]);
            },
            Arg.of("axes", ArgTypes.ANY, 2, "How many axes, or which of both.")));
  }
}
