package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Declares classes and makes their objects. */
public final class Classes {
  private static final String CELL = "__classcell__";
  private static final String ABSTRACT = "__abstractmethods__";

  private Classes() {}

  /** What a {@code class} statement does. */
  public static Object make(String name, Object[] bases, Kwargs named, PyFunction body) {
    Kwargs arguments = named == null ? new Kwargs() : new Kwargs(named);
    List<PyClass> parents = parents(name, bases);
    PyClass type = metaclass(arguments.remove("metaclass"), parents);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("__module__", body.module());
    members.put("__qualname__", body.code().qualified());
    if (body.code().documentation() != null) {
      members.put("__doc__", body.code().documentation());
    }
    Object cell = body.enterClass(members);
    if (cell != null) {
      members.put(CELL, cell);
    }
    if (type == Types.TYPE) {
      return build(type, name, parents, members, arguments);
    }
    return type.make(new Object[] {name, Tuple.copyOf(parents), members}, arguments);
  }

  /** What {@code name: kind} does in a class's body. */
  @SuppressWarnings("unchecked")
  public static void annotate(Object[] frame, String name, Object kind) {
    Map<String, Object> members = (Map<String, Object>) frame[0];
    Object kinds = members.computeIfAbsent("__annotations__", key -> new LinkedHashMap<>());
    ((Map<Object, Object>) kinds).put(name, kind);
  }

  private static List<PyClass> parents(String name, Object[] bases) {
    List<PyClass> parents = new ArrayList<>();
    for (Object base : bases) {
      parents.add(parent(name, base));
    }
    if (parents.isEmpty()) {
      parents.add(Types.OBJECT);
    }
    return parents;
  }

  private static PyClass metaclass(Object given, List<PyClass> parents) {
    if (given != null && !(given instanceof PyClass)) {
      throw Errors.of("NotImplementedError", "a metaclass that is no class is not supported here");
    }
    PyClass type = given == null ? Types.TYPE : (PyClass) given;
    for (PyClass parent : parents) {
      PyClass own = Types.of(parent);
      if (own.derivesFrom(type)) {
        type = own;
      } else if (!type.derivesFrom(own)) {
        throw Errors.type(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass"
                + " of the metaclasses of all its bases");
      }
    }
    return type;
  }

  /** What {@code type(name, bases, members)} and {@code type.__new__} make. */
  @SuppressWarnings("unchecked")
  static Object build(PyClass type, Object[] given, Kwargs named) {
    List<PyClass> parents = parents(Texts.str(given[0]), Iterators.list(given[1]).toArray());
    Map<String, Object> members = new LinkedHashMap<>((Map<String, Object>) given[2]);
    members.putIfAbsent("__module__", "__main__");
    return build(metaclass(type, parents), Texts.str(given[0]), parents, members, named);
  }

  private static PyClass build(
      PyClass type, String name, List<PyClass> parents, Map<String, Object> members, Kwargs named) {
    Object cell = members.remove(CELL);
    Object qualified = members.remove("__qualname__");
    if (members.containsKey("__eq__") && !members.containsKey("__hash__")) {
      members.put("__hash__", Native.function("__hash__", Classes::unhashable));
    }
    for (String implied : new String[] {"__init_subclass__", "__class_getitem__"}) {
      if (members.get(implied) instanceof PyFunction function) {
        members.put(implied, new Descriptors.ClassMethod(function));
      }
    }
    if (members.get("__new__") instanceof PyFunction function) {
      members.put("__new__", new Descriptors.StaticMethod(function));
    }
    String module = String.valueOf(members.get("__module__"));
    PyClass made =
        type == Types.TYPE
            ? new PyClass(name, module, parents, members, null, null)
            : new OwnedClass(type, name, module, parents, members);
    made.qualified(qualified == null ? name : qualified.toString());
    confine(made);
    findAbstract(made, type);
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
    new PySuper(made, made).call("__init_subclass__", new Object[0], named);
    return made;
  }

