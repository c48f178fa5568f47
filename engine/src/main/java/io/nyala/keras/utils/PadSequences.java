package io.nyala.keras.utils;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasFunction;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * {@code keras.utils.pad_sequences}: makes sequences of different lengths into one array {@code
 * [sequences, time, …]}, cut off or filled up at the front or at the end.
 *
 * <p>Source: keras/src/utils/sequence_utils.py.
 */
public final class PadSequences {

  /** The function and its arguments. */
  public static final KerasFunction FUNCTION =
      new KerasFunction(
          "pad_sequences",
          "keras.utils",
          "Makes sequences of different lengths into one array.",
          ArgTable.of(
              "pad_sequences",
              Arg.required("sequences", ArgTypes.ANY, "A list of sequences."),
              Arg.of("maxlen", ArgTypes.INT, null, "The length; by default the longest one's."),
              Arg.of("dtype", ArgTypes.DTYPE, "int32", "The type of the result."),
              Arg.of("padding", ArgTypes.oneOf("pre", "post"), "pre", "Where to fill up."),
              Arg.of("truncating", ArgTypes.oneOf("pre", "post"), "pre", "Where to cut off."),
              Arg.of("value", ArgTypes.ANY, 0.0, "What to fill up with.")),
          PadSequences::pad);

  private PadSequences() {}

  private static NDArray pad(Arguments arguments) {
    List<List<?>> rows = rows(arguments.get("sequences"));
    Integer most = arguments.integer("maxlen");
    if (most != null && most < 0) {
      throw KerasException.value("`maxlen` must not be negative; received " + most + ".");
    }
    int length = most != null ? most : rows.stream().mapToInt(List::size).max().orElse(0);
    DType dtype = arguments.get("dtype", DType.class);
    Shape sample = sample(rows);
    Tensor out = filled(dtype, sample, rows.size(), length, arguments.get("value"));
    boolean cutEnd = arguments.string("truncating").equals("post");
    boolean fillEnd = arguments.string("padding").equals("post");
    for (int i = 0; i < rows.size(); i++) {
      List<?> row = rows.get(i);
      int kept = Math.min(length, row.size());
      int from = cutEnd ? 0 : row.size() - kept;
      int at = i * length + (fillEnd ? 0 : length - kept);
      write(row.subList(from, from + kept), sample, out, at * sample.elements(), i);
    }
    return NDArray.of(out);
  }

  private static List<List<?>> rows(Object sequences) {
    List<?> all = list(sequences);
    if (all == null) {
      throw KerasException.value(
          "`sequences` must be a list of sequences; received " + ArgTypes.show(sequences));
    }
    List<List<?>> rows = new ArrayList<>(all.size());
    for (Object each : all) {
      List<?> row = list(each);
      if (row == null) {
        throw KerasException.value(
            "`sequences` must be a list of iterables. Found non-iterable: " + ArgTypes.show(each));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Anything with items as a list of them; null for what has none. */
  private static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Collection<?> collection) {
      return new ArrayList<>(collection);
    }
    if (value instanceof Tensor tensor && tensor.rank() > 0) {
      return tensor.rank() == 1 ? elements(tensor) : slices(tensor);
    }
    if (value != null && value.getClass().isArray()) {
      return new AbstractList<Object>() {
        @Override
        public Object get(int i) {
          return Array.get(value, i);
        }

        @Override
        public int size() {
          return Array.getLength(value);
        }
      };
    }
    return null;
  }

  private static List<Object> elements(Tensor tensor) {
    return new AbstractList<>() {
      @Override
      public Object get(int i) {
        return tensor.get(i);
      }

      @Override
      public int size() {
        return tensor.elements();
      }
    };
  }

  private static List<Tensor> slices(Tensor tensor) {
    Shape shape = tensor.shape().without(0);
    int size = shape.elements();
    List<Tensor> slices = new ArrayList<>();
    for (int i = 0; i < tensor.dim(0); i++) {
      Object part = Array.newInstance(tensor.data().getClass().getComponentType(), size);
      System.arraycopy(tensor.data(), i * size, part, 0, size);
      slices.add(Tensor.wrap(tensor.dtype(), shape, part));
    }
    return slices;
  }

  /** The shape of one time step, taken from the first sequence that has one. */
  private static Shape sample(List<List<?>> rows) {
    for (List<?> row : rows) {
      if (!row.isEmpty()) {
        Object first = row.get(0);
        return list(first) == null ? Shape.SCALAR : Tensors.of(first).shape();
      }
    }
    return Shape.SCALAR;
  }

  private static Tensor filled(DType dtype, Shape sample, int rows, int length, Object value) {
    Shape shape = Shape.of(rows, length).concat(sample);
    if (dtype == DType.STRING) {
      Tensor out = Tensor.zeros(dtype, shape);
      Arrays.fill(out.strings(), value instanceof CharSequence ? value.toString() : "" + value);
      return out;
    }
    Number number = ArgTypes.number(value);
    if (number == null) {
      throw KerasException.value(
          "`dtype` "
              + dtype
              + " is not compatible with `value` "
              + ArgTypes.show(value)
              + ". Use `dtype='str'` for texts.");
    }
    return Tensor.full(dtype, shape, number.doubleValue());
  }

  private static void write(List<?> steps, Shape sample, Tensor out, int at, int position) {
    int size = sample.elements();
    for (int t = 0; t < steps.size(); t++) {
      Object step = steps.get(t);
      if (sample.rank() == 0 && step instanceof Number number && out.dtype().isNumeric()) {
        out.put(at + t, number.doubleValue());
        continue;
      }
      Tensor value = Tensors.of(step);
      if (!value.shape().equals(sample)) {
        throw KerasException.value(
            "Shape of sample "
                + value.shape()
                + " of sequence at position "
                + position
                + " is different from expected shape "
                + sample);
      }
      Object ready = value.cast(out.dtype()).data();
      System.arraycopy(ready, 0, out.data(), at + t * size, size);
    }
  }
}
