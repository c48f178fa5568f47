package io.nyala.dsl.python.run;

import java.util.List;

/**
 * What {@code super()} gives.
 *
 * @param owner the class whose method asks
 * @param self the object or class
 */
public record PySuper(PyClass owner, Object self) {

  /** {@code super(owner, self)}. */
  public static Object of(Object owner, Object self) {
    return new PySuper((PyClass) owner, self);
  }

  /** The next class after the owner that has a name; null if there is none. */
  PyClass provider(String name) {
    PyClass type = self instanceof Instance instance ? instance.type() : (PyClass) self;
    List<PyClass> order = type.order();
    for (PyClass each : order.subList(order.indexOf(owner) + 1, order.size())) {
      if (each.members().containsKey(name)) {
        return each;
      }
    }
    return null;
  }

  Object get(String name) {
    PyClass provider = provider(name);
    if (provider != null) {
      boolean object = self instanceof Instance;
      PyClass type = object ? ((Instance) self).type() : (PyClass) self;
      return Descriptors.bind(provider.members().get(name), object ? self : null, type, name);
    }
    return new Native(name, (arguments, named) -> fallback(name, arguments, named));
  }

  Object call(String name, Object[] arguments, io.nyala.dsl.names.Kwargs named) {
    return provider(name) == null
        ? fallback(name, arguments, named)
        : Invoke.call(get(name), arguments, named);
  }

  /** What the built-in class at the end of the line does. */
  private Object fallback(String name, Object[] arguments, io.nyala.dsl.names.Kwargs named) {
    Instance instance = self instanceof Instance it ? it : null;
    if (instance instanceof KerasInstance keras && name.equals("__init__")) {
      keras.initialize(arguments, named);
      return null;
    }
    boolean known = !name.startsWith("__") || name.equals("__call__");
    if (instance instanceof KerasInstance keras && known) {
      return keras.parent(name, arguments, named);
    }
    switch (name) {
      case "__init__" -> {
        if (instance != null && Exceptions.isException(instance.type())) {
          instance.attributes().put("args", io.nyala.dsl.names.Tuple.of(arguments));
        }
        return null;
      }
      case "__init_subclass__" -> {
        return null;
      }
      case "__setattr__" -> {
        Attributes.setPlainly(instance, arguments[0].toString(), arguments[1]);
        return null;
      }
      case "__repr__" -> {
        return Texts.plainRepr(instance);
      }
      case "__str__" -> {
        return Exceptions.isException(instance.type())
            ? Exceptions.text(instance)
            : Texts.repr(instance);
      }
      case "__eq__" -> {
        return self == arguments[0] ? (Object) true : Builtins.NOT_IMPLEMENTED;
      }
      case "__hash__" -> {
        return System.identityHashCode(self);
      }
      default ->
          throw Errors.of("AttributeError", "'super' object has no attribute '" + name + "'");
    }
  }
}
