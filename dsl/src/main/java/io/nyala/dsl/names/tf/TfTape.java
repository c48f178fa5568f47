package io.nyala.dsl.names.tf;

import groovy.lang.Closure;
import io.nyala.autograd.Op;
import io.nyala.autograd.Tape;
import io.nyala.autograd.Variable;
import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.names.BuiltinFunction;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Signature;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.Types;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code tf.GradientTape}. It records from the moment it is made until it is closed: {@code try
 * (def tape = tf.GradientTape()) { … }}, or as a closure, {@code tape = tf.GradientTape { tape -> …
 * }}.
 */
final class TfTape implements NamedType {

  private static final Signature SIGNATURE =
      Signature.parse("GradientTape(persistent=False, watch_accessed_variables=True)");

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    List<Object> given = new ArrayList<>(positional);
    int last = given.size() - 1;
    Closure<?> body = last >= 0 && given.get(last) instanceof Closure<?> c ? c : null;
    if (body != null) {
      given.remove(last);
    }
    Map<String, Object> values = SIGNATURE.bind(given, named);
    boolean persistent = Boolean.TRUE.equals(values.get("persistent"));
    Tape tape = new Tape(persistent, !Boolean.FALSE.equals(values.get("watch_accessed_variables")));
    if (body == null) {
      return tape;
    }
    try (tape) {
      body.call(tape);
    }
    return tape;
  }

  @Override
  public Class<?> javaClass() {
    return Tape.class;
  }

  @Override
  public String toString() {
    return "<class 'tf.GradientTape'>";
  }

  /** The gradients of a target by sources in any nesting of lists and maps, nested the same way. */
  static Object gradient(Tape tape, Map<String, Object> given) {
    Object sources = given.get("sources");
    Object upstream = given.get("output_gradients");
    List<Object> flat = new ArrayList<>();
    flatten(sources, flat);
    List<Object> targets = new ArrayList<>();
    flatten(given.get("target"), targets);
    List<Tensor> seeds = upstream == null ? null : seeds(upstream);
    List<Tensor> heads = targets.stream().map(Operands::tensorOf).toList();
    boolean real = heads.stream().allMatch(head -> head.dtype().isFloating());
    // As in TensorFlow, whole numbers have no gradient, which is None.
    List<Tensor> gradients =
        real
            ? once(() -> tape.gradient(heads, seeds, flat))
            : new ArrayList<>(Collections.nCopies(flat.size(), (Tensor) null));
    if ("zero".equals(String.valueOf(given.get("unconnected_gradients")))) {
      for (int i = 0; i < flat.size(); i++) {
        Tensor source = Operands.tensorOf(flat.get(i));
        Tensor found = gradients.get(i);
        gradients.set(i, found == null ? Tensor.zeros(source.dtype(), source.shape()) : found);
      }
    }
    return rebuild(sources, gradients.iterator());
  }

  private static List<Tensor> seeds(Object upstream) {
    List<Object> given = new ArrayList<>();
    flatten(upstream, given);
    return given.stream().map(Kind.TENSOR::convert).toList();
  }

  /** What a tape says when it is used wrongly is a RuntimeError. */
  static <T> T once(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalStateException e) {
      throw new PyError("RuntimeError", e.getMessage());
    }
  }

  private static void flatten(Object value, List<Object> into) {
    if (value instanceof Collection<?> items) {
      items.forEach(item -> flatten(item, into));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> flatten(item, into));
    } else if (value instanceof Tensor || value instanceof Variable) {
      into.add(value);
    } else {
      throw PyError.type("gradient() takes tensors and variables; received " + Types.nameOf(value));
    }
  }

  private static Object rebuild(Object like, java.util.Iterator<Tensor> gradients) {
    if (like instanceof Collection<?> items) {
      List<Object> all = new ArrayList<>();
      items.forEach(item -> all.add(rebuild(item, gradients)));
      return like instanceof Tuple ? Tuple.copyOf(all) : all;
    }
    if (like instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, item) -> all.put(key, rebuild(item, gradients)));
      return all;
    }
    return gradients.next();
  }

  /**
   * {@code tf.custom_gradient}: a function that gives a result and what makes gradients of the
   * inputs from those of the result.
   */
  static Object customGradient(Object function) {
    return new BuiltinFunction("custom_gradient", (given, named) -> apply(function, given));
  }

  private static Object apply(Object function, List<Object> given) {
    List<Tensor> inputs = given.stream().map(each -> Kind.TENSOR.convert(each)).toList();
    Object[] made = new Object[1];
    Tape.withoutRecording(() -> made[0] = Calls.call(function, inputs.toArray()));
    if (!(made[0] instanceof List<?> pair) || pair.size() != 2) {
      throw PyError.type(
          "a function of tf.custom_gradient returns its result and a function of gradients:"
              + " return y, grad");
    }
    boolean several = pair.get(0) instanceof List<?>;
    List<Object> results = new ArrayList<>();
    flatten(pair.get(0), results);
    List<Tensor> outputs = results.stream().map(each -> Operands.tensorOf(each).copy()).toList();
    Op.of(
        "custom_gradient",
        inputs,
        outputs,
        (upstream, needed) -> {
          Object[] ups = new Object[upstream.length];
          for (int i = 0; i < ups.length; i++) {
            Tensor like = outputs.get(i);
            ups[i] = upstream[i] == null ? Tensor.zeros(like.dtype(), like.shape()) : upstream[i];
          }
          Object gradients = Calls.call(pair.get(1), ups);
          List<?> each = gradients instanceof List<?> list ? list : Arrays.asList(gradients);
          return each.stream()
              .map(gradient -> gradient == null ? null : Kind.TENSOR.convert(gradient))
              .toArray(Tensor[]::new);
        });
    return several ? Tuple.copyOf(outputs) : outputs.get(0);
  }

  /** {@code tf.function}: Nyala runs everything eagerly, so a function stays what it is. */
  static Object function(Object body) {
    // With settings only it gives what decorates the function that comes next.
    return body != null ? body : new BuiltinFunction("function", (p, n) -> p.get(0));
  }
}
