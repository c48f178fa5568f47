package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.run.Ints;
import io.nyala.dsl.python.run.Module;
import java.math.BigInteger;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** {@code math}. */
final class MathModule {
  private MathModule() {}

  static Namespace names() {
    Module math = new Module("math");
    math.value("pi", Math.PI).value("e", Math.E).value("tau", 2 * Math.PI);
    math.value("inf", Double.POSITIVE_INFINITY).value("nan", Double.NaN);
    functions(math);
    whole(math);
    others(math);
    return math.names();
  }

  private static void real(Module math, String name, DoubleUnaryOperator body) {
    math.one(
        name,
        value -> {
          double x = Module.real(value);
          double result = body.applyAsDouble(x);
          if (Double.isNaN(result) && !Double.isNaN(x)) {
            throw Module.error("ValueError", "math domain error");
          }
          if (Double.isInfinite(result) && Double.isFinite(x)) {
            throw name.startsWith("log")
                ? Module.error("ValueError", "math domain error")
                : Module.error("OverflowError", "math range error");
          }
          return result;
        });
  }

  private static void pair(Module math, String name, DoubleBinaryOperator body) {
    math.two(name, (a, b) -> body.applyAsDouble(Module.real(a), Module.real(b)));
  }

  private static void functions(Module math) {
    real(math, "sqrt", Math::sqrt);
    real(math, "cbrt", Math::cbrt);
    real(math, "exp", Math::exp);
    real(math, "expm1", Math::expm1);
    real(math, "log1p", Math::log1p);
    real(math, "log10", Math::log10);
    real(math, "sin", Math::sin);
    real(math, "cos", Math::cos);
    real(math, "tan", Math::tan);
    real(math, "asin", Math::asin);
    real(math, "acos", Math::acos);
    real(math, "atan", Math::atan);
    real(math, "sinh", Math::sinh);
    real(math, "cosh", Math::cosh);
    real(math, "tanh", Math::tanh);
    real(math, "fabs", Math::abs);
    real(math, "degrees", Math::toDegrees);
    real(math, "radians", Math::toRadians);
    pair(math, "pow", Math::pow);
    pair(math, "atan2", Math::atan2);
    pair(math, "fmod", (a, b) -> a % b);
    pair(math, "copysign", Math::copySign);
    math.function("log", (given, named) -> log(given));
    math.one("log2", value -> log2(value));
    math.function("hypot", (given, named) -> hypot(given));
  }

  private static double natural(Object value) {
    if (Module.isWhole(value) && Module.big(value).bitLength() > 1000) {
      BigInteger big = Module.big(value);
      int shift = big.bitLength() - 60;
      return Math.log(big.shiftRight(shift).doubleValue()) + shift * Math.log(2);
    }
    double x = Module.real(value);
    if (x <= 0) {
      throw Module.error("ValueError", "math domain error");
    }
    return Math.log(x);
  }

  private static Object log(Object[] given) {
    return given.length == 1 ? natural(given[0]) : natural(given[0]) / natural(given[1]);
  }

  private static Object log2(Object value) {
    double x = natural(value);
    double real = Module.real(value);
    int exponent = Math.getExponent(real);
    return real == Math.scalb(1.0, exponent) ? (double) exponent : x / Math.log(2);
  }

  private static Object hypot(Object[] given) {
    double sum = 0;
    for (Object each : given) {
      sum += Module.real(each) * Module.real(each);
    }
    return given.length == 2
        ? Math.hypot(Module.real(given[0]), Module.real(given[1]))
        : Math.sqrt(sum);
  }

  private static void whole(Module math) {
    math.one(
        "floor", value -> Module.isWhole(value) ? value : rounded(Math.floor(Module.real(value))));
    math.one(
        "ceil", value -> Module.isWhole(value) ? value : rounded(Math.ceil(Module.real(value))));
    math.one("trunc", value -> Module.isWhole(value) ? value : rounded(Module.real(value)));
    math.one("factorial", MathModule::factorial);
    math.one("isqrt", value -> Ints.fit(Module.big(value).sqrt()));
    math.two("comb", (n, k) -> combinations(Module.big(n), Module.index(k), true));
    math.two("perm", (n, k) -> combinations(Module.big(n), Module.index(k), false));
    math.function("gcd", (given, named) -> reduce(given, 0, BigInteger::gcd));
    math.function("lcm", (given, named) -> reduce(given, 1, MathModule::lcm));
  }

  private static Object rounded(double value) {
    return Module.whole(value);
  }

  private static BigInteger lcm(BigInteger a, BigInteger b) {
    return a.signum() == 0 || b.signum() == 0
        ? BigInteger.ZERO
        : a.multiply(b).abs().divide(a.gcd(b));
  }

  private static Object reduce(
      Object[] given, int start, java.util.function.BinaryOperator<BigInteger> step) {
    BigInteger result = BigInteger.valueOf(start);
    for (Object each : given) {
      result = step.apply(result, Module.big(each));
    }
    return Ints.fit(result);
  }

  private static Object factorial(Object value) {
    if (!Module.isWhole(value)) {
      throw Module.error(
          "TypeError",
          "'" + Module.typeName(value) + "' object cannot be interpreted as an integer");
    }
    int n = Module.index(value);
    if (n < 0) {
      throw Module.error("ValueError", "factorial() not defined for negative values");
    }
    BigInteger result = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      result = result.multiply(BigInteger.valueOf(i));
    }
    return Ints.fit(result);
  }

  private static Object combinations(BigInteger n, int k, boolean unordered) {
    BigInteger result = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      result = result.multiply(n.subtract(BigInteger.valueOf(i)));
      result = unordered ? result.divide(BigInteger.valueOf(i + 1L)) : result;
    }
    return Ints.fit(result);
  }

  private static void others(Module math) {
    math.one("isnan", value -> Double.isNaN(Module.real(value)));
    math.one("isinf", value -> Double.isInfinite(Module.real(value)));
    math.one("isfinite", value -> Double.isFinite(Module.real(value)));
    math.one("modf", value -> modf(Module.real(value)));
    math.one("fsum", value -> sum(Module.items(value)));
    math.function("prod", (given, named) -> product(Module.items(given[0])));
    math.two("dist", MathModule::distance);
    math.function(
        "isclose",
        (given, named) -> {
          double relative =
              named != null && named.containsKey("rel_tol")
                  ? Module.real(named.get("rel_tol"))
                  : 1e-9;
          double absolute =
              named != null && named.containsKey("abs_tol") ? Module.real(named.get("abs_tol")) : 0;
          double a = Module.real(given[0]);
          double b = Module.real(given[1]);
          return a == b
              || Math.abs(a - b)
                  <= Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), absolute);
        });
  }

  private static Object modf(double x) {
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    return Tuple.of(x - whole, whole);
  }

  private static Object sum(List<Object> items) {
    java.math.BigDecimal total = java.math.BigDecimal.ZERO;
    for (Object each : items) {
      total = total.add(new java.math.BigDecimal(Module.real(each)));
    }
    return total.doubleValue();
  }

  private static Object product(List<Object> items) {
    Object total = 1;
    for (Object each : items) {
      total = Module.multiply(total, each);
    }
    return total;
  }

  private static Object distance(Object a, Object b) {
    List<Object> x = Module.items(a);
    List<Object> y = Module.items(b);
    double sum = 0;
    for (int i = 0; i < x.size(); i++) {
      double d = Module.real(x.get(i)) - Module.real(y.get(i));
      sum += d * d;
    }
    return Math.sqrt(sum);
  }
}
