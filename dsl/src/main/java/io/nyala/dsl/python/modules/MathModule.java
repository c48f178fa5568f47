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
          double x = Module.number(value);
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
    math.two(name, (a, b) -> body.applyAsDouble(Module.number(a), Module.number(b)));
  }

  private static void functions(Module math) {
    real(math, "sqrt", Math::sqrt);
    real(math, "cbrt", Math::cbrt);
    real(math, "exp", Math::exp);
    real(math, "expm1", Math::expm1);
    real(math, "log1p", Math::log1p);
    math.one(
        "log10",
        value -> {
          boolean large = Module.isWhole(value) && Module.big(value).bitLength() > 1000;
          double x = natural(value);
          if (large) {
            String digits = Module.big(value).toString();
            return Math.log10(Double.parseDouble(digits.substring(0, 17))) + digits.length() - 17;
          }
          return x == 0 ? 0.0 : Math.log10(Module.real(value));
        });
    real(math, "sin", Math::sin);
    real(math, "cos", Math::cos);
    real(math, "tan", Math::tan);
    real(math, "asin", Math::asin);
    real(math, "acos", Math::acos);
    real(math, "atan", Math::atan);
    real(math, "sinh", Math::sinh);
    real(math, "cosh", x -> Math.abs(x) < 20 ? (Math.exp(x) + Math.exp(-x)) / 2 : Math.cosh(x));
    real(math, "tanh", Math::tanh);
    real(math, "asinh", MathModule::asinh);
    real(math, "acosh", x -> Math.log(x + Math.sqrt(x * x - 1)));
    real(math, "atanh", x -> 0.5 * Math.log1p(2 * x / (1 - x)));
    real(math, "exp2", x -> Math.pow(2, x));
    real(math, "erf", Gammas::erf);
    real(math, "erfc", x -> Gammas.erfc(x));
    real(math, "gamma", Gammas::gamma);
    real(math, "lgamma", Gammas::logGamma);
    real(math, "ulp", Math::ulp);
    pair(math, "remainder", Math::IEEEremainder);
    pair(math, "nextafter", Math::nextAfter);
    math.one("frexp", value -> frexp(Module.real(value)));
    math.two("ldexp", (x, power) -> Math.scalb(Module.real(x), Module.index(power)));
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

  private static double asinh(double x) {
    double size = Math.abs(x);
    double result =
        size > 1e8
            ? Math.log(size) + Math.log(2)
            : Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
    return Math.copySign(result, x);
  }

  private static Object frexp(double x) {
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return Tuple.of(x, 0);
    }
    int exponent = Math.getExponent(x) + 1;
    if (Math.abs(x) < Double.MIN_NORMAL) {
      exponent = Math.getExponent(x * 0x1p54) + 1 - 54;
    }
    return Tuple.of(x / Math.pow(2, exponent), exponent);
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
    if (Module.isWhole(value) && Module.big(value).bitLength() > 1000) {
      BigInteger big = Module.big(value);
      int power = big.bitLength() - 1;
      return big.bitCount() == 1 ? (double) power : x / Math.log(2);
    }
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
    math.function(
        "perm",
        (given, named) ->
            given.length == 1 || given[1] == null
                ? factorial(given[0])
                : combinations(Module.big(given[0]), Module.index(given[1]), false));
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
    math.function(
        "prod",
        (given, named) ->
            product(Module.items(given[0]), named == null ? 1 : named.getOrDefault("start", 1)));
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

  private static Object product(List<Object> items, Object start) {
    Object total = start;
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
