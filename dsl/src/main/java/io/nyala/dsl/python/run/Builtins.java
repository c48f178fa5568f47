package io.nyala.dsl.python.run;

import io.nyala.autograd.Maths;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.Tensor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/** The names every Python cell has. */
public final class Builtins {
  /** What {@code NotImplemented} is. */
  static final Object NOT_IMPLEMENTED =
      new Object() {
        @Override
        public String toString() {
          return "NotImplemented";
        }
      };

  private static final Map<String, Object> ALL = new LinkedHashMap<>();

  static {
    ALL.putAll(Types.named());
    ALL.putAll(Exceptions.all());
    ALL.put("NotImplemented", NOT_IMPLEMENTED);
    ALL.put("Ellipsis", io.nyala.tensor.Index.ELLIPSIS);
    ALL.put("__name__", "__main__");
    numbers();
    objects();
    attributes();
    Iteration.define(ALL);
  }

  private Builtins() {}

  /** Name to value. */
  public static Map<String, Object> all() {
    return ALL;
  }

  private static void one(String name, java.util.function.Function<Object, Object> body) {
    ALL.put(name, Native.one(name, body));
  }

  private static void any(String name, Native.Body body) {
    ALL.put(name, new Native(name, body));
  }

  private static void numbers() {
    one("abs", Builtins::abs);
    any("round", Builtins::round);
    any("divmod", (given, named) -> divmod(given[0], given[1]));
    any("pow", Builtins::pow);
    one("ord", Builtins::ord);
    one("chr", Builtins::chr);
    one("bin", value -> based(value, 2, "0b"));
    one("oct", value -> based(value, 8, "0o"));
    one("hex", value -> based(value, 16, "0x"));
    one("hash", Builtins::hash);
    one("id", value -> Ints.fit(id(value)));
  }

  private static Object based(Object value, int radix, String prefix) {
    Object whole =
        value instanceof Instance own && own.type().find("__index__") != null
            ? Invoke.method(value, "__index__", new Object[0], null)
            : value;
    if (!Ints.is(whole)) {
      throw Errors.type("'" + Types.name(value) + "' object cannot be interpreted as an integer");
    }
    java.math.BigInteger number = Ints.big(whole);
    return (number.signum() < 0 ? "-" : "") + prefix + number.abs().toString(radix);
  }

  private static Object ord(Object value) {
    String text = value instanceof CharSequence ? value.toString() : null;
    if (text == null) {
      throw Errors.type("ord() expected string of length 1, but " + Types.name(value) + " found");
    }
    int length = text.codePointCount(0, text.length());
    if (length != 1) {
      throw Errors.type("ord() expected a character, but string of length " + length + " found");
    }
    return text.codePointAt(0);
  }

  private static Object chr(Object value) {
    int point = Ints.index(value);
    if (point < 0 || point > Character.MAX_CODE_POINT) {
      throw Errors.value("chr() arg not in range(0x110000)");
    }
    return Character.toString(point);
  }

  static Object abs(Object value) {
    if (value instanceof Integer small) {
      return Ints.fit(Math.abs((long) small));
    }
    if (Ints.is(value)) {
      return Ints.fit(Ints.big(value).abs());
    }
    if (value instanceof KerasTensor) {
      return Operations.call("absolute", value);
    }
    if (value instanceof Number) {
      return Math.abs(Ints.real(value));
    }
    return Kind.of(value) != null
        ? Kind.of(value).wrap(Maths.abs(Kind.of(value).convert(value)))
        : absolute(value);
  }

  private static Object absolute(Object value) {
    if (value instanceof Instance own && own.type().find("__abs__") != null) {
      return Invoke.method(value, "__abs__", new Object[0], null);
    }
    throw Errors.type("bad operand type for abs(): '" + Types.name(value) + "'");
  }

