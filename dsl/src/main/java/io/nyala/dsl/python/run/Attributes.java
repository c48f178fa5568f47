package io.nyala.dsl.python.run;

import groovy.lang.MissingPropertyException;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Results;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.Shape;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;

/** {@code x.name}, read, written and deleted. */
public final class Attributes {
  /** Methods of Java that are none of Keras'. */
  private static final Set<String> JAVA_ONLY =
      Set.of("type", "attributes", "values", "method", "className", "initialize", "parent");

  private Attributes() {}

  /** {@code object.name}. */
  public static Object get(Object object, String name) {
    Object value = find(object, name);
    if (value == Unbound.VALUE) {
      throw missing(object, name);
    }
    return value;
  }

  static boolean has(Object object, String name) {
    try {
      return find(object, name) != Unbound.VALUE;
    } catch (RuntimeException e) {
      if (Errors.matches(Exceptions.named("AttributeError"), e)) {
        return false;
      }
      throw e;
    }
  }

  /** The attribute, or Unbound. */
  static Object find(Object object, String name) {
    if (object instanceof Instance instance) {
      return ofInstance(instance, name);
    }
    if (object instanceof Namespace namespace) {
      if (name.equals("__name__")) {
        return namespace.name();
      }
      return namespace.get(name);
    }
    if (object instanceof PyClass type) {
      return ofClass(type, name);
    }
    if (name.equals("__class__")) {
      return Types.of(object);
    }
    if (object instanceof PyFunction function) {
      return ofFunction(function, name);
    }
    if (object instanceof PySuper parent) {
      return parent.get(name);
    }
    return ofOther(object, name);
  }

  private static Object ofOther(Object object, String name) {
    if (object instanceof BoundMethod method) {
      return switch (name) {
        case "__name__" -> method.name();
        case "__self__" -> method.self();
        case "__func__" -> method.function();
        default -> method.function() == null ? Unbound.VALUE : find(method.function(), name);
      };
    }
    if (object instanceof Native function && name.equals("__name__")) {
      return function.name();
    }
    if (object instanceof NamedType type && name.equals("__name__")) {
      return type.toString().replaceAll("^<class '(?:.*\\.)?|'>$", "");
    }
    if (object instanceof Descriptors.Property property) {
      return propertyMember(property, name);
    }
    if (object instanceof NamedTuple tuple && tuple.field(name) != Unbound.VALUE) {
      return tuple.field(name);
    }
    if (object instanceof NamedTuple tuple && tuple.type().find(name) != null) {
      return tuple.type().find(name);
    }
    if (object instanceof Results results && results.has(name)) {
      return results.getProperty(name);
    }
    if (object instanceof io.nyala.data.Npz archive && name.equals("files")) {
      return archive.getFiles();
    }
    if (object instanceof PyDeque deque && name.equals("maxlen")) {
      return deque.most();
    }
    if (Methods.has(object, name)) {
      return new BoundMethod(object, null, name);
    }
    if (object == null || Methods.isOurs(object) || object instanceof CharSequence) {
      return Unbound.VALUE;
    }
    return property(object, name);
  }

  private static Object propertyMember(Descriptors.Property property, String name) {
    return switch (name) {
      case "setter" ->
          Native.one(name, f -> new Descriptors.Property(property.getter(), f, property.deleter()));
      case "deleter" ->
          Native.one(name, f -> new Descriptors.Property(property.getter(), property.setter(), f));
      case "getter" ->
          Native.one(name, f -> new Descriptors.Property(f, property.setter(), property.deleter()));
      default -> Unbound.VALUE;
    };
  }

  private static Object ofInstance(Instance instance, String name) {
    Object member = instance.type().find(name);
    if (member instanceof Descriptors.Property) {
      return Descriptors.bind(member, instance, instance.type(), name);
    }
    if (instance.attributes().containsKey(name)) {
      return instance.attributes().get(name);
    }
    if (member != null || instance.type().has(name)) {
      return Descriptors.bind(member, instance, instance.type(), name);
    }
    switch (name) {
      case "__class__" -> {
        return instance.type();
      }
      case "__dict__" -> {
        return instance.attributes();
      }
      case "__doc__" -> {
        return null;
      }
      default -> {}
    }
    if (instance instanceof KerasInstance && !JAVA_ONLY.contains(name)) {
      Object value = property(instance, name);
      if (value != Unbound.VALUE) {
        return value;
      }
    }
    if (instance.type().find("__getattr__") != null) {
      return Invoke.method(instance, "__getattr__", new Object[] {name}, null);
    }
    if (Exceptions.isException(instance.type())
        && (name.equals("__cause__")
            || name.equals("__traceback__")
            || name.equals("__context__"))) {
      return null;
    }
    return Unbound.VALUE;
  }

