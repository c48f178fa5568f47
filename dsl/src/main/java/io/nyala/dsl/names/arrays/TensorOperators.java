package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.dsl.names.DTypes;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.TextNumbers;
import io.nyala.dsl.names.Tuple;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Groovy's operators on tensors, arrays and variables, with plain numbers on either side. */
public final class TensorOperators {

  private TensorOperators() {}

  /** The operations that stand for an operator in a graph. */
  private static final Map<String, String> SYMBOLIC =
      Map.ofEntries(
          Map.entry("+", "add"),
          Map.entry("-", "subtract"),
          Map.entry("*", "multiply"),
          Map.entry("/", "true_divide"),
          Map.entry("//", "floor_divide"),
          Map.entry("%", "mod"),
          Map.entry("**", "power"),
          Map.entry("@", "matmul"),
          Map.entry("&", "logical_and"),
          Map.entry("|", "logical_or"),
          Map.entry("^", "logical_xor"));

  private static Object apply(String name, Object a, Object b, BinaryOperator<Tensor> operation) {
    if (Operations.areSymbolic(a, b)) {
      return Operations.call(SYMBOLIC.get(name), a, b);
    }
    Tensor[] pair = Operands.pair(name, a, b, Kind.TENSOR);
    return Operands.kind(a, b).wrap(operation.apply(pair[0], pair[1]));
  }

  /** {@code a + b}. */
  public static Object add(Object a, Object b) {
    return apply("+", a, b, Arithmetic::add);
  }

  /** {@code a - b}. */
  public static Object subtract(Object a, Object b) {
    return apply("-", a, b, Arithmetic::subtract);
  }

  /** {@code a * b}. */
  public static Object times(Object a, Object b) {
    return apply("*", a, b, Arithmetic::multiply);
  }

  /** {@code a / b}; whole numbers give float64. */
  public static Object divide(Object a, Object b) {
    return apply("/", a, b, Arithmetic::divide);
  }

  /** {@code a // b}. */
  public static Object floorDivide(Object a, Object b) {
    return apply("//", a, b, Arithmetic::floorDivide);
  }

  /** {@code a % b}, with the sign of {@code b}. */
  public static Object modulo(Object a, Object b) {
    return apply("%", a, b, Arithmetic::floorMod);
  }

  /** {@code a ** b}. */
  public static Object raise(Object a, Object b) {
    return apply("**", a, b, Arithmetic::power);
  }

  /** {@code a @ b}. */
  public static Object matmul(Object a, Object b) {
    return apply("@", a, b, Matrix::matmul);
  }

  /** {@code a & b}, element by element. */
  public static Object both(Object a, Object b) {
    return apply("&", a, b, (x, y) -> logic("&", x, y, Compare.and(x, y)));
  }

  /** {@code a | b}, element by element. */
  public static Object either(Object a, Object b) {
    return apply("|", a, b, (x, y) -> logic("|", x, y, Compare.or(x, y)));
  }

  /** {@code a ^ b}, element by element. */
  public static Object one(Object a, Object b) {
    return apply("^", a, b, (x, y) -> logic("^", x, y, Compare.xor(x, y)));
  }

  private static Tensor logic(String name, Tensor x, Tensor y, Tensor result) {
    if (x.dtype() != DType.BOOL || y.dtype() != DType.BOOL) {
      throw PyError.type(
          name + " combines bool tensors; received " + x.dtype() + " and " + y.dtype());
    }
    return result;
  }

  /** {@code ~x} of truth values. */
  public static Object invert(Object x) {
    Tensor t = Operands.tensorOf(x);
    if (t.dtype() != DType.BOOL) {
      throw PyError.type("~ inverts bool tensors; received " + t.dtype());
    }
    return Kind.of(x).wrap(Compare.not(t));
  }

  /** {@code -x}. */
  public static Object negate(Object x) {
    return Kind.of(x).wrap(Arithmetic.negative(Operands.tensorOf(x)));
  }

  /** The elements an index picks; a tuple is an index of several parts. */
  public static Object getItem(Object x, Object index) {
    List<?> parts = parts(x, index);
    Object cut = Kind.of(x).wrap(io.nyala.autograd.Indexing.get(Operands.tensorOf(x), parts));
    return x instanceof Variable variable ? VariableSlices.remember(cut, variable, parts) : cut;
  }

  /** Writes to the elements an index picks. */
  public static void setItem(Object x, Object index, Object value) {
    if (!(x instanceof NDArray array)) {
      throw PyError.type(
          "a tf."
              + (x instanceof Variable ? "Variable" : "Tensor")
              + " does not support item assignment; make a new value, for example with tf.where or"
              + " tf.concat"
              + (x instanceof Variable ? ", and assign() it" : ", or use a NumPy array"));
    }
    Tensor written =
        Kind.of(value) == null
            ? Kind.ARRAY.convert(value, array.dtype())
            : Kind.ARRAY.convert(value);
    io.nyala.autograd.Indexing.set(array, parts(x, index), written);
  }

  /** An index of a tensor still to be computed; a tuple stays a list of several parts. */
  public static Object symbolicItem(Object x, Object index) {
    List<?> parts = parts(x, index);
    return Operations.call("get_item", x, index instanceof Tuple ? parts : parts.get(0));
  }

  private static List<?> parts(Object x, Object index) {
    return index instanceof Tuple tuple
        ? tuple.stream().map(part -> part(x, part)).toList()
        : java.util.Collections.singletonList(part(x, index));
  }

  /** Groovy's ranges as slices; variables as their values; everything else as it is. */
  private static Object part(Object x, Object part) {
    if (part instanceof groovy.lang.IntRange range) {
      boolean down = range.isReverse();
      Integer from = down ? range.getTo() : range.getFrom();
      int to = down ? range.getFrom() : range.getTo();
      if (down && to >= 0) {
        return Slice.of(from, to == 0 ? null : (Integer) (to - 1), -1);
      }
      return Slice.of(from, to == -1 ? null : (Integer) (to + 1));
    }
    return part instanceof Variable variable ? variable.value() : part;
  }

  /** Whether a value of one element is true. */
  public static boolean truth(Tensor x) {
    if (x.elements() != 1) {
      throw PyError.value(
          "The truth value of an array with "
              + (x.elements() == 0 ? "no" : "more than one")
              + " element is ambiguous. Use x.any() or x.all()");
    }
    return x.dtype() == DType.STRING ? !x.strings()[0].isEmpty() : x.getDouble(0) != 0;
  }

  /** The slices along the first axis, one by one. */
  public static Iterator<Object> iterate(Object x) {
    Tensor t = Operands.tensorOf(x);
    if (t.rank() == 0) {
      throw PyError.type("a tensor of no axes cannot be looped over");
    }
    Kind kind = Kind.of(x);
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < t.dim(0);
      }

      @Override
      public Object next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException();
        }
        int at = next++;
        return kind.wrap(Shapes.squeeze(Shapes.slice(t, 0, at, at + 1), 0));
      }
    };
  }

  /** Another element type. */
  public static Object cast(Object x, Object dtype) {
    Tensor t = Operands.tensorOf(x);
    return x instanceof NDArray
        ? NDArray.of(TextNumbers.convert(t, DTypes.of(dtype)))
        : Cast.to(t, DTypes.of(dtype));
  }
}
