package io.nyala.dsl.python.run;

import io.nyala.dsl.names.PyRange;
import io.nyala.tensor.Slice;

/** Attributes of built-in values that are no methods. */
final class Specials {
  private Specials() {}

  /** {@code value.name}; Unbound if there is no such attribute. */
  static Object attribute(Object value, String name) {
    if (Ints.isNumber(value)) {
      return Numbers.attribute(value, name);
    }
    if (value instanceof PyRange range) {
      return switch (name) {
        case "start" -> range.start();
        case "stop" -> range.stop();
        case "step" -> range.step();
        default -> Unbound.VALUE;
      };
    }
    if (value instanceof DefaultDict dict && name.equals("default_factory") && !dict.isCounter()) {
      return dict.factory();
    }
    if (value instanceof Slice slice && name.equals("indices")) {
      return Native.one(name, length -> indices(slice, Ints.index(length)));
    }
    if (value instanceof Descriptors.Property property) {
      return switch (name) {
        case "fget" -> property.getter();
        case "fset" -> property.setter();
        case "fdel" -> property.deleter();
        case "__doc__" ->
            property.documentation() != null || property.getter() == null
                ? property.documentation()
                : Attributes.get(property.getter(), "__doc__");
        default -> Unbound.VALUE;
      };
    }
    return Unbound.VALUE;
  }

  /** Whether a value has a special method. */
  static boolean has(Object value, String name) {
    if (!Protocol.NAMES.contains(name)) {
      return false;
    }
    return switch (name) {
      case "__repr__", "__str__", "__hash__", "__eq__", "__ne__", "__format__" -> true;
      case "__len__", "__iter__", "__contains__", "__getitem__" ->
          value instanceof java.util.Collection || value instanceof java.util.Map;
      case "__setitem__", "__delitem__" ->
          Containers.isList(value) || value instanceof java.util.Map;
      case "__next__" -> value instanceof java.util.Iterator || value instanceof PyGenerator;
      default -> Ints.isNumber(value) || name.equals("__add__") && Containers.isSequence(value);
    };
  }

  private static Object indices(Slice slice, int length) {
    Slice.Positions positions = slice.over(length);
    int step = slice.step() == null ? 1 : Ints.index(slice.step());
    int start = bound(slice.start(), length, step, step < 0 ? length - 1 : 0);
    int stop = bound(slice.stop(), length, step, step < 0 ? -1 : length);
    return positions == null ? null : io.nyala.dsl.names.Tuple.of(start, stop, step);
  }

  private static int bound(Object given, int length, int step, int otherwise) {
    if (given == null) {
      return otherwise;
    }
    int at = Ints.index(given);
    at = at < 0 ? at + length : at;
    return step < 0 ? Math.max(-1, Math.min(length - 1, at)) : Math.max(0, Math.min(length, at));
  }
}