  private static Object ofClass(PyClass type, String name) {
    if (type.has(name)) {
      return Descriptors.bind(type.find(name), null, type, name);
    }
    return switch (name) {
      case "__name__", "__qualname__" -> type.name();
      case "__module__" -> type.module();
      case "__doc__" -> null;
      case "__dict__" -> type.members();
      case "__bases__" -> Tuple.copyOf(type.bases());
      case "__mro__" -> Tuple.copyOf(type.order());
      case "__class__" -> Types.TYPE;
      case "mro" -> Native.function(name, ignored -> new java.util.ArrayList<>(type.order()));
      default -> ofBuiltinClass(type, name);
    };
  }

  private static Object ofBuiltinClass(PyClass type, String name) {
    if (name.equals("__init__")) {
      return new Native(
          name,
          (arguments, named) ->
              new PySuper(Types.OBJECT, arguments[0])
                  .call(name, java.util.Arrays.copyOfRange(arguments, 1, arguments.length), named));
    }
    if (type == Types.DICT && name.equals("fromkeys")) {
      return Native.function(name, Dicts::fromKeys);
    }
    if (type == Types.BYTES && name.equals("fromhex")) {
      return Native.one(name, BytesMethods::fromHex);
    }
    if (type == Types.STR && name.equals("maketrans")) {
      return Native.function(name, StrMethods::makeTranslation);
    }
    if (type.isBuiltin() && Methods.names(type, name)) {
      return new Native(
          name,
          (arguments, named) ->
              Invoke.method(
                  arguments[0],
                  name,
                  java.util.Arrays.copyOfRange(arguments, 1, arguments.length),
                  named));
    }
    return Unbound.VALUE;
  }

  private static Object ofFunction(PyFunction function, String name) {
    if (function.attributes().containsKey(name)) {
      return function.attributes().get(name);
    }
    return switch (name) {
      case "__name__" -> function.code().name();
      case "__qualname__" -> function.code().qualified();
      case "__doc__" -> function.code().documentation();
      case "__module__" -> function.module();
      case "__dict__" -> function.attributes();
      case "__defaults__" ->
          function.defaults().length == 0
              ? null
              : Tuple.of(
                  java.util.Arrays.stream(function.defaults())
                      .filter(each -> each != Unbound.VALUE)
                      .toArray());
      default -> Unbound.VALUE;
    };
  }

  /** A property of an object of Java, or a method of it as a value; else Unbound. */
  static Object property(Object object, String name) {
    if (object instanceof Shape shape) {
      return Shapes.member(shape, name);
    }
    try {
      Object value = InvokerHelper.getProperty(object, name);
      return value instanceof Shape shape ? Shapes.seen(object, shape) : value;
    } catch (MissingPropertyException e) {
      boolean method = !InvokerHelper.getMetaClass(object).respondsTo(object, name).isEmpty();
      return method ? new BoundMethod(object, null, name) : Unbound.VALUE;
    }
  }

  static PyRaised missing(Object object, String name) {
    if (object instanceof PyClass type) {
      return Errors.of(
          "AttributeError", "type object '" + type.name() + "' has no attribute '" + name + "'");
    }
    return Errors.of(
        "AttributeError", "'" + Types.name(object) + "' object has no attribute '" + name + "'");
  }

  /** {@code object.name = value}. */
  public static void set(Object value, Object object, String name) {
    if (object instanceof Instance instance) {
      if (instance.type().find("__setattr__") != null) {
        Invoke.method(instance, "__setattr__", new Object[] {name, value}, null);
      } else {
        setPlainly(instance, name, value);
      }
    } else if (object instanceof PyClass type && !type.isBuiltin()) {
      type.members().put(name, value);
    } else if (object instanceof PyFunction function) {
      function.attributes().put(name, value);
    } else if (object == null || Methods.isOurs(object) || object instanceof PyClass) {
      throw missing(object, name);
    } else {
      InvokerHelper.setProperty(object, name, value);
    }
  }

  static void setPlainly(Instance instance, String name, Object value) {
    if (instance instanceof KerasInstance keras && keras.assign(name, value)) {
      return;
    }
    Object member = instance.type().find(name);
    if (member instanceof Descriptors.Property property) {
      if (property.setter() == null) {
        throw Errors.of(
            "AttributeError",
            "property '" + name + "' of '" + instance.type().name() + "' object has no setter");
      }
      Invoke.call(property.setter(), new Object[] {instance, value}, null);
    } else if (member instanceof Instance it && it.type().find("__set__") != null) {
      Invoke.method(member, "__set__", new Object[] {instance, value}, null);
    } else {
      instance.attributes().put(name, value);
    }
  }

  /** {@code del object.name}. */
  public static void delete(Object object, String name) {
    boolean done = false;
    if (object instanceof Instance instance) {
      if (instance.type().find(name) instanceof Descriptors.Property property
          && property.deleter() != null) {
        Invoke.call(property.deleter(), new Object[] {instance}, null);
        return;
      }
      done = instance.attributes().containsKey(name);
      instance.attributes().remove(name);
    } else if (object instanceof PyClass type && !type.isBuiltin()) {
      done = type.members().containsKey(name);
      type.members().remove(name);
    }
    if (!done) {
      throw missing(object, name);
    }
  }
}
