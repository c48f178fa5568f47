package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dicts and their keys. */
final class Dicts {
  private Dicts() {}

  /** A key in the form in which equal keys of Python are equal in Java. */
  static Object key(Object key) {
    if (key instanceof String || key instanceof Integer || key == null) {
      return key;
    }
    if (key instanceof CharSequence text) {
      return text.toString();
    }
    if (key instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e9) {
      return (int) (double) real;
    }
    if (key instanceof Number && Ints.is(key)) {
      return Ints.fit(Ints.big(key));
    }
    if (key instanceof Tuple tuple) {
      tuple.forEach(Dicts::key);
      return key;
    }
    boolean changes =
        Containers.isList(key)
            || key instanceof Map && !(key instanceof Instance)
            || key instanceof java.util.Set && !(key instanceof FrozenSet);
    if (changes) {
      throw Errors.type("unhashable type: '" + Types.name(key) + "'");
    }
    return key;
  }

  static Object get(Map<?, ?> map, Object key) {
    Object value = map.get(key(key));
    if (value != null || map.containsKey(key(key))) {
      return value;
    }
    if (map instanceof DefaultDict dict) {
      return dict.missing(key);
    }
    throw Errors.key(key);
  }

  static Object merged(Map<?, ?> a, Map<?, ?> b) {
    Map<Object, Object> all = new LinkedHashMap<>(a);
    all.putAll(b);
    return all;
  }

  static Object fromKeys(Object[] arguments) {
    Map<Object, Object> dict = new LinkedHashMap<>();
    for (Object key : Iterators.list(arguments[0])) {
      dict.put(key(key), arguments.length > 1 ? arguments[1] : null);
    }
    return dict;
  }

  /** The items as pairs. */
  static List<Object> items(Map<?, ?> map) {
    List<Object> all = new ArrayList<>(map.size());
    map.forEach((key, value) -> all.add(Tuple.of(key, value)));
    return all;
  }

  /** Adds what {@code dict(x)} and {@code update(x)} take: a mapping or pairs. */
  static void addAll(Map<Object, Object> dict, Object given) {
    if (given instanceof Map<?, ?> map) {
      dict.putAll(map);
      return;
    }
    int at = 0;
    for (Object pair : Iterators.list(given)) {
      List<Object> two = Iterators.list(pair);
      if (two.size() != 2) {
        throw Errors.value(
            "dictionary update sequence element #"
                + at
                + " has length "
                + two.size()
                + "; 2 is required");
      }
      dict.put(key(two.get(0)), two.get(1));
      at++;
    }
  }
}
