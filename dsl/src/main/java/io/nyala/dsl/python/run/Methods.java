package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.PyRange;
import io.nyala.dsl.names.Tuple;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of what is built in: which there are, and the class that knows each. */
final class Methods {
  private static final Set<String> GENERATOR = Set.of("send", "throw", "close", "__next__");

  private Methods() {}

  /** Values whose methods are all here. */
  static boolean isOurs(Object value) {
    return value == null
        || Containers.isList(value)
        || value instanceof Tuple
        || value instanceof PyBytes
        || value instanceof Map && !(value instanceof KerasInstance)
        || value instanceof Set
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof PyGenerator
        || value instanceof PyRange;
  }

  /** The names of the methods that a built-in value has. */
  static Set<String> of(Object value) {
    if (value instanceof CharSequence) {
      return StrMethods.NAMES;
    }
    if (value instanceof PyBytes) {
      return BytesMethods.NAMES;
    }
    if (Containers.isList(value)) {
      return ListMethods.NAMES;
    }
    if (value instanceof Tuple || value instanceof PyRange) {
      return ListMethods.OF_TUPLES;
    }
    if (value instanceof Map && !(value instanceof KerasInstance)) {
      return DictMethods.NAMES;
    }
    if (value instanceof Set) {
      return value instanceof FrozenSet ? SetMethods.FROZEN : SetMethods.NAMES;
    }
    if (value instanceof Deque) {
      return DequeMethods.NAMES;
    }
    if (value instanceof PyGenerator) {
      return GENERATOR;
    }
    return Ints.isNumber(value) ? Numbers.of(value) : Set.of();
  }

  static boolean has(Object value, String name) {
    boolean counter = value instanceof DefaultDict dict && dict.isCounter();
    boolean counting = DictMethods.COUNTING.contains(name);
    if (value instanceof NamedTuple && NamedTuple.METHODS.contains(name)) {
      return true;
    }
    return of(value).contains(name) && (!counting || counter);
  }

  /** Whether a built-in class has a method. */
  static boolean names(PyClass type, String name) {
    return switch (type.name()) {
      case "bytes" -> BytesMethods.NAMES.contains(name);
      case "str" -> StrMethods.NAMES.contains(name);
      case "list" -> ListMethods.NAMES.contains(name);
      case "dict" -> DictMethods.NAMES.contains(name);
      case "set" -> SetMethods.NAMES.contains(name);
      case "frozenset" -> SetMethods.FROZEN.contains(name);
      case "tuple" -> ListMethods.OF_TUPLES.contains(name);
      case "int", "bool" -> Numbers.INT.contains(name);
      case "float" -> Numbers.FLOAT.contains(name);
      case "deque" -> DequeMethods.NAMES.contains(name);
      case "defaultdict", "Counter", "OrderedDict" -> DictMethods.NAMES.contains(name);
      default -> false;
    };
  }

  /** The method's result; Unbound if there is no such method here. */
  static Object call(Object self, String name, Object[] given, Kwargs named) {
    if (name.startsWith("__") && !(self instanceof PyGenerator)) {
      return Protocol.call(self, name, given);
    }
    if (!has(self, name)) {
      return Unbound.VALUE;
    }
    if (Containers.isList(self)) {
      return ListMethods.call(Containers.list(self), name, given, named);
    }
    if (self instanceof PyBytes bytes) {
      return BytesMethods.call(bytes, name, given, named);
    }
    if (self instanceof NamedTuple tuple && NamedTuple.METHODS.contains(name)) {
      return tuple.method(name, named);
    }
    if (self instanceof Tuple || self instanceof PyRange) {
      return ListMethods.sequence((List<?>) self, name, given[0]);
    }
    if (self instanceof Map) {
      return DictMethods.call(self, name, given, named);
    }
    if (self instanceof Set<?> set) {
      return SetMethods.call(set, name, given);
    }
    if (self instanceof Deque) {
      return DequeMethods.call(self, name, given);
    }
    return self instanceof PyGenerator generator
        ? generator(generator, name, given)
        : Numbers.call(self, name, given, named);
  }

  private static Object generator(PyGenerator self, String name, Object[] given) {
    return switch (name) {
      case "send" -> self.send(given[0]);
      case "close" -> self.close();
      case "throw" -> self.raise(Errors.raise(given[0], Unbound.VALUE, null));
      default -> self.send(null);
    };
  }
}
