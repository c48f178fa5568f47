package io.nyala.dsl.names.tf;

import io.nyala.autograd.Arithmetic;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.arrays.ArrayMethods;
import io.nyala.dsl.names.arrays.TensorOperators;
import io.nyala.dsl.names.arrays.VariableSlices;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Iterator;
import java.util.List;

/**
 * What cells can do with tensors and arrays beyond their Java methods: operators, indexing, and
 * NumPy's properties and methods. A Groovy extension class.
 */
public final class TensorMethods {

  private TensorMethods() {}

  /** {@code x._keras_mask}: the mask that goes along; none: null. */
  public static Object get_keras_mask(Tensor self) {
    return self.mask();
  }

  /** {@code x._keras_mask = mask}: what a person's own layer has to say of its steps. */
  public static void set_keras_mask(Tensor self, Object mask) {
    self.annotateMask(mask == null ? null : Operands.tensorOf(mask));
  }

  /** {@code plus} as an operator. */
  public static Object plus(Tensor self, Object other) {
    return TensorOperators.add(self, other);
  }

  /** {@code minus} as an operator. */
  public static Object minus(Tensor self, Object other) {
    return TensorOperators.subtract(self, other);
  }

  /** {@code multiply} as an operator. */
  public static Object multiply(Tensor self, Object other) {
    return TensorOperators.times(self, other);
  }

  /** {@code div} as an operator. */
  public static Object div(Tensor self, Object other) {
    return TensorOperators.divide(self, other);
  }

  /** {@code mod} as an operator. */
  public static Object mod(Tensor self, Object other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code remainder} as an operator. */
  public static Object remainder(Tensor self, Object other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code intdiv} as an operator. */
  public static Object intdiv(Tensor self, Object other) {
    return TensorOperators.floorDivide(self, other);
  }

  /** {@code power} as an operator. */
  public static Object power(Tensor self, Object other) {
    return TensorOperators.raise(self, other);
  }

  /** {@code and} as an operator. */
  public static Object and(Tensor self, Object other) {
    return TensorOperators.both(self, other);
  }

  /** {@code or} as an operator. */
  public static Object or(Tensor self, Object other) {
    return TensorOperators.either(self, other);
  }

  /** {@code xor} as an operator. */
  public static Object xor(Tensor self, Object other) {
    return TensorOperators.one(self, other);
  }

  /** {@code -x}. */
  public static Object negative(Tensor self) {
    return TensorOperators.negate(self);
  }

  /** {@code +x}. */
  public static Object positive(Tensor self) {
    return self;
  }

  /** {@code ~x}. */
  public static Object bitwiseNegate(Tensor self) {
    return TensorOperators.invert(self);
  }

  /** {@code x[index]}. */
  public static Object getAt(Tensor self, Object index) {
    return TensorOperators.getItem(self, index);
  }

  /** {@code x[index]}. */
  public static Object getAt(Tensor self, Integer index) {
    return TensorOperators.getItem(self, index);
  }

  /** {@code x[from..to]}. */
  public static Object getAt(Tensor self, groovy.lang.IntRange index) {
    return TensorOperators.getItem(self, index);
  }

  /** {@code x[index] = value}. */
  public static void putAt(Tensor self, Object index, Object value) {
    TensorOperators.setItem(self, index, value);
  }

  /** {@code for (row in x)}. */
  public static Iterator<Object> iterator(Tensor self) {
    return TensorOperators.iterate(self);
  }

  /** Whether a tensor of one element is true. */
  public static boolean asBoolean(Tensor self) {
    return TensorOperators.truth(self);
  }

  /** The shape, a tuple. */
  public static Shape getShape(Tensor self) {
    return self.shape();
  }

  /** The element type. */
  public static DType getDtype(Tensor self) {
    return self.dtype();
  }

  /** The number of axes. */
  public static int getNdim(Tensor self) {
    return self.shape().rank();
  }

  /** The number of elements. */
  public static int getSize(Tensor self) {
    return self.shape().elements();
  }

  /** The axes in reverse order. */
  public static Object getT(Tensor self) {
    return ArrayMethods.call("transpose", self);
  }

  /** The extent of the first axis. */
  public static int size(Tensor self) {
    return ArrayMethods.length(self);
  }

