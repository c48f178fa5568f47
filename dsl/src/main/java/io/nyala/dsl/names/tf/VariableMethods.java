package io.nyala.dsl.names.tf;

import io.nyala.autograd.Variable;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.arrays.ArrayMethods;
import io.nyala.dsl.names.arrays.TensorOperators;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import java.util.Iterator;

/**
 * What cells can do with variables: what {@link TensorMethods} offers for their values, and giving
 * them new ones. A Groovy extension class.
 */
public final class VariableMethods {

  private VariableMethods() {}

  /** {@code plus} as an operator. */
  public static Object plus(Variable self, Object other) {
    return TensorOperators.add(self, other);
  }

  /** {@code minus} as an operator. */
  public static Object minus(Variable self, Object other) {
    return TensorOperators.subtract(self, other);
  }

  /** {@code multiply} as an operator. */
  public static Object multiply(Variable self, Object other) {
    return TensorOperators.times(self, other);
  }

  /** {@code div} as an operator. */
  public static Object div(Variable self, Object other) {
    return TensorOperators.divide(self, other);
  }

  /** {@code mod} as an operator. */
  public static Object mod(Variable self, Object other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code remainder} as an operator. */
  public static Object remainder(Variable self, Object other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code intdiv} as an operator. */
  public static Object intdiv(Variable self, Object other) {
    return TensorOperators.floorDivide(self, other);
  }

  /** {@code power} as an operator. */
  public static Object power(Variable self, Object other) {
    return TensorOperators.raise(self, other);
  }

  /** {@code and} as an operator. */
  public static Object and(Variable self, Object other) {
    return TensorOperators.both(self, other);
  }

  /** {@code or} as an operator. */
  public static Object or(Variable self, Object other) {
    return TensorOperators.either(self, other);
  }

  /** {@code xor} as an operator. */
  public static Object xor(Variable self, Object other) {
    return TensorOperators.one(self, other);
  }

  /** {@code -x}. */
  public static Object negative(Variable self) {
    return TensorOperators.negate(self);
  }

  /** {@code +x}. */
  public static Object positive(Variable self) {
    return self;
  }

  /** {@code ~x}. */
  public static Object bitwiseNegate(Variable self) {
    return TensorOperators.invert(self);
  }

  /** {@code x[index]}. */
  public static Object getAt(Variable self, Object index) {
    return TensorOperators.getItem(self, index);
  }

  /** {@code x[index]}. */
  public static Object getAt(Variable self, Integer index) {
    return TensorOperators.getItem(self, index);
  }

  /** {@code x[from..to]}. */
  public static Object getAt(Variable self, groovy.lang.IntRange index) {
    return TensorOperators.getItem(self, index);
  }

  /** {@code x[index] = value}. */
  public static void putAt(Variable self, Object index, Object value) {
    TensorOperators.setItem(self, index, value);
  }

  /** {@code for (row in x)}. */
  public static Iterator<Object> iterator(Variable self) {
    return TensorOperators.iterate(self);
  }

  /** The shape, a tuple. */
  public static Shape getShape(Variable self) {
    return self.shape();
  }

  /** The element type. */
  public static DType getDtype(Variable self) {
    return self.dtype();
  }

  /** The number of axes. */
  public static int getNdim(Variable self) {
    return self.shape().rank();
  }

  /** The number of elements. */
  public static int getSize(Variable self) {
    return self.shape().elements();
  }

  /** The axes in reverse order. */
  public static Object getT(Variable self) {
    return ArrayMethods.call("transpose", self);
  }

  /** The extent of the first axis. */
  public static int size(Variable self) {
    return ArrayMethods.length(self);
  }

  /** A copy as an array; a tensor of no axes gives a plain number. */
  public static Object numpy(Variable self) {
    return ArrayMethods.numpy(self);
  }

  /** The one element as a plain value. */
  public static Object item(Variable self) {
    return Operands.tensorOf(self).item();
  }

  /** Nested lists of plain values. */
  public static Object tolist(Variable self) {
    return ArrayMethods.toList(self);
  }

  /** Another element type. */
  public static Object astype(Variable self, Object dtype) {
    return TensorOperators.cast(self, dtype);
  }

  /** The shape, as TensorFlow 1 asked for it. */
  public static Shape get_shape(Variable self) {
    return self.shape();
  }

  /** Gives the variable a new value. */
  public static Variable assign(Variable self, Object value) {
    return self.assign(Kind.TENSOR.convert(value, self.dtype()));
  }

  /** Adds to the value. */
  public static Variable assign_add(Variable self, Object delta) {
    return self.assignAdd(Kind.TENSOR.convert(delta, self.dtype()));
  }

  /** Subtracts from the value. */
  public static Variable assign_sub(Variable self, Object delta) {
    return self.assignSub(Kind.TENSOR.convert(delta, self.dtype()));
  }

  /** The value. */
  public static Object read_value(Variable self) {
    return self.held();
  }

  /** The value, a property of Keras' variables. */
  public static Object getValue(Variable self) {
    return self.held();
  }

  /** Whether optimizers change it. */
  public static boolean getTrainable(Variable self) {
    return self.trainable();
  }

