package io.nyala.keras.args;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The argument types most Keras objects share. */
public final class ArgTypes {

  private ArgTypes() {}

  /** Any whole number. */
  public static final ArgType<Integer> INT =
      simple("int", value -> isWhole(value) ? whole(value) : null);

  /** A whole number from 1 up. */
  public static final ArgType<Integer> POSITIVE_INT =
      simple(
          "a positive integer",
          value -> isWhole(value) && number(value).longValue() > 0 ? whole(value) : null);

  /** Any number. */
  public static final ArgType<Double> FLOAT =
      simple("float", value -> number(value) == null ? null : number(value).doubleValue());

  /** A number from 0 to 1, both included. */
  public static final ArgType<Double> FRACTION =
      simple(
          "a float between 0 and 1",
          value -> {
            Number n = number(value);
            boolean fits = n != null && n.doubleValue() >= 0 && n.doubleValue() <= 1;
            return fits ? Double.valueOf(n.doubleValue()) : null;
          });

  /** True or False. */
  public static final ArgType<Boolean> BOOL =
      simple("bool", value -> value instanceof Boolean b ? b : null);

  /** Any text. */
  public static final ArgType<String> STRING =
      simple("str", value -> value instanceof CharSequence s ? s.toString() : null);

  /** Whatever is given; for functions, data and objects that check themselves. */
  public static final ArgType<Object> ANY = simple("object", value -> value);

  /** A whole number or a tuple of them. */
  public static final ArgType<Shape> SHAPE =
      new ArgType<>() {
        @Override
        public Shape convert(Object value) {
          if (value instanceof List<?> list) {
            return Shape.of(list);
          }
          if (isWhole(value)) {
            return Shape.of(number(value).intValue());
          }
          throw new IllegalArgumentException(expected("a tuple of integers", value));
        }

        @Override
        public Object toConfig(Shape value) {
          return new ArrayList<>(value);
        }

        @Override
        public String describe() {
          return "tuple";
        }
      };

  /** A dtype by name. */
  public static final ArgType<DType> DTYPE =
      new ArgType<>() {
        @Override
        public DType convert(Object value) {
          Object name =
              value instanceof Map<?, ?> policy && policy.get("config") instanceof Map<?, ?> config
                  ? config.get("name")
                  : value;
          return DType.of(name);
        }

        @Override
        public Object toConfig(DType value) {
          return value.typeName();
        }

        @Override
        public String describe() {
          return "dtype name";
        }

        @Override
        public List<String> choices() {
          return Arrays.stream(DType.values()).map(DType::typeName).toList();
        }
      };

  /** One of a few names. */
  public static ArgType<String> oneOf(String... names) {
    List<String> known = List.of(names);
    return new ArgType<>() {
      @Override
      public String convert(Object value) {
        if (value instanceof CharSequence s && known.contains(s.toString())) {
          return s.toString();
        }
        throw new IllegalArgumentException(
            "should be one of " + quoted(known) + "; received " + show(value) + ".");
      }

      @Override
      public String describe() {
        return "one of " + quoted(known);
      }

      @Override
      public List<String> choices() {
        return known;
      }
    };
  }

  /** A list of whatever another type describes. */
  public static <T> ArgType<List<T>> listOf(ArgType<T> item) {
    return new ArgType<>() {
      @Override
      public List<T> convert(Object value) {
        if (value instanceof List<?> list) {
          List<T> items = new ArrayList<>();
          list.forEach(each -> items.add(item.convert(each)));
          return items;
        }
        throw new IllegalArgumentException(expected("a list", value));
      }

      @Override
      public Object toConfig(List<T> value) {
        return value.stream().map(item::toConfig).toList();
      }

      @Override
      public String describe() {
        return "list of " + item.describe();
      }
    };
  }

  /** A type understood by a function that gives null for what it does not take. */
  public static <T> ArgType<T> simple(String words, Function<Object, T> understand) {
    return new ArgType<>() {
      @Override
      public T convert(Object value) {
        T understood = understand.apply(value);
        if (understood == null) {
          throw new IllegalArgumentException(expected(words, value));
        }
        return understood;
      }

      @Override
      public String describe() {
        return words;
      }
    };
  }

  /** A value as a number, if it is one or a tensor of one. */
  public static Number number(Object value) {
    if (value instanceof Number n) {
      return n;
    }
    if (value instanceof Tensor t && t.elements() == 1 && t.dtype().isNumeric()) {
      return (Number) t.get(0);
    }
    return null;
  }

  private static boolean isWhole(Object value) {
    Number n = number(value);
    return n != null && n.doubleValue() == Math.rint(n.doubleValue()) && !(value instanceof Float);
  }

  /** A whole number that fits an int. */
  private static Integer whole(Object value) {
    double exact = number(value).doubleValue();
    if (exact != (int) exact) {
      throw new IllegalArgumentException(
          "should be between -2**31 and 2**31 - 1; received " + show(value) + ".");
    }
    return (int) exact;
  }

  /** The end of a sentence that begins with the argument's name. */
  public static String expected(String words, Object value) {
    return "should be " + words + "; received " + show(value) + ".";
  }

  /** A value as Python would show it, with its type. */
  public static String show(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof CharSequence) {
      return "'" + value + "'";
    }
    if (value instanceof Boolean b) {
      return b ? "True" : "False";
    }
    return value instanceof Number
        ? String.valueOf(value)
        : value + " (of type " + value.getClass().getSimpleName() + ")";
  }

  /** Names as a list in quotes. */
  public static String quoted(List<String> names) {
    return "'" + String.join("', '", names) + "'";
  }
}
