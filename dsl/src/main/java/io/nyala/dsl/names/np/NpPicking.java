package io.nyala.dsl.names.np;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Selection;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Elements picked by conditions and by places, and written there. */
final class NpPicking {

  private NpPicking() {}

  static void into(Library np) {
    np.def("select(condlist, choicelist, default=0)", NpPicking::select);
    np.def("choose(a, choices)", NpPicking::choose);
    np.def("extract(condition, arr)", g -> extracted(flat(g, "condition"), flat(g, "arr")));
    np.def("compress(condition, a, axis=None)", NpPicking::compress);
    np.def("place(arr, mask, vals)", g -> written(g, "arr", places(flat(g, "mask")), "vals"));
    np.def("put(a, ind, v)", g -> written(g, "a", whole(flat(g, "ind"), flat(g, "a")), "v"));
    np.def("put_along_axis(arr, indices, values, axis)", NpPicking::putAlong);
    np.def("ravel_multi_index(multi_index, dims)", NpPicking::ravel);
    np.def("lexsort(keys, axis=-1)", NpPicking::lexsort);
    np.def("trim_zeros(filt, trim='fb')", NpPicking::trimmed);
    np.def("ediff1d(ary, to_end=None, to_begin=None)", NpPicking::differences);
    np.def("array_equiv(a1, a2)", NpPicking::equivalent);
  }

  private static Tensor flat(Given g, String name) {
    return ReductionNames.flat(g.tensor(name));
  }

  /** The first choice whose condition holds, element by element. */
  private static Tensor select(Given g) {
    List<Tensor> conditions = g.tensors("condlist");
    List<Tensor> choices = g.tensors("choicelist");
    if (conditions.size() != choices.size() || conditions.isEmpty()) {
      throw PyError.value("list of cases must be same length as list of conditions");
    }
    Tensor result = g.tensor("default");
    for (int i = choices.size() - 1; i >= 0; i--) {
      result = either(conditions.get(i), choices.get(i), result);
    }
    return result;
  }

  private static Tensor either(Tensor condition, Tensor yes, Tensor no) {
    boolean wider = yes.dtype() != no.dtype();
    Tensor sum = wider ? Arithmetic.add(NDArray.of(yes), NDArray.of(no)) : yes;
    return Compare.where(condition, yes.cast(sum.dtype()), no.cast(sum.dtype()));
  }

  private static Tensor choose(Given g) {
    Tensor which = g.tensor("a");
    List<Tensor> choices = g.tensors("choices");
    Tensor result = choices.get(0);
    for (int i = 1; i < choices.size(); i++) {
      Tensor here = Compare.equal(which, Arithmetic.like(which, i));
      result = either(here, choices.get(i), result);
    }
    for (int i = 0; i < which.elements(); i++) {
      if (which.getLong(i) < 0 || which.getLong(i) >= choices.size()) {
        throw PyError.value("invalid entry in choice array");
      }
    }
    return result;
  }

  private static Tensor extracted(Tensor condition, Tensor from) {
    return Gather.gather(from, Selection.nonzero(condition)[0], 0);
  }

  private static Tensor compress(Given g) {
    boolean flat = !g.has("axis");
    Tensor from = flat ? flat(g, "a") : g.tensor("a");
    int axis = flat ? 0 : from.shape().normalize(g.integer("axis"));
    return Gather.gather(from, Selection.nonzero(g.tensor("condition"))[0], axis);
  }

  private static int[] places(Tensor mask) {
    return IntStream.range(0, mask.elements()).filter(i -> mask.getDouble(i) != 0).toArray();
  }

  /** Indices, counted from the end where they are negative. */
  private static int[] whole(Tensor indices, Tensor of) {
    int n = of.elements();
    return IntStream.range(0, indices.elements())
        .map(i -> (int) indices.getLong(i))
        .peek(
            i -> {
              if (i < -n || i >= n) {
                throw new PyError(
                    "IndexError", "index " + i + " is out of bounds for axis 0 with size " + n);
              }
            })
        .map(i -> i < 0 ? i + n : i)
        .toArray();
  }

  /** Writes values, again from the first where there are too few, to places of an array itself. */
  private static Object written(Given g, String array, int[] at, String values) {
    Tensor value = ReductionNames.flat(g.tensor(values));
    if (value.elements() == 0 && at.length > 0) {
      throw PyError.value("Cannot insert from an empty array!");
    }
    int[] from = new int[at.length];
    Arrays.setAll(from, i -> i % value.elements());
    write(g.get(array), at, value, from);
    return null;
  }

