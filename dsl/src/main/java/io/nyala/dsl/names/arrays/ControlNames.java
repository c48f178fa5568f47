package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Shapes;
import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Functions of functions: branches, loops, maps; {@code keras.ops} and {@code tf} share them. */
public final class ControlNames {

  private ControlNames() {}

  /** TensorFlow's names. */
  public static void tensorFlow(Library tf) {
    tf.def(
        "cond(pred, true_fn=None, false_fn=None)",
        g -> Calls.call(g.get(isTrue(g.get("pred")) ? "true_fn" : "false_fn")));
    tf.def("while_loop(cond, body, loop_vars, maximum_iterations=None)", ControlNames::loop);
    tf.def("switch_case(branch_index, branch_fns, default=None)", ControlNames::branch);
    tf.def("case(pred_fn_pairs, default=None, exclusive=False)", ControlNames::firstTrue);
    tf.def("map_fn(fn, elems)", g -> each(g, "fn", "elems"));
    tf.def("vectorized_map(fn, elems)", g -> each(g, "fn", "elems"));
    tf.def("foldl(fn, elems, initializer=None)", g -> fold(g, false));
    tf.def("foldr(fn, elems, initializer=None)", g -> fold(g, true));
    tf.def("scan(fn, elems, initializer=None)", ControlNames::runningFold);
  }

  private static Object branch(Given g) {
    List<Object> branches = g.list("branch_fns");
    int at = g.integer("branch_index");
    boolean there = at >= 0 && at < branches.size();
    Object other = g.has("default") ? g.get("default") : branches.get(branches.size() - 1);
    return tensor(Calls.call(there ? branches.get(at) : other));
  }

  private static Object firstTrue(Given g) {
    List<Object> pairs = g.list("pred_fn_pairs");
    for (Object each : pairs) {
      List<?> pair = (List<?>) each;
      if (isTrue(pair.get(0))) {
        return tensor(Calls.call(pair.get(1)));
      }
    }
    Object last =
        g.has("default") ? g.get("default") : ((List<?>) pairs.get(pairs.size() - 1)).get(1);
    return tensor(Calls.call(last));
  }

  private static Object fold(Given g, boolean fromEnd) {
    List<Object> rows = rows(g.get("elems"));
    if (fromEnd) {
      Collections.reverse(rows);
    }
    Object value = g.has("initializer") ? g.get("initializer") : rows.remove(0);
    for (Object row : rows) {
      value = Calls.call(g.get("fn"), value, row);
    }
    return value;
  }

  private static Object runningFold(Given g) {
    List<Object> outputs = new ArrayList<>();
    Object value = g.get("initializer");
    for (Object row : rows(g.get("elems"))) {
      value = value == null ? row : Calls.call(g.get("fn"), value, row);
      outputs.add(value);
    }
    return stacked(outputs);
  }

  /** The names of {@code keras.ops}. */
  public static void keras(Library ops) {
    ops.def(
        "cond(pred, true_fn, false_fn)",
        g -> Calls.call(g.get(isTrue(g.get("pred")) ? "true_fn" : "false_fn")));
    ops.def(
        "switch(index, branches, *operands)",
        g -> {
          List<Object> branches = g.list("branches");
          int at = Math.max(0, Math.min(g.integer("index"), branches.size() - 1));
          return Calls.call(branches.get(at), g.list("operands").toArray());
        });
    ops.def("while_loop(cond, body, loop_vars, maximum_iterations=None)", ControlNames::loop);
    ops.def(
        "fori_loop(lower, upper, body_fun, init_val)",
        g -> {
          Object value = g.get("init_val");
          for (int i = g.integer("lower"); i < g.integer("upper"); i++) {
            value =
                Calls.call(g.get("body_fun"), Tensor.of(io.nyala.tensor.Shape.SCALAR, i), value);
          }
          return tensor(value);
        });
    ops.def("scan(f, init, xs=None, length=None, reverse=False, unroll=1)", ControlNames::scan);
    ops.def("map(f, xs)", g -> each(g, "f", "xs"));
    ops.def("vectorized_map(function, elements)", g -> each(g, "function", "elements"));
  }

  private static boolean isTrue(Object value) {
    Tensor tensor = Operands.tensorOf(value);
    return tensor == null ? Boolean.TRUE.equals(value) : tensor.getDouble(0) != 0;
  }

  private static Object loop(Given g) {
    boolean several = g.get("loop_vars") instanceof List<?>;
    List<Object> values =
        several ? g.list("loop_vars") : new ArrayList<>(List.of(g.get("loop_vars")));
    int most = g.has("maximum_iterations") ? g.integer("maximum_iterations") : Integer.MAX_VALUE;
    for (int i = 0; i < most && isTrue(Calls.call(g.get("cond"), values.toArray())); i++) {
      Object next = Calls.call(g.get("body"), values.toArray());
      values =
          next instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>(List.of(next));
    }
    List<Object> results = values.stream().map(ControlNames::tensor).toList();
    return several ? Tuple.copyOf(results) : results.get(0);
  }

  /** Plain numbers as tensors, as loops hand them out. */
  private static Object tensor(Object value) {
    return value instanceof Number ? Kind.TENSOR.convert(value) : value;
  }

  private static Object scan(Given g) {
    Object state = g.get("init");
    boolean fed = g.has("xs");
    List<Object> steps = fed ? rows(g.get("xs")) : Collections.nCopies(g.integer("length"), null);
    List<Object> ordered = new ArrayList<>(steps);
    if (g.flag("reverse")) {
      Collections.reverse(ordered);
    }
    List<Object> outputs = new ArrayList<>();
    for (Object step : ordered) {
      List<?> next = (List<?>) Calls.call(g.get("f"), state, step);
      state = next.get(0);
      outputs.add(next.get(1));
    }
    if (g.flag("reverse")) {
      Collections.reverse(outputs);
    }
    return Tuple.of(state, stacked(outputs));
  }

  private static Object each(Given g, String function, String over) {
    List<Object> results = new ArrayList<>();
    for (Object row : rows(g.get(over))) {
      results.add(Calls.call(g.get(function), row));
    }
    return stacked(results);
  }

  /** The slices along the first axis; of several tensors, tuples of theirs. */
  private static List<Object> rows(Object value) {
    Tensor whole = Operands.tensorOf(value);
    if (whole != null || !(value instanceof List<?> parts) || !holdsTensors(parts)) {
      return new ArrayList<>(Shapes.unstack(Kind.TENSOR.convert(value), 0));
    }
    List<List<Object>> columns = parts.stream().map(ControlNames::rows).toList();
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < columns.get(0).size(); i++) {
      int at = i;
      rows.add(Tuple.copyOf(columns.stream().map(column -> column.get(at)).toList()));
    }
    return rows;
  }

  private static boolean holdsTensors(List<?> parts) {
    return parts.stream().anyMatch(part -> Operands.tensorOf(part) != null);
  }

  private static Object stacked(List<Object> results) {
    if (results.isEmpty() || results.get(0) == null) {
      return null;
    }
    if (!(results.get(0) instanceof List<?> first)) {
      return Shapes.stack(Kind.TENSOR.convertAll(results), 0);
    }
    List<Object> columns = new ArrayList<>();
    for (int k = 0; k < first.size(); k++) {
      int at = k;
      columns.add(
          stacked(new ArrayList<>(results.stream().map(r -> ((List<?>) r).get(at)).toList())));
    }
    return Tuple.copyOf(columns);
  }
}
