package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.NamedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Declares classes and makes their objects. */
public final class Classes {
  private Classes() {}

  /** What a {@code class} statement does. */
  public static Object make(String name, Object[] bases, Kwargs named, PyFunction body) {
    if (named != null && !named.isEmpty()) {
      throw Errors.of(
          "NotImplementedError",
          "class " + name + ": metaclasses and class arguments are not supported here");
    }
    List<PyClass> parents = new ArrayList<>();
    for (Object base : bases) {
      parents.add(parent(name, base));
    }
    if (parents.isEmpty()) {
      parents.add(Types.OBJECT);
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("__module__", body.module());
    if (body.code().documentation() != null) {
      members.put("__doc__", body.code().documentation());
    }
    Object cell = body.enterClass(members);
    if (members.containsKey("__eq__") && !members.containsKey("__hash__")) {
      members.put("__hash__", Native.function("__hash__", Classes::unhashable));
    }
    PyClass made = new PyClass(name, body.module(), parents, members, null, null);
    if (cell instanceof PyCell own) {
      own.set(made);
    }
    new ArrayList<>(members.entrySet())
        .forEach(
            each -> {
              if (each.getValue() instanceof Instance it
                  && it.type().find("__set_name__") != null) {
                Invoke.method(it, "__set_name__", new Object[] {made, each.getKey()}, null);
              }
            });
    for (PyClass parent : parents) {
      Object hook = parent.find("__init_subclass__");
      if (hook != null) {
        Invoke.call(hook, new Object[] {made}, null);
      }
    }
    return made;
  }

  private static Object unhashable(Object[] arguments) {
    throw Errors.type("unhashable type: '" + Types.name(arguments[0]) + "'");
  }

  private static PyClass parent(String name, Object base) {
    if (base instanceof PyClass type) {
      boolean allowed = !type.isBuiltin() || type == Types.OBJECT || Exceptions.isException(type);
      if (allowed) {
        return type;
      }
      throw Errors.of(
          "NotImplementedError",
          "class " + name + "(" + type.name() + "): deriving from it is not supported here");
    }
    if (base instanceof NamedType || base instanceof Class) {
      return KerasBases.of(base);
    }
    throw Errors.type("class " + name + ": a base must be a class, not " + Types.name(base));
  }

  /** Makes an object: {@code __new__} is not supported, {@code __init__} is. */
  static Object instantiate(PyClass type, Object[] arguments, Kwargs named) {
    Object made = Exceptions.isException(type) ? Exceptions.make(type, arguments) : fresh(type);
    Object init = type.find("__init__");
    if (init != null) {
      Object result = Invoke.call(init, Invoke.prepend(made, arguments), named);
      if (made instanceof KerasInstance keras && init instanceof PyFunction function) {
        keras.madeWith(byName(function, arguments, named));
      }
      if (result != null) {
        throw Errors.type("__init__() should return None, not '" + Types.name(result) + "'");
      }
    } else if (!Exceptions.isException(type)
        && !(made instanceof KerasInstance)
        && (arguments.length > 0 || named != null)) {
      throw Errors.type(type.name() + "() takes no arguments");
    } else if (made instanceof KerasInstance keras) {
      keras.initialize(arguments, named);
    }
    return made;
  }

  private static Map<String, Object> byName(PyFunction init, Object[] arguments, Kwargs named) {
    Map<String, Object> all = new LinkedHashMap<>();
    List<String> names = init.code().names();
    for (int i = 0; i < arguments.length && i + 1 < names.size(); i++) {
      all.put(names.get(i + 1), arguments[i]);
    }
    all.putAll(named == null ? Map.of() : named);
    return all;
  }

  private static Object fresh(PyClass type) {
    return KerasBases.isKeras(type) ? KerasBases.make(type) : new PyObject(type);
  }
}
