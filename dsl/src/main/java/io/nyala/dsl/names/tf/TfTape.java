package io.nyala.dsl.names.tf;

import groovy.lang.Closure;
import io.nyala.autograd.Tape;
import io.nyala.autograd.Variable;
import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.names.BuiltinFunction;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Signature;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.Types;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  static Object gradient(Tape tape, Object target, Object sources, Object upstream) {
    List<Object> flat = new ArrayList<>();
    flatten(sources, flat);
    List<Object> targets = new ArrayList<>();
    flatten(target, targets);
    List<Tensor> seeds = null;
    if (upstream != null) {
      List<Object> given = new ArrayList<>();
      flatten(upstream, given);
      seeds = given.stream().map(Kind.TENSOR::convert).toList();
    }
    List<Tensor> heads = targets.stream().map(Operands::tensorOf).toList();
    List<Tensor> gradients = tape.gradient(heads, seeds, flat);
    return rebuild(sources, gradients.iterator());
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

  /** {@code tf.function}: Nyala runs everything eagerly, so a function stays what it is. */
  static Object function(Object body) {
    if (body instanceof Closure<?> || body instanceof Callable) {
      return body;
    }
    return new BuiltinFunction("function", (p, n) -> Calls.call(p.get(0)));
  }
}