  /** A copy as an array; a tensor of no axes gives a plain number. */
  public static Object numpy(Tensor self) {
    return ArrayMethods.numpy(self);
  }

  /** The one element as a plain value. */
  public static Object item(Tensor self) {
    return Operands.tensorOf(self).item();
  }

  /** The element at a place, counted flat or by axes, as a plain value. */
  public static Object item(Tensor self, Object... place) {
    if (place.length == 0) {
      return item(self);
    }
    Object index = place.length == 1 ? place[0] : io.nyala.dsl.names.Tuple.copyOf(List.of(place));
    boolean flat = index instanceof Number;
    Object found =
        TensorOperators.getItem(flat ? io.nyala.autograd.Shapes.reshape(self, -1) : self, index);
    Tensor one = Operands.tensorOf(found);
    return one == null ? found : one.item();
  }

  /** Nested lists of plain values. */
  public static Object tolist(Tensor self) {
    return ArrayMethods.toList(self);
  }

  /** Another element type. */
  public static Object astype(Tensor self, Object dtype) {
    return TensorOperators.cast(self, dtype);
  }

  /** Gives a slice of a variable a new value, {@code v[0].assign(x)}. */
  public static Object assign(Tensor self, Object value) {
    return VariableSlices.write(self, value, "assign", (before, given) -> given);
  }

  /** Adds to a slice of a variable. */
  public static Object assign_add(Tensor self, Object delta) {
    return VariableSlices.write(self, delta, "assign_add", Arithmetic::add);
  }

  /** Subtracts from a slice of a variable. */
  public static Object assign_sub(Tensor self, Object delta) {
    return VariableSlices.write(self, delta, "assign_sub", Arithmetic::subtract);
  }

  /** The shape, as TensorFlow 1 asked for it. */
  public static Shape get_shape(Tensor self) {
    return self.shape();
  }

  /** {@code x.sum(…)}, as {@code np.sum}. */
  public static Object sum(Tensor self, Object... arguments) {
    return ArrayMethods.call("sum", self, arguments);
  }

  /** {@code x.prod(…)}, as {@code np.prod}. */
  public static Object prod(Tensor self, Object... arguments) {
    return ArrayMethods.call("prod", self, arguments);
  }

  /** {@code x.mean(…)}, as {@code np.mean}. */
  public static Object mean(Tensor self, Object... arguments) {
    return ArrayMethods.call("mean", self, arguments);
  }

  /** {@code x.max(…)}, as {@code np.max}. */
  public static Object max(Tensor self, Object... arguments) {
    return ArrayMethods.call("max", self, arguments);
  }

  /** {@code x.min(…)}, as {@code np.min}. */
  public static Object min(Tensor self, Object... arguments) {
    return ArrayMethods.call("min", self, arguments);
  }

  /** {@code x.any()}, as {@code np.any}. */
  public static Object any(Tensor self) {
    return ArrayMethods.call("any", self);
  }

  /** {@code x.any(…)}, as {@code np.any}. */
  public static Object any(Tensor self, Object... arguments) {
    return ArrayMethods.call("any", self, arguments);
  }

  /** {@code x.all()}, as {@code np.all}. */
  public static Object all(Tensor self) {
    return ArrayMethods.call("all", self);
  }

  /** {@code x.all(…)}, as {@code np.all}. */
  public static Object all(Tensor self, Object... arguments) {
    return ArrayMethods.call("all", self, arguments);
  }

  /** {@code x.var(…)}, as {@code np.var}. */
  public static Object var(Tensor self, Object... arguments) {
    return ArrayMethods.call("var", self, arguments);
  }

  /** {@code x.std(…)}, as {@code np.std}. */
  public static Object std(Tensor self, Object... arguments) {
    return ArrayMethods.call("std", self, arguments);
  }

  /** {@code x.argmax(…)}, as {@code np.argmax}. */
  public static Object argmax(Tensor self, Object... arguments) {
    return ArrayMethods.call("argmax", self, arguments);
  }

  /** {@code x.argmin(…)}, as {@code np.argmin}. */
  public static Object argmin(Tensor self, Object... arguments) {
    return ArrayMethods.call("argmin", self, arguments);
  }

  /** {@code x.cumsum(…)}, as {@code np.cumsum}. */
  public static Object cumsum(Tensor self, Object... arguments) {
    return ArrayMethods.call("cumsum", self, arguments);
  }