  private static void write(Object array, int[] at, Tensor value, int[] from) {
    if (!(array instanceof NDArray own)) {
      throw PyError.type("argument 1 must be numpy.ndarray, not " + Operands.tensorOf(array));
    }
    own.write(at, value.cast(own.dtype()), from);
  }

  private static Object putAlong(Given g) {
    Tensor into = g.tensor("arr");
    int axis = into.shape().normalize(g.integer("axis"));
    Tensor indices = g.tensor("indices");
    Tensor values = Shapes.broadcastTo(g.tensor("values"), indices.shape());
    int[] strides = into.shape().strides();
    int[] steps = indices.shape().strides();
    int[] at = new int[indices.elements()];
    for (int i = 0; i < at.length; i++) {
      for (int k = 0; k < strides.length; k++) {
        int place = i / steps[k] % indices.dim(k);
        int here = (int) indices.getLong(i);
        at[i] += strides[k] * (k == axis ? here < 0 ? here + into.dim(k) : here : place);
      }
    }
    write(g.get("arr"), at, values, IntStream.range(0, at.length).toArray());
    return null;
  }

  private static Tensor ravel(Given g) {
    List<Tensor> indices = g.tensors("multi_index");
    int[] dims = g.integers("dims");
    if (indices.size() != dims.length) {
      throw PyError.value("parameter multi_index must be a sequence of length " + dims.length);
    }
    long[] out = new long[indices.get(0).elements()];
    for (int k = 0; k < dims.length; k++) {
      for (int i = 0; i < out.length; i++) {
        long place = indices.get(k).getLong(i);
        if (place < 0 || place >= dims[k]) {
          throw PyError.value("invalid entry in coordinates array");
        }
        out[i] = out[i] * dims[k] + place;
      }
    }
    return Tensor.of(indices.get(0).shape(), out);
  }

  /** Places that sort by the last key, then by those before it. */
  private static Tensor lexsort(Given g) {
    List<Tensor> keys = g.tensors("keys");
    return Tensor.of(
        Shape.of(keys.get(0).elements()),
        IntStream.range(0, keys.get(0).elements())
            .boxed()
            .sorted(
                (a, b) -> {
                  int order = 0;
                  for (int k = keys.size() - 1; k >= 0 && order == 0; k--) {
                    order = Double.compare(keys.get(k).getDouble(a), keys.get(k).getDouble(b));
                  }
                  return order;
                })
            .mapToLong(Integer::longValue)
            .toArray());
  }

  private static Tensor trimmed(Given g) {
    Tensor all = flat(g, "filt");
    int from = 0;
    int to = all.elements();
    while (g.string("trim").contains("f") && from < to && all.getDouble(from) == 0) {
      from++;
    }
    while (g.string("trim").contains("b") && to > from && all.getDouble(to - 1) == 0) {
      to--;
    }
    return Gather.gather(all, numbers(from, to), 0);
  }

  private static Tensor numbers(int from, int to) {
    return Tensor.of(Shape.of(to - from), IntStream.range(from, to).asLongStream().toArray());
  }

  private static Tensor differences(Given g) {
    Tensor x = flat(g, "ary");
    int n = x.elements();
    Tensor gaps =
        n < 2
            ? Tensor.zeros(x.dtype(), Shape.of(0))
            : Arithmetic.subtract(
                Gather.gather(x, numbers(1, n), 0), Gather.gather(x, numbers(0, n - 1), 0));
    Tensor first = g.has("to_begin") ? flat(g, "to_begin").cast(x.dtype()) : null;
    Tensor last = g.has("to_end") ? flat(g, "to_end").cast(x.dtype()) : null;
    return Shapes.concat(
        java.util.stream.Stream.of(first, gaps, last).filter(each -> each != null).toList(), 0);
  }

  private static boolean equivalent(Given g) {
    try {
      Tensor[] pair = g.pair("a1", "a2");
      Tensor same = Compare.equal(pair[0], pair[1]);
      return IntStream.range(0, same.elements()).allMatch(i -> same.getDouble(i) != 0);
    } catch (RuntimeException shapesDiffer) {
      return false;
    }
  }
}
