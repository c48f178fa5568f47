package io.nyala.dsl.names.builtins;

import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Conversions;
import io.nyala.dsl.names.Order;
import io.nyala.dsl.names.Parameters;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.Types;
import io.nyala.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/** {@code zip}, {@code enumerate}, {@code sorted} and their kin, over anything that has items. */
public final class Iteration {
  private Iteration() {}

  /** The items of a value as {@code for} goes through them; a dict gives its keys. */
  public static List<Object> items(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    if (value instanceof Collection<?> items) {
      return new ArrayList<>(items);
    }
    if (value instanceof CharSequence text) {
      List<Object> all = new ArrayList<>();
      text.codePoints().forEach(point -> all.add(Character.toString(point)));
      return all;
    }
    if (value instanceof Iterable<?> iterable) {
      List<Object> all = new ArrayList<>();
      iterable.forEach(all::add);
      return all;
    }
    boolean plain = value == null || value instanceof Number || value instanceof Boolean;
    boolean callable = value instanceof Callable || value instanceof groovy.lang.Closure;
    if (plain || callable) {
      throw PyError.type("'" + Types.nameOf(value) + "' object is not iterable");
    }
    List<Object> all = new ArrayList<>();
    InvokerHelper.asIterator(value).forEachRemaining(all::add);
    return all;
  }

  static int len(Object value) {
    if (value instanceof CharSequence text) {
      return Character.codePointCount(text, 0, text.length());
    }
    if (value instanceof Collection<?> items) {
      return items.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof Tensor tensor && tensor.rank() > 0) {
      return tensor.dim(0);
    }
    if (value != null && value.getClass().isArray()) {
      return Array.getLength(value);
    }
    boolean sized =
        value != null
            && !(value instanceof Tensor)
            && !InvokerHelper.getMetaClass(value).respondsTo(value, "size", new Object[0]).isEmpty()
            && !(value instanceof Number);
    if (sized && InvokerHelper.invokeMethod(value, "size", new Object[0]) instanceof Number size) {
      return size.intValue();
    }
    throw PyError.type("object of type '" + Types.nameOf(value) + "' has no len()");
  }

  static List<Object> zip(List<Object> sequences, Map<String, Object> named) {
    Parameters.only("zip", named, "strict");
    List<List<Object>> all = sequences.stream().map(Iteration::items).toList();
    int shortest = all.stream().mapToInt(List::size).min().orElse(0);
    boolean uneven = all.stream().anyMatch(each -> each.size() != shortest);
    if (uneven && Boolean.TRUE.equals(named.get("strict"))) {
      throw PyError.value("zip() arguments have different lengths");
    }
    List<Object> out = new ArrayList<>(shortest);
    for (int i = 0; i < shortest; i++) {
      int at = i;
      out.add(Tuple.of(all.stream().map(each -> each.get(at)).toArray()));
    }
    return out;
  }

  static List<Object> enumerate(Object value, int start) {
    List<Object> out = new ArrayList<>();
    for (Object item : items(value)) {
      out.add(Tuple.of(start + out.size(), item));
    }
    return out;
  }

  /** {@code next(iterator)}, or what is given beside it at the end. */
  static Object next(List<Object> arguments, Map<String, Object> named) {
    Parameters.only("next", named);
    if (arguments.isEmpty() || !(arguments.get(0) instanceof java.util.Iterator<?> items)) {
      throw PyError.type("next() takes an iterator; make one with iter(x)");
    }
    if (items.hasNext()) {
      return items.next();
    }
    if (arguments.size() > 1) {
      return arguments.get(1);
    }
    throw new PyError("StopIteration", "there are no more items");
  }

  static List<Object> map(List<Object> arguments) {
    if (arguments.size() < 2) {
      throw PyError.type("map() must have at least two arguments: a function and a list");
    }
    List<Object> out = new ArrayList<>();
    for (Object row : zip(arguments.subList(1, arguments.size()), Map.of())) {
      out.add(Calls.call(arguments.get(0), ((Tuple) row).toArray()));
    }
    return out;
  }

  static List<Object> filter(Object function, Object value) {
    List<Object> out = new ArrayList<>();
    for (Object item : items(value)) {
      Object kept = function == null ? item : Calls.call(function, item);
      if (Conversions.truth(kept)) {
        out.add(item);
      }
    }
    return out;
  }

  static List<Object> sorted(Object value, Object key, boolean reverse) {
    List<Object> out = items(value);
    out.sort(order(key, reverse));
    return out;
  }

  static Comparator<Object> order(Object key, boolean reverse) {
    Comparator<Object> order =
        key == null
            ? Order.NATURAL
            : (a, b) -> Order.NATURAL.compare(Calls.call(key, a), Calls.call(key, b));
    return reverse ? Collections.reverseOrder(order) : order;
  }

  static List<Object> reversed(Object value) {
    List<Object> out = items(value);
    Collections.reverse(out);
    return out;
  }

  /** {@code min} and {@code max}: of one sequence or of the arguments themselves. */
  static Object extreme(
      String name, List<Object> arguments, Map<String, Object> named, boolean largest) {
    Parameters.only(name, named, "key", "default");
    if (arguments.isEmpty()) {
      throw PyError.type(name + " expected at least 1 argument, got 0");
    }
    List<Object> all = arguments.size() == 1 ? items(arguments.get(0)) : arguments;
    if (all.isEmpty()) {
      if (named.containsKey("default")) {
        return named.get("default");
      }
      throw PyError.value(name + "() arg is an empty sequence");
    }
    Comparator<Object> order = order(named.get("key"), largest);
    Object best = all.get(0);
    for (Object each : all) {
      best = order.compare(each, best) < 0 ? each : best;
    }
    return best;
  }

  static Object sum(Object value, Object start) {
    if (start instanceof CharSequence) {
      throw PyError.type("sum() can't sum strings; use ''.join(xs)");
    }
    Object total = start;
    for (Object item : items(value)) {
      if (item instanceof CharSequence) {
        throw PyError.type(
            "unsupported operand type(s) for +: 'int' and 'str'; to join: ''.join(xs)");
      }
      Object addend = item instanceof Boolean flag ? (Object) (flag ? 1 : 0) : item;
      total =
          total instanceof Integer zero && zero == 0 && !(addend instanceof Number)
              ? addend
              : InvokerHelper.invokeMethod(total, "plus", new Object[] {addend});
    }
    return total;
  }
}