  /** The last part of the path. */
  public static String getName(Variable self) {
    return self.name();
  }

  /** The full name. */
  public static String getPath(Variable self) {
    return self.path();
  }

  /** {@code x.sum(…)}, as {@code np.sum}. */
  public static Object sum(Variable self, Object... arguments) {
    return ArrayMethods.call("sum", self, arguments);
  }

  /** {@code x.prod(…)}, as {@code np.prod}. */
  public static Object prod(Variable self, Object... arguments) {
    return ArrayMethods.call("prod", self, arguments);
  }

  /** {@code x.mean(…)}, as {@code np.mean}. */
  public static Object mean(Variable self, Object... arguments) {
    return ArrayMethods.call("mean", self, arguments);
  }

  /** {@code x.max(…)}, as {@code np.max}. */
  public static Object max(Variable self, Object... arguments) {
    return ArrayMethods.call("max", self, arguments);
  }

  /** {@code x.min(…)}, as {@code np.min}. */
  public static Object min(Variable self, Object... arguments) {
    return ArrayMethods.call("min", self, arguments);
  }

  /** {@code x.any()}, as {@code np.any}. */
  public static Object any(Variable self) {
    return ArrayMethods.call("any", self);
  }

  /** {@code x.any(…)}, as {@code np.any}. */
  public static Object any(Variable self, Object... arguments) {
    return ArrayMethods.call("any", self, arguments);
  }

  /** {@code x.all()}, as {@code np.all}. */
  public static Object all(Variable self) {
    return ArrayMethods.call("all", self);
  }

  /** {@code x.all(…)}, as {@code np.all}. */
  public static Object all(Variable self, Object... arguments) {
    return ArrayMethods.call("all", self, arguments);
  }

  /** {@code x.var(…)}, as {@code np.var}. */
  public static Object var(Variable self, Object... arguments) {
    return ArrayMethods.call("var", self, arguments);
  }

  /** {@code x.std(…)}, as {@code np.std}. */
  public static Object std(Variable self, Object... arguments) {
    return ArrayMethods.call("std", self, arguments);
  }

  /** {@code x.argmax(…)}, as {@code np.argmax}. */
  public static Object argmax(Variable self, Object... arguments) {
    return ArrayMethods.call("argmax", self, arguments);
  }

  /** {@code x.argmin(…)}, as {@code np.argmin}. */
  public static Object argmin(Variable self, Object... arguments) {
    return ArrayMethods.call("argmin", self, arguments);
  }

  /** {@code x.cumsum(…)}, as {@code np.cumsum}. */
  public static Object cumsum(Variable self, Object... arguments) {
    return ArrayMethods.call("cumsum", self, arguments);
  }

  /** {@code x.reshape(…)}, as {@code np.reshape}. */
  public static Object reshape(Variable self, Object... arguments) {
    return ArrayMethods.call("reshape", self, arguments);
  }

  /** {@code x.transpose(…)}, as {@code np.transpose}. */
  public static Object transpose(Variable self, Object... arguments) {
    return ArrayMethods.call("transpose", self, arguments);
  }

  /** {@code x.squeeze(…)}, as {@code np.squeeze}. */
  public static Object squeeze(Variable self, Object... arguments) {
    return ArrayMethods.call("squeeze", self, arguments);
  }

  /** {@code x.ravel(…)}, as {@code np.ravel}. */
  public static Object ravel(Variable self, Object... arguments) {
    return ArrayMethods.call("ravel", self, arguments);
  }

  /** {@code x.flatten(…)}, as {@code np.flatten}. */
  public static Object flatten(Variable self, Object... arguments) {
    return ArrayMethods.call("flatten", self, arguments);
  }

  /** {@code x.dot(…)}, as {@code np.dot}. */
  public static Object dot(Variable self, Object... arguments) {
    return ArrayMethods.call("dot", self, arguments);
  }

  /** {@code x.round(…)}, as {@code np.round}. */
  public static Object round(Variable self, Object... arguments) {
    return ArrayMethods.call("round", self, arguments);
  }

  /** {@code x.clip(…)}, as {@code np.clip}. */
  public static Object clip(Variable self, Object... arguments) {
    return ArrayMethods.call("clip", self, arguments);
  }

  /** {@code x.repeat(…)}, as {@code np.repeat}. */
  public static Object repeat(Variable self, Object... arguments) {
    return ArrayMethods.call("repeat", self, arguments);
  }

  /** {@code x.take(…)}, as {@code np.take}. */
  public static Object take(Variable self, Object... arguments) {
    return ArrayMethods.call("take", self, arguments);
  }

  /** {@code x.argsort(…)}, as {@code np.argsort}. */
  public static Object argsort(Variable self, Object... arguments) {
    return ArrayMethods.call("argsort", self, arguments);
  }

  /** {@code x.nonzero(…)}, as {@code np.nonzero}. */
  public static Object nonzero(Variable self, Object... arguments) {
    return ArrayMethods.call("nonzero", self, arguments);
  }

  /** {@code x.swapaxes(…)}, as {@code np.swapaxes}. */
  public static Object swapaxes(Variable self, Object... arguments) {
    return ArrayMethods.call("swapaxes", self, arguments);
  }
}
