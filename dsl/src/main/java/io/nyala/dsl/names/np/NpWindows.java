package io.nyala.dsl.names.np;

import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Sorting;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Results;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.keras.args.Callables;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Windows of signal processing, a person's function over an array, eigenvalues of any matrix. */
final class NpWindows {

  private NpWindows() {}

  static void into(Library np) {
    window(np, "hanning", (i, n) -> 0.5 - 0.5 * Math.cos(2 * Math.PI * i / n));
    window(np, "hamming", (i, n) -> 0.54 - 0.46 * Math.cos(2 * Math.PI * i / n));
    window(
        np,
        "blackman",
        (i, n) ->
            0.42 - 0.5 * Math.cos(2 * Math.PI * i / n) + 0.08 * Math.cos(4 * Math.PI * i / n));
    window(np, "bartlett", (i, n) -> 1 - Math.abs(2 * i / n - 1));
    np.def("correlate(a, v, mode='valid')", NpWindows::correlate);
    np.def("partition(a, kth, axis=-1)", g -> Sorting.sort(g.tensor("a"), axis(g), false));
    np.def("argpartition(a, kth, axis=-1)", g -> Sorting.argsort(g.tensor("a"), axis(g), false));
    np.def("rollaxis(a, axis, start=0)", NpWindows::rollaxis);
    np.def("broadcast_shapes(*args)", NpWindows::broadcast);
    np.def("apply_along_axis(func1d, axis, arr)", NpWindows::along);
    np.def("vectorize(pyfunc)", NpWindows::vectorized);
    np.def("fromfunction(function, shape)", NpWindows::fromFunction);
    Library linalg = np.nested("linalg");
    linalg.def("eigvals(a)", g -> LinAlg.eig(g.floats("a")).get(0));
    linalg.def(
        "eig(a)",
        g ->
            Results.of(
                "EigResult",
                List.of("eigenvalues", "eigenvectors"),
                LinAlg.eig(g.floats("a")).toArray()));
    np.def("roots(p)", NpWindows::roots);
  }

  private static void window(Library np, String name, DoubleBinaryOperator weight) {
    np.def(
        name + "(M)",
        g -> {
          int n = Math.max(0, g.integer("M"));
          double[] all = new double[n];
          Arrays.setAll(all, i -> n == 1 ? 1 : weight.applyAsDouble(i, n - 1));
          return Tensor.of(Shape.of(n), all);
        });
  }

  private static int axis(Given g) {
    return g.tensor("a").shape().normalize(g.integer("axis"));
  }

  /** {@code sum_n a[n + k] v[n]} for every shift k at which the two overlap. */
  private static Tensor correlate(Given g) {
    Tensor a = g.floats("a");
    Tensor v = g.floats("v");
    int n = a.elements();
    int m = v.elements();
    if (n == 0 || m == 0) {
      throw PyError.value((n == 0 ? "first" : "second") + " array argument cannot be empty");
    }
    double[] full = new double[n + m - 1];
    for (int k = 0; k < full.length; k++) {
      for (int i = 0; i < m; i++) {
        int at = k - (m - 1) + i;
        full[k] += at >= 0 && at < n ? a.getDouble(at) * v.getDouble(i) : 0;
      }
    }
    int length =
        switch (g.string("mode")) {
          case "full" -> full.length;
          case "same" -> Math.max(n, m);
          case "valid" -> Math.abs(n - m) + 1;
          default -> throw PyError.value("mode must be one of 'valid', 'same', or 'full'");
        };
    int from = (full.length - length) / 2;
    double[] kept = Arrays.copyOfRange(full, from, from + length);
    boolean whole = !g.tensor("a").dtype().isFloating() && !g.tensor("v").dtype().isFloating();
    Tensor result = Tensor.of(Shape.of(length), kept);
    return whole ? result.cast(g.tensor("a").dtype()) : result;
  }

  private static Tensor rollaxis(Given g) {
    Tensor a = g.tensor("a");
    int axis = a.shape().normalize(g.integer("axis"));
    int start = g.integer("start") < 0 ? g.integer("start") + a.rank() : g.integer("start");
    List<Integer> order = new ArrayList<>(IntStream.range(0, a.rank()).boxed().toList());
    order.remove(axis);
    order.add(axis < start ? start - 1 : start, axis);
    return Shapes.transpose(a, order.stream().mapToInt(i -> i).toArray());
  }

