package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How objects of classes that derive from classes of values are made. */
final class Deriving {
  private Deriving() {}

  /** Whether classes may derive from this class of values. */
  static boolean supports(PyClass type) {
    return SUPPORTED.contains(type.name()) || type.derivesFrom(Types.TUPLE);
  }

  /** The class of values that a class derives from; null if there is none. */
  static PyClass base(PyClass type) {
    for (PyClass each : type.order()) {
      if (each.makes() && each != Types.OBJECT && each != Types.TYPE) {
        return each;
      }
    }
    return null;
  }

  /** A new object of the class; dicts, lists and sets stay empty until they are initialized. */
  static Derived make(PyClass type, PyClass base, Object[] arguments, Kwargs named) {
    boolean fillable = FILLABLE.contains(base.name());
    Object plain =
        fillable ? base.make(new Object[0], null) : base.make(Derived.plain(arguments), named);
    if (plain instanceof Map<?, ?> map) {
      return new Derived.OfDict(type, unchecked(map));
    }
    if (plain instanceof Set<?> set) {
      return new Derived.OfSet(type, unchecked(set));
    }
    if (plain instanceof Tuple tuple) {
      return new Derived.OfTuple(type, tuple);
    }
    if (plain instanceof PyDeque || Containers.isList(plain)) {
      return new Derived.OfList(type, unchecked((List<?>) plain));
    }
    return plain instanceof CharSequence
        ? new Derived.OfText(type, plain.toString())
        : new Derived.OfNumber(type, (Number) plain);
  }

  /** The classes of values that classes may derive from. */
  private static final Set<String> SUPPORTED =
      Set.of(
          "dict",
          "list",
          "set",
          "frozenset",
          "tuple",
          "str",
          "int",
          "float",
          "defaultdict",
          "Counter",
          "OrderedDict",
          "deque");

  /** The classes whose values can be filled once they exist. */
  private static final Set<String> FILLABLE =
      Set.of("dict", "list", "set", "defaultdict", "Counter", "OrderedDict", "deque");

  /** What the class of values does to initialize the object. */
  static void fill(Derived derived, Object[] arguments, Kwargs named) {
    PyClass base = base(derived.type());
    if (!FILLABLE.contains(base.name())) {
      return;
    }
    Object given = base.make(arguments, named);
    if (derived instanceof Derived.OfDict dict) {
      if (given instanceof DefaultDict like && dict.plain() instanceof DefaultDict own) {
        own.factory(like.factory());
      }
      dict.plain().clear();
      dict.plain().putAll(unchecked((Map<?, ?>) given));
    } else if (derived instanceof Derived.OfSet set) {
      set.plain().clear();
      set.plain().addAll((Set<?>) given);
    } else if (derived instanceof Derived.OfList list) {
      list.plain(unchecked((List<?>) given));
    }
  }

  @SuppressWarnings("unchecked")
  private static <K, V> Map<K, V> unchecked(Map<?, ?> map) {
    return (Map<K, V>) map;
  }

  @SuppressWarnings("unchecked")
  private static <T> Set<T> unchecked(Set<?> set) {
    return (Set<T>) set;
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> unchecked(List<?> list) {
    return (List<T>) list;
  }
}
