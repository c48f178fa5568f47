package io.nyala.dsl.names.np;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.arrays.TfCreation;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** The functions of {@code np} that make arrays, and its constants. */
public final class NpCreation {

  private NpCreation() {}

  public static void into(Library to) {
    to.def("array(object, dtype=None, copy=True)", g -> made(g, "object").copy());
    to.def("asarray(a, dtype=None)", g -> made(g, "a"));
    to.def("zeros(shape, dtype='float64')", g -> filled(g, 0));
    to.def("ones(shape, dtype='float64')", g -> filled(g, 1));
    to.def("empty(shape, dtype='float64')", g -> filled(g, 0));
    to.def(
        "full(shape, fill_value, dtype=None)",
        g ->
            array(
                TfCreation.filled(
                    g.shape("shape"), g.kind().convert(g.get("fill_value"), g.dtype("dtype")))));
    to.def("zeros_like(a, dtype=None)", g -> like(g, 0));
    to.def("ones_like(a, dtype=None)", g -> like(g, 1));
    to.def(
        "full_like(a, fill_value, dtype=None)",
        g -> {
          Tensor a = g.tensor("a");
          DType type = g.has("dtype") ? g.dtype("dtype") : a.dtype();
          return array(TfCreation.filled(a.shape(), g.kind().convert(g.get("fill_value"), type)));
        });
    to.def(
        "eye(N, M=None, k=0, dtype='float64')",
        g ->
            TfCreation.eye(
                g.integer("N"),
                g.has("M") ? g.integer("M") : g.integer("N"),
                g.integer("k"),
                g.dtype("dtype")));
    to.def(
        "identity(n, dtype='float64')",
        g -> TfCreation.eye(g.integer("n"), g.integer("n"), 0, g.dtype("dtype")));
    to.def(
        "arange(start, stop=None, step=1, dtype=None)", g -> TfCreation.range(g, "stop", "step"));
    to.def(
        "linspace(start, stop, num=50, endpoint=True, dtype='float64')",
        g ->
            TfCreation.linspace(
                g.number("start"),
                g.number("stop"),
                g.integer("num"),
                g.flag("endpoint"),
                g.dtype("dtype")));
    to.def("copy(a)", g -> g.tensor("a").copy());
    constants(to);
  }

  private static void constants(Library to) {
    for (DType type : DType.values()) {
      to.value(type.typeName(), type);
    }
    to.value("bool_", DType.BOOL).value("str_", DType.STRING);
    to.value("float_", DType.FLOAT64).value("int_", DType.INT64);
    to.value("pi", Math.PI).value("e", Math.E);
    to.value("inf", Double.POSITIVE_INFINITY).value("nan", Double.NaN);
    to.value("newaxis", io.nyala.tensor.Index.NEW_AXIS);
    to.value("ndarray", NDArray.class);
  }

  private static Object array(Tensor made) {
    return NDArray.of(made);
  }

  private static NDArray made(Given g, String name) {
    return NDArray.of(g.kind().convert(g.get(name), g.dtype("dtype")));
  }

  private static Object filled(Given g, double value) {
    return fill(g.dtype("dtype"), g.shape("shape"), value);
  }

  private static Object like(Given g, double value) {
    Tensor a = g.tensor("a");
    return fill(g.has("dtype") ? g.dtype("dtype") : a.dtype(), a.shape(), value);
  }

  private static Object fill(DType type, Shape shape, double value) {
    return NDArray.of(Tensor.full(type, shape, value));
  }
}
