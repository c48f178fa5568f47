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
    List<PyClass> order = type().order();
    for (PyClass each : order.subList(order.indexOf(owner) + 1, order.size())) {
      if (each.members().containsKey(name)) {
        return each;
      }
    }
    return null;
  }

  /** Whether the class itself is asked, and not an object of it. */
  private boolean ofClass() {
    return self instanceof PyClass type && type.derivesFrom(owner);
  }

  private PyClass type() {
    return ofClass() ? (PyClass) self : ((Instance) self).type();
  }

  Object get(String name) {
    PyClass provider = provider(name);
    if (provider != null) {
      Object object = ofClass() ? null : self;
      return Descriptors.bind(provider.members().get(name), object, type(), name);
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
    if (name.equals("__new__")) {
      Object[] rest = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
      return Classes.fresh((PyClass) arguments[0], rest, named);
    }
    if (self instanceof PyClass made && !ofClass() && name.equals("__call__")) {
      return Classes.instantiate(made, arguments, named);
    }
    boolean known = !name.startsWith("__") || name.equals("__call__");
    if (instance instanceof KerasInstance keras && known) {
      return keras.parent(name, arguments, named);
    }
    switch (name) {
      case "__init__" -> {
        if (instance instanceof Derived derived) {
          Deriving.fill(derived, arguments, named);
        }
        if (instance != null && Exceptions.isException(instance.type())) {
          instance.attributes().put("args", io.nyala.dsl.names.Tuple.of(arguments));
        }
        return null;
      }
      case "__init_subclass__" -> {
        if (named != null && !named.isEmpty()) {
          throw Errors.type(owner.name() + ".__init_subclass__() takes no keyword arguments");
        }
        return null;
      }
      case "__setattr__" -> {
        Attributes.setPlainly(instance, arguments[0].toString(), arguments[1]);
        return null;
      }
      case "__getattribute__" -> {
        Object value = Attributes.plainly(instance, Texts.str(arguments[0]));
        if (value == Unbound.VALUE) {
          throw Attributes.missing(instance, Texts.str(arguments[0]));
        }
        return value;
      }
      case "__delattr__" -> {
        Attributes.deletePlainly(instance, Texts.str(arguments[0]));
        return null;
      }
      default -> {
        return instance instanceof Derived derived
            ? Invoke.method(derived.plain(), name, Derived.plain(arguments), named)
            : ofObject(instance, name, arguments);
      }
    }
  }

  private Object ofObject(Instance instance, String name, Object[] arguments) {
    switch (name) {
      case "__repr__" -> {
        return self instanceof PyClass ? self.toString() : Texts.plainRepr(instance);
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
      case "__ne__" -> {
        return self != arguments[0];
      }
      case "__format__" -> {
        return FormatSpec.format(Texts.str(instance), Texts.str(arguments[0]));
      }
      case "__dir__" -> {
        return new java.util.ArrayList<>(Dir.of(instance));
      }
      default ->
          throw Errors.of("AttributeError", "'super' object has no attribute '" + name + "'");
    }
  }
}