  /** Notes which attributes objects may have where every class names them by {@code __slots__}. */
  private static void confine(PyClass made) {
    Set<String> names = new LinkedHashSet<>();
    for (PyClass each : made.order()) {
      if (each == Types.OBJECT) {
        continue;
      }
      Object slots = each.members().get("__slots__");
      if (slots == null) {
        return;
      }
      if (slots instanceof CharSequence text) {
        names.add(text.toString());
      } else {
        Iterators.list(slots).forEach(name -> names.add(Texts.str(name)));
      }
    }
    made.slots(names.contains("__dict__") ? null : names);
  }

  private static void findAbstract(PyClass made, PyClass type) {
    if (type == Types.TYPE || type.find("_finds_abstract_methods") == null) {
      return;
    }
    Set<String> names = new java.util.TreeSet<>();
    for (PyClass each : made.order()) {
      each.members()
          .forEach(
              (name, member) -> {
                if (made.find(name) == member && isAbstract(member)) {
                  names.add(name);
                }
              });
    }
    made.members().put(ABSTRACT, new FrozenSet(PySet.of(names.toArray())));
  }

  private static boolean isAbstract(Object member) {
    if (member instanceof Descriptors.Property property) {
      return isAbstract(property.getter());
    }
    if (member instanceof Descriptors.StaticMethod method) {
      return isAbstract(method.function());
    }
    if (member instanceof Descriptors.ClassMethod method) {
      return isAbstract(method.function());
    }
    return member instanceof PyFunction function
        && function.attributes().containsKey("__isabstractmethod__");
  }

  private static Object unhashable(Object[] arguments) {
    throw Errors.type("unhashable type: '" + Types.name(arguments[0]) + "'");
  }

  private static PyClass parent(String name, Object base) {
    if (base instanceof PyClass type) {
      boolean values = type.makes() && Deriving.supports(type);
      boolean allowed =
          !type.isBuiltin()
              || values
              || type == Types.OBJECT
              || type == Types.TYPE
              || Exceptions.isException(type);
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

  /** Makes an object by {@code __new__}, if there is one, and {@code __init__}. */
  static Object instantiate(PyClass type, Object[] arguments, Kwargs named) {
    if (type.find(ABSTRACT) instanceof FrozenSet names && !names.isEmpty()) {
      throw Errors.type(
          "Can't instantiate abstract class "
              + type.name()
              + " with abstract method"
              + (names.size() == 1 ? " " : "s ")
              + String.join(", ", names.stream().map(Texts::str).sorted().toList()));
    }
    Object maker = type.find("__new__");
    Object made =
        maker == null
            ? fresh(type, arguments, named)
            : Invoke.call(maker, Invoke.prepend(type, arguments), named);
    if (maker != null && !type.hasInstance(made)) {
      return made;
    }
    initialize(type, made, arguments, named, maker == null);
    return made;
  }

  private static void initialize(
      PyClass type, Object made, Object[] arguments, Kwargs named, boolean plainly) {
    Object init = type.find("__init__");
    if (init != null) {
      Object result = Invoke.call(init, Invoke.prepend(made, arguments), named);
      if (made instanceof KerasInstance keras && init instanceof PyFunction function) {
        keras.madeWith(byName(function, arguments, named));
      }
      if (result != null) {
        throw Errors.type("__init__() should return None, not '" + Types.name(result) + "'");
      }
    } else if (made instanceof KerasInstance keras) {
      keras.initialize(arguments, named);
    } else if (made instanceof Derived derived) {
      Deriving.fill(derived, arguments, named);
    } else if (Exceptions.isException(type)) {
      Exceptions.initialize((Instance) made, named);
    } else if (plainly
        && !(made instanceof PyClass)
        && (arguments.length > 0 || named != null && !named.isEmpty())) {
      throw Errors.type(type.name() + "() takes no arguments");
    }
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

  /** What {@code object.__new__}, or that of a class of values, makes. */
  static Object fresh(PyClass type, Object[] arguments, Kwargs named) {
    if (type.isPlain()) {
      return new PyObject(type);
    }
    if (type.derivesFrom(Types.TYPE)) {
      return build(type, arguments, named);
    }
    if (Exceptions.isException(type)) {
      return Exceptions.make(type, arguments);
    }
    PyClass base = Deriving.base(type);
    if (base == type) {
      return type.make(arguments, named);
    }
    if (base != null) {
      return Deriving.make(type, base, arguments, named);
    }
    return KerasBases.make(type);
  }
}