  static Object round(Object[] given, Kwargs named) {
    Args args = new Args("round", given, named, 1, 2).names("number", "ndigits");
    Object number = args.get(0, "number", null);
    Object digits = args.get(1, "ndigits", null);
    if (Ints.is(number)) {
      if (digits == null || Ints.index(digits) >= 0) {
        return Ints.fit(Ints.big(number));
      }
      BigDecimal rounded =
          new BigDecimal(Ints.big(number)).setScale(Ints.index(digits), RoundingMode.HALF_EVEN);
      return Ints.fit(rounded.toBigInteger());
    }
    if (number instanceof Number) {
      double real = Ints.real(number);
      if (digits == null) {
        return Double.isFinite(real)
            ? Ints.fit(new BigDecimal(real).setScale(0, RoundingMode.HALF_EVEN).toBigInteger())
            : Constructors.truncated(real);
      }
      return Double.isFinite(real)
          ? new BigDecimal(real).setScale(Ints.index(digits), RoundingMode.HALF_EVEN).doubleValue()
              * 1.0
          : (Object) real;
    }
    if (number instanceof Instance it && it.type().find("__round__") != null) {
      return Invoke.method(
          number, "__round__", digits == null ? new Object[0] : new Object[] {digits}, null);
    }
    if (number instanceof Tensor tensor && tensor.elements() == 1) {
      return round(new Object[] {tensor.item(), digits}, null);
    }
    throw Errors.type("type " + Types.name(number) + " doesn't define __round__ method");
  }

  static Object divmod(Object a, Object b) {
    Object own = Dunders.binary("divmod", a, b);
    return own != Unbound.VALUE
        ? own
        : Tuple.of(Operators.floorDivide(a, b), Operators.modulo(a, b));
  }

  private static Object pow(Object[] given, Kwargs named) {
    Args args = new Args("pow", given, named, 2, 3).names("base", "exp", "mod");
    Object base = args.get(0, "base", null);
    Object exponent = args.get(1, "exp", null);
    Object modulus = args.get(2, "mod", null);
    if (modulus == null) {
      return Operators.power(base, exponent);
    }
    if (base instanceof Instance own && own.type().find("__pow__") != null) {
      return Invoke.method(base, "__pow__", new Object[] {exponent, modulus}, null);
    }
    if (!Ints.is(base) || !Ints.is(exponent) || !Ints.is(modulus)) {
      throw Errors.type("pow() 3rd argument not allowed unless all arguments are integers");
    }
    return Ints.fit(modular(Ints.big(base), Ints.big(exponent), Ints.big(modulus)));
  }

  private static java.math.BigInteger modular(
      java.math.BigInteger base, java.math.BigInteger exponent, java.math.BigInteger modulus) {
    if (modulus.signum() == 0) {
      throw Errors.value("pow() 3rd argument cannot be 0");
    }
    try {
      java.math.BigInteger result = base.modPow(exponent, modulus.abs());
      return modulus.signum() < 0 && result.signum() > 0 ? result.add(modulus) : result;
    } catch (ArithmeticException e) {
      throw Errors.value("base is not invertible for the given modulus");
    }
  }

  static Object hash(Object value) {
    Dicts.key(value);
    return Ints.fit(Hashes.of(value));
  }

  static long id(Object value) {
    return 0x7f0000000000L + System.identityHashCode(value);
  }

  private static void objects() {
    any("print", Printing::print);
    one("repr", Texts::repr);
    one("ascii", Texts::ascii);
    one("len", Builtins::len);
    one("callable", Builtins::isCallable);
    any(
        "format",
        (given, named) -> FormatSpec.format(given[0], given.length > 1 ? Texts.str(given[1]) : ""));
    any("isinstance", (given, named) -> Types.isInstance(given[0], given[1]));
    any("issubclass", (given, named) -> isSubclass(given[0], given[1]));
    any("super", (given, named) -> PySuper.of(given[0], given[1]));
    ALL.put("property", descriptor("property", Descriptors.Property.class, Builtins::property));
    ALL.put(
        "staticmethod",
        descriptor(
            "staticmethod",
            Descriptors.StaticMethod.class,
            (given, named) -> new Descriptors.StaticMethod(given[0])));
    ALL.put(
        "classmethod",
        descriptor(
            "classmethod",
            Descriptors.ClassMethod.class,
            (given, named) -> new Descriptors.ClassMethod(given[0])));
    ALL.put("slice", Types.SLICE);
    for (String name :
        List.of(
            "bytearray",
            "complex",
            "ExceptionGroup",
            "BaseExceptionGroup",
            "aiter",
            "anext",
            "memoryview",
            "breakpoint")) {
      any(
          name,
          (given, named) -> {
            throw Errors.of(
                "NotImplementedError", name + "() is not supported in Nyala's Python cells");
          });
    }
  }

  private static PyClass descriptor(String name, Class<?> java, PyClass.Maker maker) {
    return PyClass.builtin(name, Types.OBJECT, maker, java::isInstance);
  }

