package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code collections.Counter}. */
final class Counters {
  private Counters() {}

  static DefaultDict of(Object items) {
    DefaultDict counter = new DefaultDict(null, true);
    if (items != null) {
      update(counter, items, 1);
    }
    return counter;
  }

  static void update(DefaultDict counter, Object items, int sign) {
    if (items instanceof Map<?, ?> map) {
      map.forEach((key, count) -> change(counter, key, Operators.multiply(count, sign)));
    } else {
      Iterators.of(items).forEachRemaining(item -> change(counter, item, sign));
    }
  }

  private static void change(DefaultDict counter, Object key, Object by) {
    Object plain = Dicts.slot(counter, key);
    counter.put(plain, Operators.add(counter.getOrDefault(plain, 0), by));
  }

  static Object operate(String sign, DefaultDict a, DefaultDict b) {
    DefaultDict result = new DefaultDict(null, true);
    List<Object> keys = new ArrayList<>(a.keySet());
    b.keySet().stream().filter(key -> !a.containsKey(key)).forEach(keys::add);
    for (Object key : keys) {
      Object x = a.getOrDefault(key, 0);
      Object y = b.getOrDefault(key, 0);
      boolean less = Truth.of(Comparisons.less(x, y));
      Object count =
          switch (sign) {
            case "+" -> Operators.add(x, y);
            case "-" -> Operators.subtract(x, y);
            case "&" -> less ? x : y;
            default -> less ? y : x;
          };
      if (Truth.of(Comparisons.greater(count, 0))) {
        result.put(key, count);
      }
    }
    return result;
  }

  static List<Object> mostCommon(Map<?, ?> counter, int most) {
    List<Object> pairs = Dicts.items(counter);
    pairs.sort((a, b) -> Ordering.compareNumbers(((Tuple) b).get(1), ((Tuple) a).get(1)));
    return most < 0 || most >= pairs.size() ? pairs : new ArrayList<>(pairs.subList(0, most));
  }

  static List<Object> elements(Map<?, ?> counter) {
    List<Object> all = new ArrayList<>();
    counter.forEach(
        (key, count) -> {
          for (long i = 0; i < Ints.small(count); i++) {
            all.add(key);
          }
        });
    return all;
  }
}
