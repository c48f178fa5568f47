package io.nyala.dsl.names.builtins;

import io.nyala.autograd.Maths;
import io.nyala.dsl.lang.SystemExit;
import io.nyala.dsl.names.BuiltinFunction;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Conversions;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Parameters;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.PyRange;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.Types;
import io.nyala.dsl.show.Repr;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.codehaus.groovy.runtime.InvokerHelper;

/** The functions every cell has, as Python has them. */
public final class Builtins {
  private final Map<String, Object> all = new LinkedHashMap<>();

  private Builtins() {
    addTypes();
    addSequences();
    addNumbers();
    addOthers();
  }

  /** Name to function. */
  public static Map<String, Object> all() {
    return new Builtins().all;
  }

  private void add(String name, Callable body) {
    all.put(name, new BuiltinFunction(name, body));
  }

  private void one(String name, Function<Object, Object> body) {
    add(name, (list, named) -> body.apply(Parameters.of(name, list, named, "x").required("x")));
  }

  private void addTypes() {
    type("int", Builtins::toInt);
    type("float", (p, n) -> p.isEmpty() ? 0.0 : Conversions.toFloat(only("float", p, n)));
    type("str", (p, n) -> p.isEmpty() ? "" : Repr.text(only("str", p, n)));
    type("bool", (p, n) -> !p.isEmpty() && Conversions.truth(only("bool", p, n)));
    type("list", (p, n) -> p.isEmpty() ? new ArrayList<>() : Iteration.items(only("list", p, n)));
    type(
        "tuple",
        (p, n) -> p.isEmpty() ? Tuple.of() : Tuple.copyOf(Iteration.items(only("tuple", p, n))));
    type(
        "set",
        (p, n) ->
            p.isEmpty()
                ? new LinkedHashSet<>()
                : new LinkedHashSet<>(Iteration.items(only("set", p, n))));
    type("dict", Builtins::toDict);
    // The words int and float are Groovy's own; the language hands them over under these names.
    all.put("__int", all.get("int"));
    all.put("__float", all.get("float"));
  }

  private void type(String name, Callable body) {
    all.put(name, new BuiltinFunction(name, body, value -> Types.isInstance(value, name)));
  }

  private static Object only(String name, List<Object> positional, Map<String, Object> named) {
    return Parameters.of(name, positional, named, "x").required("x");
  }

  private static Object toInt(List<Object> positional, Map<String, Object> named) {
    Parameters given = Parameters.of("int", positional, named, "x", "base");
    return given.has("x") ? Conversions.toInt(given.required("x"), given.or("base", null)) : 0;
  }

  private static Object toDict(List<Object> positional, Map<String, Object> named) {
    Map<Object, Object> dict = new LinkedHashMap<>();
    for (Object given : positional) {
      if (given instanceof Map<?, ?> map) {
        dict.putAll(map);
      } else {
        for (Object pair : Iteration.items(given)) {
          List<Object> two =
              Iteration.items(
                  pair instanceof Map.Entry<?, ?> entry
                      ? Tuple.of(entry.getKey(), entry.getValue())
                      : pair);
          if (two.size() != 2) {
            throw PyError.value("dict() needs pairs; received an item of length " + two.size());
          }
          dict.put(two.get(0), two.get(1));
        }
      }
    }
    dict.putAll(named);
    return dict;
  }

  private void addSequences() {
    one("len", Iteration::len);
    add("range", Builtins::range);
    add("zip", Iteration::zip);
    add(
        "enumerate",
        (p, n) -> {
          Parameters given = Parameters.of("enumerate", p, n, "iterable", "start");
          return Iteration.enumerate(
              given.required("iterable"), whole("start", given.or("start", 0)));
        });
    one(
        "iter",
        value ->
            value instanceof Map<?, ?> m ? m.keySet().iterator() : InvokerHelper.asIterator(value));
    add("next", Iteration::next);
    add("map", (p, n) -> Iteration.map(p));
    add(
        "filter",
        (p, n) -> {
          Parameters given = Parameters.of("filter", p, n, "function", "iterable");
          return Iteration.filter(given.required("function"), given.required("iterable"));
        });
    add(
        "sorted",
        (p, n) -> {
          Parameters.only("sorted", n, "key", "reverse");
          boolean reverse = Conversions.truth(n.get("reverse"));
          return Iteration.sorted(only("sorted", p, Map.of()), n.get("key"), reverse);
        });
    one("reversed", Iteration::reversed);
    add("min", (p, n) -> Iteration.extreme("min", p, n, false));
    add("max", (p, n) -> Iteration.extreme("max", p, n, true));
    add(
        "sum",
        (p, n) -> {
          Parameters given = Parameters.of("sum", p, n, "iterable", "start");
          return Iteration.sum(given.required("iterable"), given.or("start", 0));
        });
    one("any", value -> Iteration.items(value).stream().anyMatch(Conversions::truth));
    one("all", value -> Iteration.items(value).stream().allMatch(Conversions::truth));
  }

  private static Object range(List<Object> positional, Map<String, Object> named) {
    Parameters.only("range", named);
    int count = positional.size();
    if (count < 1 || count > 3) {
      throw PyError.type("range expected 1 to 3 arguments, got " + count);
    }
    int start = count == 1 ? 0 : whole("range", positional.get(0));
    int stop = whole("range", positional.get(count == 1 ? 0 : 1));
    return new PyRange(start, stop, count == 3 ? whole("range", positional.get(2)) : 1);
  }

  private static int whole(String what, Object value) {
    boolean whole =
        value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    if (!whole && !(value instanceof io.nyala.tensor.Tensor)) {
      throw PyError.type(
          what + ": '" + Types.nameOf(value) + "' object cannot be interpreted as an integer");
    }
    return ((Number) Conversions.toInt(value, null)).intValue();
  }

