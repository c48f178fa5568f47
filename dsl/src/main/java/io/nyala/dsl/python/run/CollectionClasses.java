package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The classes of {@code collections} whose values are kept as ones of Java. */
public final class CollectionClasses {
  /** {@code defaultdict}. */
  public static final PyClass DEFAULT_DICT =
      type("defaultdict", Types.DICT, CollectionClasses::defaultDict);

  /** {@code Counter}. */
  public static final PyClass COUNTER = type("Counter", Types.DICT, CollectionClasses::counter);

  /** {@code OrderedDict}. */
  public static final PyClass ORDERED_DICT =
      type("OrderedDict", Types.DICT, CollectionClasses::orderedDict);

  /** {@code deque}. */
  public static final PyClass DEQUE = type("deque", Types.OBJECT, CollectionClasses::deque);

  private CollectionClasses() {}

  private static PyClass type(String name, PyClass base, PyClass.Maker maker) {
    return new PyClass(name, "collections", List.of(base), new LinkedHashMap<>(), maker, null);
  }

  /** The class of a value; null if it is none of these. */
  static PyClass of(Object value) {
    if (value instanceof DefaultDict dict) {
      return dict.isCounter() ? COUNTER : DEFAULT_DICT;
    }
    if (value instanceof OrderedDict) {
      return ORDERED_DICT;
    }
    return value instanceof PyDeque ? DEQUE : null;
  }

  private static Object defaultDict(Object[] given, Kwargs named) {
    if (given.length > 0 && given[0] != null && !Builtins.isCallable(given[0])) {
      throw Errors.type("first argument must be callable or None");
    }
    Map<Object, Object> dict = new DefaultDict(given.length == 0 ? null : given[0], false);
    for (int i = 1; i < given.length; i++) {
      Dicts.addAll(dict, given[i]);
    }
    return with(dict, named);
  }

  private static Object counter(Object[] given, Kwargs named) {
    return with(Module.counter(given.length == 0 ? null : given[0]), named);
  }

  private static Object orderedDict(Object[] given, Kwargs named) {
    Map<Object, Object> dict = new OrderedDict();
    for (Object each : given) {
      Dicts.addAll(dict, each);
    }
    return with(dict, named);
  }

  private static Object with(Map<Object, Object> dict, Kwargs named) {
    if (named != null) {
      dict.putAll(named);
    }
    return dict;
  }

  private static Object deque(Object[] given, Kwargs named) {
    Object most = given.length > 1 ? given[1] : named == null ? null : named.get("maxlen");
    return new PyDeque(
        given.length == 0 ? List.of() : Iterators.list(given[0]),
        most == null ? null : (Integer) Ints.index(most));
  }
}