  private static Tuple broadcast(Given g) {
    Shape all = Shape.SCALAR;
    for (Object each : g.list("args")) {
      all = Shape.broadcast(all, each instanceof List<?> many ? Shape.of(many) : shape(each));
    }
    return Tuple.copyOf(new ArrayList<Object>(all));
  }

  private static Shape shape(Object extent) {
    return Shape.of(((Number) extent).intValue());
  }

  private static Callables.Fn function(Given g, String name) {
    Callables.Fn function = Callables.of(g.get(name));
    if (function == null) {
      throw g.wrong(name, "a function");
    }
    return function;
  }

  /** A function of the rows along an axis, whose results take that axis' place. */
  private static Tensor along(Given g) {
    Callables.Fn function = function(g, "func1d");
    Tensor x = g.tensor("arr");
    int axis = x.shape().normalize(g.integer("axis"));
    int[] order = IntStream.range(0, x.rank()).toArray();
    System.arraycopy(order, axis + 1, order, axis, x.rank() - axis - 1);
    order[x.rank() - 1] = axis;
    Tensor last = Shapes.transpose(x, order);
    List<Tensor> results = new ArrayList<>();
    for (Tensor row : Shapes.unstack(Shapes.reshape(last, -1, x.dim(axis)), 0)) {
      results.add(Tensors.of(function.call(NDArray.of(row))));
    }
    Tensor all = Shapes.stack(results, 0);
    Shape outer = last.shape().slice(0, last.rank() - 1);
    Shape inner = results.get(0).shape();
    Tensor shaped = Shapes.reshape(all, outer.concat(inner));
    int[] back = new int[shaped.rank()];
    for (int i = 0; i < back.length; i++) {
      boolean result = i >= axis && i < axis + inner.rank();
      back[i] = i < axis ? i : result ? outer.rank() + i - axis : i - inner.rank();
    }
    return Shapes.transpose(shaped, back);
  }

  private static Callables.Fn vectorized(Given g) {
    Callables.Fn function = function(g, "pyfunc");
    return arguments -> {
      Tensor[] given = Arrays.stream(arguments).map(Tensors::of).toArray(Tensor[]::new);
      Shape shape = Shape.SCALAR;
      for (Tensor each : given) {
        shape = Shape.broadcast(shape, each.shape());
      }
      Tensor[] wide = new Tensor[given.length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = Shapes.broadcastTo(given[i], shape);
      }
      List<Tensor> results = new ArrayList<>();
      for (int i = 0; i < shape.elements(); i++) {
        int at = i;
        Object[] one = Arrays.stream(wide).map(each -> each.get(at)).toArray();
        results.add(Tensors.of(function.call(one)));
      }
      return NDArray.of(Shapes.reshape(Shapes.stack(results, 0), shape));
    };
  }

  private static Object fromFunction(Given g) {
    int[] dims = g.integers("shape");
    Shape shape = Shape.of(dims);
    int[] strides = shape.strides();
    Object[] places = new Object[dims.length];
    for (int k = 0; k < dims.length; k++) {
      int step = strides[k];
      int extent = dims[k];
      double[] values = new double[shape.elements()];
      Arrays.setAll(values, i -> i / step % extent);
      places[k] = NDArray.of(Tensor.of(shape, values));
    }
    return function(g, "function").call(places);
  }

  /** The eigenvalues of the companion matrix. */
  private static Tensor roots(Given g) {
    Tensor p = ReductionNames.flat(g.floats("p"));
    int from = 0;
    int to = p.elements();
    while (from < to && p.getDouble(from) == 0) {
      from++;
    }
    while (to > from && p.getDouble(to - 1) == 0) {
      to--;
    }
    int n = Math.max(0, to - from - 1);
    int zeros = p.elements() - to;
    double[] companion = new double[n * n];
    for (int i = 0; i < n; i++) {
      companion[i] = -p.getDouble(from + 1 + i) / p.getDouble(from);
      if (i > 0) {
        companion[i * n + i - 1] = 1;
      }
    }
    double[] all = new double[n + zeros];
    Tensor values = n == 0 ? null : LinAlg.eig(Tensor.of(Shape.of(n, n), companion)).get(0);
    for (int i = 0; i < n; i++) {
      all[i] = values.getDouble(i);
    }
    return Tensor.of(Shape.of(all.length), all);
  }
}
