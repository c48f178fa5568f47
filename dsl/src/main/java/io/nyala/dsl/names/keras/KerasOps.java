package io.nyala.dsl.names.keras;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Einsum;
import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Sorting;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.Results;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.arrays.ArrayMethods;
import io.nyala.dsl.names.arrays.ControlNames;
import io.nyala.dsl.names.arrays.ElementNames;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.dsl.names.arrays.ShapeNames;
import io.nyala.dsl.names.np.NpCreation;
import io.nyala.dsl.names.np.NpSearch;
import io.nyala.dsl.names.np.NpStats;
import io.nyala.dsl.show.Repr;
import io.nyala.keras.args.Arg;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code keras.ops}: the operations of the engine, which take symbolic tensors too, and functions
 * with several results or of functions.
 */
final class KerasOps {

  private KerasOps() {}

  static void into(Library ops) {
    NpCreation.into(ops);
    ElementNames.into(ops);
    ReductionNames.numPy(ops);
    ShapeNames.numPy(ops);
    NpStats.into(ops);
    NpSearch.into(ops);
    Operations.functions().forEach(function -> operation(ops, function));
    conversions(ops);
    parts(ops);
    decompositions(ops);
    ControlNames.keras(ops);
    KerasOpsParts.into(ops);
    KerasOpsOfNumPy.into(ops);
  }

  /** A function of the engine, by its own argument table. */
  private static void operation(Library ops, String function) {
    String parameters =
        Operations.table(function).args().stream()
            .map(KerasOps::parameter)
            .collect(Collectors.joining(", "));
    ops.def(
        function + "(" + parameters + ")",
        g -> {
          Map<String, Object> ready = new LinkedHashMap<>();
          g.values().forEach((name, value) -> ready.put(name, plain(value, g)));
          return Operations.compute(function, List.of(), ready);
        });
  }

  private static String parameter(Arg arg) {
    return arg.required() ? arg.name() : arg.name() + "=" + Repr.of(arg.defaultValue());
  }

  private static Object plain(Object value, Given g) {
    if (value instanceof Collection<?> items
        && items.stream().anyMatch(item -> Operands.tensorOf(item) != null)) {
      return items.stream().map(item -> plain(item, g)).toList();
    }
    return Operands.tensorOf(value) == null ? value : g.kind().convert(value);
  }

  private static void conversions(Library ops) {
    ops.def(
        "convert_to_tensor(x, dtype=None, sparse=None, ragged=None)",
        g -> g.kind().convert(g.get("x"), g.dtype("dtype")));
    ops.def("convert_to_numpy(x)", g -> ArrayMethods.numpy(g.tensor("x")));
    ops.def("cast(x, dtype)", g -> Cast.to(g.tensor("x"), g.dtype("dtype")));
    ops.def("stop_gradient(variable)", g -> Cast.stopGradient(g.tensor("variable")));
    ops.def("is_tensor(x)", g -> Operands.tensorOf(g.get("x")) != null);
    ops.def("shape(x)", g -> g.tensor("x").shape());
    ops.def("ndim(x)", g -> g.tensor("x").rank());
    ops.def("size(x)", g -> Tensor.of(Shape.SCALAR, g.tensor("x").elements()));
    ops.def("dtype(x)", g -> g.tensor("x").dtype().typeName());
    ops.def(
        "arange(start, stop=None, step=1, dtype=None)",
        g -> io.nyala.dsl.names.arrays.TfCreation.range(g, "stop", "step"));
    for (String name : List.of("zeros", "ones", "empty")) {
      ops.def(
          name + "(shape, dtype='float32')",
          g -> Tensor.full(g.dtype("dtype"), g.shape("shape"), name.equals("ones") ? 1 : 0));
    }
    ops.def(
        "eye(N, M=None, k=0, dtype='float32')",
        g ->
            io.nyala.dsl.names.arrays.TfCreation.eye(
                g.integer("N"),
                g.has("M") ? g.integer("M") : g.integer("N"),
                g.integer("k"),
                g.dtype("dtype")));
    ops.def(
        "linspace(start, stop, num=50, endpoint=True, dtype='float32')",
        g ->
            io.nyala.dsl.names.arrays.TfCreation.linspace(
                g.number("start"),
                g.number("stop"),
                g.integer("num"),
                g.flag("endpoint"),
                g.dtype("dtype")));
  }

  private static void parts(Library ops) {
    ops.def("einsum(subscripts, *operands)", KerasOps::einsum);
    ops.def(
        "unstack(x, num=None, axis=0)",
        g -> new ArrayList<>(Shapes.unstack(g.tensor("x"), g.integer("axis"))));
    ops.def(
        "moments(x, axes, keepdims=False, synchronized=False)",
        g -> {
          Tensor x = g.floats("x");
          boolean keep = g.flag("keepdims");
          return Tuple.of(
              Reduce.mean(x, g.axes("axes"), keep), Reduce.variance(x, g.axes("axes"), keep));
        });
    ops.def(
        "top_k(x, k, sorted=True)",
        g ->
            Results.of(
                "TopKV2",
                List.of("values", "indices"),
                Sorting.topK(g.tensor("x"), g.integer("k")).toArray()));
    ops.def("in_top_k(targets, predictions, k)", g -> ReductionNames.inTopK(g));
  }

  private static Tensor einsum(Given g) {
    List<Tensor> operands = g.tensors("operands");
    DType type = operands.get(0).dtype();
    for (Tensor each : operands) {
      type = Operands.promote(type, each.dtype());
    }
    DType common = type;
    return Einsum.einsum(
        g.string("subscripts"), operands.stream().map(t -> Cast.to(t, common)).toList());
  }

  private static void decompositions(Library ops) {
    ops.def(
        "norm(x, ord=None, axis=None, keepdims=False)",
        g -> io.nyala.dsl.names.arrays.LinAlgNames.norm(g, "x"));
    ops.def("solve(a, b)", g -> io.nyala.dsl.names.arrays.LinAlgNames.solve(g, "a", "b"));
    ops.def("eigh(x)", g -> Tuple.copyOf(LinAlg.eigh(g.floats("x"))));
    ops.def(
        "qr(x, mode='reduced')",
        g ->
            Results.of(
                "Qr",
                List.of("q", "r"),
                LinAlg.qr(g.floats("x"), g.string("mode").equals("complete")).toArray()));
    ops.def(
        "svd(x, full_matrices=True, compute_uv=True)",
        g -> {
          List<Tensor> svd = LinAlg.svd(g.floats("x"), g.flag("full_matrices"));
          return g.flag("compute_uv")
              ? Tuple.of(svd.get(1), svd.get(0), io.nyala.autograd.Matrix.swapLast(svd.get(2)))
              : svd.get(0);
        });
    ops.def("scatter(indices, values, shape)", g -> scatter(g, "values", g.shape("shape")));
  }

  private static Tensor scatter(Given g, String values, Shape shape) {
    return io.nyala.autograd.Scatter.add(
        Tensor.zeros(g.tensor(values).dtype(), shape), g.tensor("indices"), g.tensor(values));
  }
}