  private static Object property(Object[] given, Kwargs named) {
    Args args = new Args("property", given, named, 0, 4).names("fget", "fset", "fdel", "doc");
    return new Descriptors.Property(
        args.get(0, "fget", null),
        args.get(1, "fset", null),
        args.get(2, "fdel", null),
        args.get(3, "doc", null));
  }

  static Object slice(Object[] given, Kwargs named) {
    return switch (given.length) {
      case 1 -> Items.slice(null, given[0], null);
      case 2 -> Items.slice(given[0], given[1], null);
      default -> Items.slice(given[0], given[1], given[2]);
    };
  }

  private static Object isSubclass(Object type, Object of) {
    if (of instanceof Tuple several) {
      return several.stream().anyMatch(each -> Truth.of(isSubclass(type, each)));
    }
    if (of instanceof Generics.Union several) {
      return several.types().stream().anyMatch(each -> Truth.of(isSubclass(type, each)));
    }
    if (of instanceof OwnedClass own && own.type().find("__subclasscheck__") != null) {
      Object check = own.type().find("__subclasscheck__");
      return Truth.of(Invoke.call(check, new Object[] {of, type}, null));
    }
    if (type instanceof PyClass a && of instanceof PyClass b) {
      return a.derivesFrom(b);
    }
    throw Errors.type("issubclass() arg 1 must be a class");
  }

  /** Whether a value can be called. */
  public static boolean isCallable(Object value) {
    if (value instanceof Instance instance && !(value instanceof KerasInstance)) {
      return instance.type().find("__call__") != null;
    }
    return value instanceof io.nyala.dsl.names.Callable
        || value instanceof groovy.lang.Closure
        || value instanceof Class
        || value instanceof io.nyala.keras.layers.Layer;
  }

  static int len(Object value) {
    if (value != null && value.getClass() == java.util.ArrayList.class) {
      return ((java.util.ArrayList<?>) value).size();
    }
    if (value instanceof Instance instance && instance.type().find("__len__") != null) {
      return ofInstance(instance);
    }
    if (value instanceof CharSequence text) {
      return text.toString().codePointCount(0, text.length());
    }
    if (value instanceof Collection<?> items && !(value instanceof Tensor)) {
      return items.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof Tensor tensor && tensor.rank() > 0) {
      return tensor.dim(0);
    }
    boolean sized =
        value != null
            && !(value instanceof Number)
            && !(value instanceof Tensor)
            && !(value instanceof PyGenerator)
            && !(value instanceof Iterator)
            && !(value instanceof Instance)
            && !InvokerHelper.getMetaClass(value)
                .respondsTo(value, "size", new Object[0])
                .isEmpty();
    if (sized && InvokerHelper.invokeMethod(value, "size", new Object[0]) instanceof Number size) {
      return size.intValue();
    }
    throw Errors.type("object of type '" + Types.name(value) + "' has no len()");
  }

  private static int ofInstance(Instance instance) {
    Object given = Invoke.call(instance.type().find("__len__"), new Object[] {instance}, null);
    int length = Ints.index(given);
    if (length < 0) {
      throw Errors.value("__len__() should return >= 0");
    }
    return length;
  }

  static Object sum(Object items, Object start) {
    if (start instanceof CharSequence) {
      throw Errors.type("sum() can't sum strings [use ''.join(seq) instead]");
    }
    Object total = start;
    Iterator<Object> all = Iterators.of(items);
    while (all.hasNext()) {
      total = Operators.add(total, all.next());
    }
    return total;
  }

  private static void attributes() {
    any("hasattr", (given, named) -> Attributes.has(given[0], Texts.str(given[1])));
    any("getattr", Builtins::getAttribute);
    any(
        "setattr",
        (given, named) -> {
          Attributes.set(given[2], given[0], Texts.str(given[1]));
          return null;
        });
    any(
        "delattr",
        (given, named) -> {
          Attributes.delete(given[0], Texts.str(given[1]));
          return null;
        });
  }

  private static Object getAttribute(Object[] given, Kwargs named) {
    Args args = new Args("getattr", given, named, 2, 3);
    String name = args.text(1);
    if (given.length == 3) {
      return Attributes.has(given[0], name) ? Attributes.get(given[0], name) : given[2];
    }
    return Attributes.get(given[0], name);
  }
}