  /** {@code x.reshape(…)}, as {@code np.reshape}. */
  public static Object reshape(Tensor self, Object... arguments) {
    return ArrayMethods.call("reshape", self, arguments);
  }

  /** {@code x.transpose(…)}, as {@code np.transpose}. */
  public static Object transpose(Tensor self, Object... arguments) {
    return ArrayMethods.call("transpose", self, arguments);
  }

  /** {@code x.squeeze(…)}, as {@code np.squeeze}. */
  public static Object squeeze(Tensor self, Object... arguments) {
    return ArrayMethods.call("squeeze", self, arguments);
  }

  /** {@code x.ravel(…)}, as {@code np.ravel}. */
  public static Object ravel(Tensor self, Object... arguments) {
    return ArrayMethods.call("ravel", self, arguments);
  }

  /** {@code x.flatten(…)}, as {@code np.flatten}. */
  public static Object flatten(Tensor self, Object... arguments) {
    return ArrayMethods.call("flatten", self, arguments);
  }

  /** {@code x.dot(…)}, as {@code np.dot}. */
  public static Object dot(Tensor self, Object... arguments) {
    return ArrayMethods.call("dot", self, arguments);
  }

  /** {@code x.round(…)}, as {@code np.round}. */
  public static Object round(Tensor self, Object... arguments) {
    return ArrayMethods.call("round", self, arguments);
  }

  /** {@code x.clip(…)}, as {@code np.clip}. */
  public static Object clip(Tensor self, Object... arguments) {
    return ArrayMethods.call("clip", self, arguments);
  }

  /** {@code x.repeat(…)}, as {@code np.repeat}. */
  public static Object repeat(Tensor self, Object... arguments) {
    return ArrayMethods.call("repeat", self, arguments);
  }

  /** {@code x.take(…)}, as {@code np.take}. */
  public static Object take(Tensor self, Object... arguments) {
    return ArrayMethods.call("take", self, arguments);
  }

  /** {@code x.argsort(…)}, as {@code np.argsort}. */
  public static Object argsort(Tensor self, Object... arguments) {
    return ArrayMethods.call("argsort", self, arguments);
  }

  /** {@code x.nonzero(…)}, as {@code np.nonzero}. */
  public static Object nonzero(Tensor self, Object... arguments) {
    return ArrayMethods.call("nonzero", self, arguments);
  }

  /** {@code x.swapaxes(…)}, as {@code np.swapaxes}. */
  public static Object swapaxes(Tensor self, Object... arguments) {
    return ArrayMethods.call("swapaxes", self, arguments);
  }

  /** {@code x.trace(…)}, as {@code np.trace}. */
  public static Object trace(Tensor self, Object... arguments) {
    return ArrayMethods.call("trace", self, arguments);
  }

  /** {@code x.diagonal(…)}, as {@code np.diagonal}. */
  public static Object diagonal(Tensor self, Object... arguments) {
    return ArrayMethods.call("diagonal", self, arguments);
  }

  /** {@code x.cumprod(…)}, as {@code np.cumprod}. */
  public static Object cumprod(Tensor self, Object... arguments) {
    return ArrayMethods.call("cumprod", self, arguments);
  }

  /** {@code x.ptp(…)}, as {@code np.ptp}. */
  public static Object ptp(Tensor self, Object... arguments) {
    return ArrayMethods.call("ptp", self, arguments);
  }

  /** {@code x.searchsorted(…)}, as {@code np.searchsorted}. */
  public static Object searchsorted(Tensor self, Object... arguments) {
    return ArrayMethods.call("searchsorted", self, arguments);
  }

  /** The bytes of one element. */
  public static int getItemsize(Tensor self) {
    return ArrayMethods.bytes(self.dtype());
  }

  /** The bytes of all elements. */
  public static long getNbytes(Tensor self) {
    return (long) ArrayMethods.bytes(self.dtype()) * self.elements();
  }

  /** Sorts an array where it stands, along its last axis or another. */
  public static void sort(NDArray self, Object... arguments) {
    ArrayMethods.replace(self, ArrayMethods.call("sort", self, arguments));
  }

  /** Gives every element one value. */
  public static void fill(NDArray self, Object value) {
    TensorOperators.setItem(self, io.nyala.tensor.Index.ELLIPSIS, value);
  }
}