  private void addNumbers() {
    one("abs", Builtins::abs);
    add("round", Builtins::round);
    one("ord", value -> value.toString().codePointAt(0));
    one("chr", value -> Character.toString(whole("chr", value)));
    add(
        "divmod",
        (p, n) -> {
          Parameters given = Parameters.of("divmod", p, n, "x", "y");
          return divmod(given.required("x"), given.required("y"));
        });
  }

  private static Object abs(Object value) {
    if (value instanceof Number number) {
      return InvokerHelper.invokeMethod(number, "abs", new Object[0]);
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    Kind kind = Kind.of(value);
    if (kind != null) {
      return kind.wrap(Maths.abs(kind.convert(value)));
    }
    if (value == null || value instanceof CharSequence) {
      throw PyError.type("bad operand type for abs(): '" + Types.nameOf(value) + "'");
    }
    return InvokerHelper.invokeMethod(value, "abs", new Object[0]);
  }

  /** To the nearest, ties to even, exactly as the binary number lies. */
  private static Object round(List<Object> positional, Map<String, Object> named) {
    Parameters given = Parameters.of("round", positional, named, "number", "ndigits");
    Object number = given.required("number");
    Object digits = given.or("ndigits", null);
    if (!(number instanceof Number)) {
      return InvokerHelper.invokeMethod(number, "round", new Object[0]);
    }
    boolean binary = number instanceof Double || number instanceof Float;
    if (binary && !Double.isFinite(((Number) number).doubleValue())) {
      return digits == null ? Conversions.toInt(number, null) : number;
    }
    BigDecimal exact =
        binary
            ? new BigDecimal(((Number) number).doubleValue())
            : new BigDecimal(number.toString());
    if (digits == null) {
      return Conversions.toInt(exact.setScale(0, RoundingMode.HALF_EVEN), null);
    }
    BigDecimal rounded = exact.setScale(whole("round", digits), RoundingMode.HALF_EVEN);
    if (binary) {
      return rounded.doubleValue();
    }
    return number instanceof BigDecimal ? rounded : Conversions.toInt(rounded, null);
  }

  private static Object divmod(Object x, Object y) {
    if (x instanceof Integer a && y instanceof Integer b) {
      return Tuple.of(Math.floorDiv(a, b), Math.floorMod(a, b));
    }
    double a = ((Number) x).doubleValue();
    double b = ((Number) y).doubleValue();
    double whole = Math.floor(a / b);
    return Tuple.of(whole, a - whole * b);
  }

  private void addOthers() {
    add("print", Builtins::print);
    add("open", Opener::open);
    one("repr", Repr::of);
    one("id", System::identityHashCode);
    one("type", value -> typeOf(value));
    add(
        "isinstance",
        (p, n) -> {
          Parameters given = Parameters.of("isinstance", p, n, "obj", "class_or_tuple");
          return Types.isInstance(given.required("obj"), given.required("class_or_tuple"));
        });
    one("callable", Types::isCallable);
    add("hasattr", (p, n) -> Attributes.has(p));
    add("getattr", (p, n) -> Attributes.get(p));
    add("setattr", (p, n) -> Attributes.set(p));
    one("sleep", Builtins::sleep);
    add("exit", (p, n) -> exit(p));
    add("quit", (p, n) -> exit(p));
  }

  private Object typeOf(Object value) {
    Object builtin = all.get(Types.nameOf(value));
    return builtin instanceof BuiltinFunction type && type.isType() || value == null
        ? builtin == null ? Void.class : builtin
        : value.getClass();
  }

  private static Object exit(List<Object> positional) {
    Object status = positional.isEmpty() ? null : positional.get(0);
    SystemExit.exit(status instanceof Number number ? number.intValue() : status == null ? 0 : 1);
    return null;
  }

  /** Groovy's sleep in milliseconds, which an interrupt ends. */
  private static Object sleep(Object millis) {
    try {
      Thread.sleep(((Number) millis).longValue());
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new io.nyala.dsl.lang.KeyboardInterrupt();
    }
  }

  private static Object print(List<Object> values, Map<String, Object> named) {
    Parameters.only("print", named, "sep", "end", "flush", "file");
    String separator = named.get("sep") == null ? " " : named.get("sep").toString();
    String end = named.get("end") == null ? "\n" : named.get("end").toString();
    String text = values.stream().map(Repr::text).collect(Collectors.joining(separator)) + end;
    Object file = named.get("file");
    if (file == null) {
      System.out.print(text);
    } else {
      InvokerHelper.invokeMethod(file, "write", new Object[] {text});
    }
    return null;
  }

  /** Attributes by name. */
  private static final class Attributes {
    static Object has(List<Object> arguments) {
      Object object = arguments.get(0);
      String name = arguments.get(1).toString();
      if (object instanceof Namespace namespace) {
        return namespace.has(name);
      }
      return object != null
          && (InvokerHelper.getMetaClass(object).hasProperty(object, name) != null
              || !InvokerHelper.getMetaClass(object).respondsTo(object, name).isEmpty());
    }

    static Object get(List<Object> arguments) {
      boolean absent = arguments.size() > 2 && !((Boolean) has(arguments));
      return absent
          ? arguments.get(2)
          : InvokerHelper.getProperty(arguments.get(0), arguments.get(1).toString());
    }

    static Object set(List<Object> arguments) {
      InvokerHelper.setProperty(arguments.get(0), arguments.get(1).toString(), arguments.get(2));
      return null;
    }
  }
}
