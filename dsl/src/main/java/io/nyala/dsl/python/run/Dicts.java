package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dicts and their keys. */
final class Dicts {
  private Dicts() {}

  /**
   * The key under which a dict holds this one or an equal one, {@code 1}, {@code 1.0} and {@code
   * True} being equal; the key itself if it holds none.
   */
  static Object slot(Map<?, ?> map, Object given) {
    Object key = key(given);
    boolean several = key instanceof Number || key instanceof Boolean;
    if (!several || map.containsKey(key)) {
      return key;
    }
    if (key instanceof Integer small && small != 0 && small != 1) {
      Double real = small.doubleValue();
      return map.containsKey(real) ? real : key;
    }
    Object whole = Ints.is(key) ? Ints.fit(Ints.big(key)) : whole(Ints.real(key));
    if (whole == null) {
      return key;
    }
    if (map.containsKey(whole)) {
      return whole;
    }
    double real = Ints.real(whole);
    if (map.containsKey(real) && Ordering.compareNumbers(real, whole) == 0) {
      return real;
    }
    boolean bit = whole instanceof Integer small && (small == 0 || small == 1);
    if (!bit) {
      return key;
    }
    Object flag = whole.equals(1);
    return map.containsKey(flag) ? flag : whole.equals(0) && map.containsKey(-0.0) ? -0.0 : key;
  }

  private static Object whole(double real) {
    boolean is = real == Math.rint(real) && !Double.isInfinite(real);
    return is ? Ints.fit(new java.math.BigDecimal(real).toBigInteger()) : null;
  }

  /** A key in the form in which a dict holds it. */
  static Object key(Object key) {
    if (key instanceof String || key instanceof Integer || key == null) {
      return key;
    }
    if (key instanceof Double || key instanceof Boolean) {
      return key;
    }
    if (key instanceof Long whole) {
      return Ints.fit(whole);
    }
    if (key instanceof Derived derived && !(key instanceof CharSequence)) {
      boolean own = derived.type().find("__hash__") != null;
      return own ? key : key(derived.plain()) == null ? key : keyed(derived);
    }
    if (key instanceof CharSequence text) {
      return text.toString();
    }
    if (key instanceof Float real) {
      return (double) real;
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
            || key instanceof Map
            || key instanceof java.util.Set && !(key instanceof FrozenSet);
    if (changes) {
      throw Errors.type("unhashable type: '" + Types.name(key) + "'");
    }
    return key;
  }

  /** Numbers and tuples are held as they are inside, so that equal ones are found. */
  private static Object keyed(Derived derived) {
    return derived instanceof Derived.OfNumber ? key(derived.plain()) : derived;
  }

  static Object get(Map<?, ?> map, Object key) {
    Object quick = quick(map, key);
    if (quick != null) {
      return quick;
    }
    Object slot = slot(map, key);
    Object value = map.get(slot);
    if (value != null || map.containsKey(slot)) {
      return value;
    }
    if (map instanceof DefaultDict dict) {
      return dict.missing(key);
    }
    throw Errors.key(key);
  }

  /** The value of a key that a dict holds as it is; null where a closer look is needed. */
  static Object quick(Map<?, ?> map, Object key) {
    boolean plain = key instanceof Integer || key instanceof String;
    boolean own = map.getClass() == LinkedHashMap.class || map.getClass() == DefaultDict.class;
    return plain && own ? map.get(key) : null;
  }

  static Object merged(Map<?, ?> a, Map<?, ?> b) {
    Map<Object, Object> all = new LinkedHashMap<>();
    if (a instanceof DefaultDict dict && !dict.isCounter()) {
      all = new DefaultDict(dict.factory(), false);
    } else if (a instanceof OrderedDict) {
      all = new OrderedDict();
    }
    all.putAll(a);
    addAll(all, b);
    return all;
  }

  static Object fromKeys(Object[] arguments) {
    Map<Object, Object> dict = new LinkedHashMap<>();
    for (Object key : Iterators.list(arguments[0])) {
      dict.put(slot(dict, key), arguments.length > 1 ? arguments[1] : null);
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
      map.forEach((key, value) -> dict.put(slot(dict, key), value));
      return;
    }
    if (given instanceof Instance own && own.type().find("keys") != null) {
      for (Object key : Iterators.list(Invoke.method(own, "keys", new Object[0], null))) {
        dict.put(slot(dict, key), Items.get(own, key));
      }
      return;
    }
    int at = 0;
    for (Object pair : Iterators.list(given)) {
      if (!Iterators.canGoThrough(pair)) {
        throw Errors.type(
            "cannot convert dictionary update sequence element #" + at + " to a sequence");
      }
      List<Object> two = Iterators.list(pair);
      if (two.size() != 2) {
        throw Errors.value(
            "dictionary update sequence element #"
                + at
                + " has length "
                + two.size()
                + "; 2 is required");
      }
      dict.put(slot(dict, two.get(0)), two.get(1));
      at++;
    }
  }
}
