package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists, tuples, sets and dicts as cells write them. */
public final class Containers {
  private Containers() {}

  /** What {@code *x} becomes until its neighbours are known. */
  private record Star(List<Object> items) {}

  /** Takes {@code *x} apart. */
  public static Object star(Object value) {
    return new Star(Iterators.list(value));
  }

  /** The items with starred ones taken apart. */
  public static Object[] flatten(Object[] items) {
    List<Object> all = new ArrayList<>();
    for (Object item : items) {
      if (item instanceof Star star) {
        all.addAll(star.items());
      } else {
        all.add(item);
      }
    }
    return all.toArray();
  }

  /** A new list. */
  public static Object list(Object[] items) {
    ArrayList<Object> list = new ArrayList<>(items.length);
    for (Object item : items) {
      list.add(item);
    }
    return list;
  }

  /** A new tuple. */
  public static Object tuple(Object[] items) {
    return Tuple.of(items);
  }

  /** A new set. */
  public static Object set(Object[] items) {
    return PySet.of(items);
  }

  /** A new set of a display of constants, which CPython makes from a frozen set. */
  public static Object constants(Object[] items) {
    return PySet.from(folded(items));
  }

  /** The frozen set that CPython folds a display of constants to, as one of its constants. */
  public static Object folded(Object[] items) {
    return new FrozenSet(PySet.of(PySet.of(items).toArray()));
  }

  /** A new dict of keys (Unbound for {@code **}) and values in turn. */
  public static Object dict(Object[] pairs) {
    LinkedHashMap<Object, Object> dict = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] != Unbound.VALUE) {
        put(dict, pairs[i], pairs[i + 1]);
      } else if (pairs[i + 1] instanceof Map<?, ?> map) {
        Dicts.addAll(dict, map);
      } else {
        throw Errors.type("'" + Types.name(pairs[i + 1]) + "' object is not a mapping");
      }
    }
    return dict;
  }

  /** Adds to a list or set that is being made. */
  @SuppressWarnings("unchecked")
  public static void add(Object container, Object item) {
    if (container instanceof List<?>) {
      ((List<Object>) container).add(item);
    } else {
      ((Collection<Object>) container).add(Dicts.key(item));
    }
  }

  /** {@code dict[key] = value}. */
  @SuppressWarnings("unchecked")
  public static void put(Object dict, Object key, Object value) {
    Map<Object, Object> map = (Map<Object, Object>) dict;
    if (key instanceof String && map.getClass() == LinkedHashMap.class) {
      map.put(key, value);
    } else {
      map.put(Dicts.slot(map, key), value);
    }
  }

  static boolean isList(Object value) {
    return value instanceof List<?> && Types.of(value) == Types.LIST;
  }

  static boolean isSequence(Object value) {
    return isList(value)
        || value instanceof Tuple
        || value instanceof CharSequence
        || value instanceof PyBytes
        || value instanceof PyDeque;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  /** {@code a + b} of lists or tuples; null if they are neither. */
  static Object concatenate(Object a, Object b) {
    if (a instanceof CharSequence && b instanceof CharSequence) {
      return a.toString() + b;
    }
    if (a instanceof PyBytes x && b instanceof PyBytes y) {
      return PyBytes.ofLatin(x.latin() + y.latin());
    }
    if (a instanceof PyDeque x && b instanceof PyDeque y) {
      PyDeque both = new PyDeque(x, x.most());
      y.forEach(both::addLast);
      return both;
    }
    boolean tuples = a instanceof Tuple && b instanceof Tuple;
    if (!tuples && !(isList(a) && isList(b))) {
      return null;
    }
    List<Object> all = new ArrayList<>((Collection<?>) a);
    all.addAll((Collection<?>) b);
    return tuples ? Tuple.copyOf(all) : all;
  }

  /** {@code a * b} of a sequence and a whole number; null if they are not. */
  static Object repeat(Object a, Object b) {
    if (Ints.is(a) && isSequence(b)) {
      return repeat(b, a);
    }
    if (!Ints.is(b) || !isSequence(a)) {
      return null;
    }
    int times = Math.max(0, Ints.index(b));
    if (a instanceof CharSequence text) {
      return text.toString().repeat(times);
    }
    if (a instanceof PyBytes bytes) {
      return PyBytes.ofLatin(bytes.latin().repeat(times));
    }
    Object[] once = ((Collection<?>) a).toArray();
    Object[] all = new Object[once.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(once, 0, all, i * once.length, once.length);
    }
    if (a instanceof PyDeque deque) {
      return new PyDeque(Arrays.asList(all), deque.most());
    }
    return a instanceof Tuple ? Tuple.of(all) : new ArrayList<>(Arrays.asList(all));
  }
}
