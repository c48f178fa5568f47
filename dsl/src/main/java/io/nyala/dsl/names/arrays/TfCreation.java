package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.TfVariable;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.List;

/** The functions of {@code tf} that make tensors. */
public final class TfCreation {

  private TfCreation() {}

  public static void into(Library to) {
    to.def("constant(value, dtype=None, shape=None)", TfCreation::constant);
    to.def(
        "convert_to_tensor(value, dtype=None, dtype_hint=None)",
        g -> g.kind().convert(g.get("value"), g.dtype("dtype")));
    to.def("zeros(shape, dtype='float32')", g -> Tensor.zeros(g.dtype("dtype"), g.shape("shape")));
    to.def("ones(shape, dtype='float32')", g -> Tensor.full(g.dtype("dtype"), g.shape("shape"), 1));
    to.def("fill(dims, value)", g -> filled(g.shape("dims"), g.tensor("value")));
    to.def("zeros_like(input, dtype=None)", g -> like(g, 0));
    to.def("ones_like(input, dtype=None)", g -> like(g, 1));
    to.def(
        "eye(num_rows, num_columns=None, dtype='float32')",
        g ->
            eye(
                g.integer("num_rows"),
                g.has("num_columns") ? g.integer("num_columns") : g.integer("num_rows"),
                0,
                g.dtype("dtype")));
    to.def("range(start, limit=None, delta=1, dtype=None)", g -> range(g, "limit", "delta"));
    to.def(
        "linspace(start, stop, num)",
        g ->
            linspace(
                g.number("start"),
                g.number("stop"),
                g.integer("num"),
                true,
                g.floats("start").dtype()));
    to.def(
        "one_hot(indices, depth, on_value=None, off_value=None, axis=-1, dtype=None)",
        TfCreation::oneHot);
    to.def("cast(x, dtype)", g -> Cast.to(g.tensor("x"), g.dtype("dtype")));
    to.def("identity(input)", g -> g.tensor("input").view(g.tensor("input").shape()));
    to.def("stop_gradient(input)", g -> Cast.stopGradient(g.tensor("input")));
    to.def(
        "Variable(initial_value, trainable=True, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, import_scope=None, constraint=None, synchronization=None, aggregation=None, shape=None)",
        g ->
            new TfVariable(
                g.kind().convert(g.get("initial_value"), g.dtype("dtype")),
                g.flag("trainable"),
                g.has("name") ? g.string("name") : "Variable"));
    for (DType type : DType.values()) {
      to.value(type.typeName(), type);
    }
    to.value("double", DType.FLOAT64);
  }

  private static Tensor constant(Given g) {
    Tensor made = g.kind().convert(g.get("value"), g.dtype("dtype"));
    if (g.has("shape")) {
      Shape shape = g.shape("shape");
      return made.elements() == 1 && shape.elements() != 1 ? filled(shape, made) : made.view(shape);
    }
    return made.copy();
  }

  public static Tensor filled(Shape shape, Tensor value) {
    return Shapes.broadcastTo(value, shape);
  }

  private static Tensor like(Given g, double value) {
    Tensor x = g.tensor("input");
    return Tensor.full(g.has("dtype") ? g.dtype("dtype") : x.dtype(), x.shape(), value);
  }

  public static Tensor eye(int rows, int columns, int diagonal, DType type) {
    Tensor out = Tensor.zeros(type, Shape.of(rows, columns));
    for (int i = 0; i < rows; i++) {
      if (i + diagonal >= 0 && i + diagonal < columns) {
        out.put(i * columns + i + diagonal, 1);
      }
    }
    return out;
  }

  /** {@code start, start + step, …} up to but not including the limit. */
  public static Tensor range(Given g, String limitName, String stepName) {
    boolean one = !g.has(limitName);
    Tensor start = g.kind().convert(one ? 0 : g.get("start"));
    Tensor limit = g.kind().convert(one ? g.get("start") : g.get(limitName));
    Tensor step = g.kind().convert(g.get(stepName));
    DType found = DType.promote(DType.promote(start.dtype(), limit.dtype()), step.dtype());
    DType type = g.has("dtype") ? g.dtype("dtype") : found;
    double from = start.getDouble(0);
    double by = step.getDouble(0);
    if (by == 0) {
      throw PyError.value(g.function() + "() needs a step other than 0");
    }
    int n = (int) Math.max(0, Math.ceil((limit.getDouble(0) - from) / by));
    Tensor out = Tensor.zeros(type, Shape.of(n));
    for (int i = 0; i < n; i++) {
      out.put(i, from + i * by);
    }
    return out;
  }

  public static Tensor linspace(double start, double stop, int n, boolean endpoint, DType type) {
    Tensor out = Tensor.zeros(type, Shape.of(n));
    int parts = endpoint ? n - 1 : n;
    for (int i = 0; i < n; i++) {
      out.put(i, endpoint && i == n - 1 && n > 1 ? stop : start + (stop - start) / parts * i);
    }
    if (n == 1) {
      out.put(0, start);
    }
    return out;
  }

  private static Tensor oneHot(Given g) {
    Tensor indices = g.tensor("indices");
    DType type = g.has("dtype") ? g.dtype("dtype") : DType.FLOAT32;
    Tensor hot = Gather.oneHot(indices, g.integer("depth"), type);
    if (g.has("on_value") || g.has("off_value")) {
      double on = g.has("on_value") ? g.number("on_value") : 1;
      double off = g.has("off_value") ? g.number("off_value") : 0;
      for (int i = 0; i < hot.elements(); i++) {
        hot.put(i, hot.getDouble(i) != 0 ? on : off);
      }
    }
    int axis = g.integer("axis");
    int at = axis < 0 ? axis + hot.rank() : axis;
    return io.nyala.autograd.Moves.moveAxis(hot, hot.rank() - 1, at);
  }

  /** Nested lists of numbers as one tensor each. */
  static Tensor tensor(Object value) {
    return value instanceof List<?> list ? Tensors.of(list) : Kind.TENSOR.convert(value);
  }
}
