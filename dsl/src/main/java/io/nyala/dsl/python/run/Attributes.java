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

  /** Special methods that every object has. */
  static final Set<String> OF_OBJECTS =
      Set.of(
          "__repr__",
          "__str__",
          "__eq__",
          "__ne__",
          "__hash__",
          "__init__",
          "__format__",
          "__dir__",
          "__setattr__",
          "__delattr__",
          "__getattribute__");

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
    if (object instanceof PyClass type) {
      return ClassAttributes.get(type, name);
    }
    if (object instanceof Instance instance) {
      return ofInstance(instance, name);
    }
    if (object instanceof Namespace namespace) {
      if (name.equals("__name__")) {
        return namespace.name();
      }
      return namespace.get(name);
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
    if (object instanceof Native function) {
      return switch (name) {
        case "__name__", "__qualname__" -> function.name();
        case "__doc__" -> null;
        case "__module__" -> "builtins";
        default -> Unbound.VALUE;
      };
    }
    if (object instanceof Descriptors.StaticMethod method && name.equals("__func__")) {
      return method.function();
    }
    if (object instanceof Descriptors.ClassMethod method && name.equals("__func__")) {
      return method.function();
    }
    if (object instanceof PyCell cell && name.equals("cell_contents")) {
      return cell.get(name);
    }
    if (object instanceof PyCode code) {
      return ofCode(code, name);
    }
    if (object instanceof Generics.Alias alias) {
      return switch (name) {
        case "__origin__" -> alias.origin();
        case "__args__" ->
            alias.parameters() instanceof Tuple all ? all : Tuple.of(alias.parameters());
        default -> find(alias.origin(), name);
      };
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
    Object special = Specials.attribute(object, name);
    if (special != Unbound.VALUE) {
      return special;
    }
    if (Methods.has(object, name) || Methods.isOurs(object) && Specials.has(object, name)) {
      return new BoundMethod(object, null, name);
    }
    if (object == null || Methods.isOurs(object) || object instanceof CharSequence) {
      return Unbound.VALUE;
    }
    return property(object, name);
  }

  private static Object ofCode(PyCode code, String name) {
    return switch (name) {
      case "co_name" -> code.name();
      case "co_argcount" -> code.positional();
      case "co_posonlyargcount" -> code.positionalOnly();
      case "co_kwonlyargcount" -> code.names().size() - code.positional();
      default ->
          throw Errors.of("NotImplementedError", "__code__." + name + " is not supported here");
    };
  }

  private static Object propertyMember(Descriptors.Property property, String name) {
    return switch (name) {
      case "setter" ->
          Native.one(name, f -> property.with(property.getter(), f, property.deleter()));
      case "deleter" ->
          Native.one(name, f -> property.with(property.getter(), property.setter(), f));
      case "getter" ->
          Native.one(name, f -> property.with(f, property.setter(), property.deleter()));
      default -> Specials.attribute(property, name);
    };
  }

  private static Object ofInstance(Instance instance, String name) {
    Object value = instance.type().looksUp() ? asked(instance, name) : plainly(instance, name);
    if (value == Unbound.VALUE && instance.type().find("__getattr__") != null) {
      return Invoke.method(instance, "__getattr__", new Object[] {name}, null);
    }
    return value;
  }

  /** What {@code __getattribute__} gives. */
  private static Object asked(Instance instance, String name) {
    try {
      Object own = instance.type().find("__getattribute__");
      return Invoke.call(own, new Object[] {instance, name}, null);
    } catch (RuntimeException e) {
      if (Errors.matches(Exceptions.named("AttributeError"), e)
          && instance.type().find("__getattr__") != null) {
        return Unbound.VALUE;
      }
      throw e;
    }
  }

  /** What an object has without asking the methods that its class has for that; or Unbound. */
  static Object plainly(Instance instance, String name) {
    Object member = instance.type().find(name);
    if (Descriptors.isData(member)) {
      return Descriptors.bind(member, instance, instance.type(), name);
    }
    Object own = instance.attributes().getOrDefault(name, Unbound.VALUE);
    if (own != Unbound.VALUE) {
      return own;
    }
    if (member != null || instance.type().has(name)) {
      return Descriptors.bind(member, instance, instance.type(), name);
    }
    switch (name) {
      case "__class__" -> {
        return instance.type();
      }
      case "__dict__" -> {
        return instance.type().slots() == null ? instance.attributes() : Unbound.VALUE;
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
    if (instance instanceof Derived derived) {
      return find(derived.plain(), name);
    }
    if (Exceptions.isException(instance.type())) {
      return Exceptions.attribute(instance, name);
    }
    return inherited(instance, name);
  }

  /** The methods that every object has. */
  private static Object inherited(Instance instance, String name) {
    return OF_OBJECTS.contains(name)
        ? new Native(
            name,
            (arguments, named) -> new PySuper(Types.OBJECT, instance).call(name, arguments, named))
        : Unbound.VALUE;
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
      case "__annotations__" -> function.annotations();
      case "__kwdefaults__" -> function.namedDefaults();
      case "__code__" -> function.code();
      case "__closure__" ->
          function.closure.length == 0 ? null : Tuple.of((Object[]) function.closure);
      case "__globals__" -> function.globals();
      case "__defaults__" ->
          function.defaults().length == 0
              ? null
              : Tuple.of(
                  java.util.Arrays.stream(function.defaults())
                      .limit(function.code().positional())
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
      return Shapes.ofAttribute(object, value);
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
    if (object instanceof PyClass type && !type.isBuiltin()) {
      Object own = type instanceof OwnedClass it ? it.type().find("__setattr__") : null;
      if (own == null) {
        type.members().put(name, value);
      } else {
        Invoke.call(own, new Object[] {type, name, value}, null);
      }
    } else if (object instanceof Instance instance) {
      if (instance.type().find("__setattr__") != null) {
        Invoke.method(instance, "__setattr__", new Object[] {name, value}, null);
      } else {
        setPlainly(instance, name, value);
      }
    } else if (object instanceof NamedTuple tuple && tuple.field(name) != Unbound.VALUE) {
      throw Errors.of("AttributeError", "can't set attribute");
    } else if (object instanceof PyFunction function) {
      function.attributes().put(name, value);
    } else if (object == null || Methods.isOurs(object) || object instanceof PyClass) {
      throw missing(object, name);
    } else {
      InvokerHelper.setProperty(object, name, value);
    }
  }

  static void setPlainly(Instance instance, String name, Object value) {
    if (instance instanceof PyClass type) {
      type.members().put(name, value);
      return;
    }
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
    } else if (instance.type().slots() != null && !instance.type().slots().contains(name)) {
      throw member == null
          ? missing(instance, name)
          : Errors.of(
              "AttributeError",
              "'" + instance.type().name() + "' object attribute '" + name + "' is read-only");
    } else if (name.equals("__class__") && value instanceof PyClass) {
      throw Errors.of("NotImplementedError", "assigning __class__ is not supported here");
    } else {
      instance.attributes().put(name, value);
    }
  }

  /** {@code del object.name}. */
  public static void delete(Object object, String name) {
    boolean done = false;
    if (object instanceof Instance instance && !(object instanceof PyClass)) {
      if (instance.type().find("__delattr__") != null) {
        Invoke.method(instance, "__delattr__", new Object[] {name}, null);
      } else {
        deletePlainly(instance, name);
      }
      return;
    }
    if (object instanceof PyFunction function) {
      done = function.attributes().containsKey(name);
      function.attributes().remove(name);
    } else if (object instanceof PyClass type && !type.isBuiltin()) {
      done = type.members().containsKey(name);
      type.members().remove(name);
    }
    if (!done) {
      throw missing(object, name);
    }
  }

  static void deletePlainly(Instance instance, String name) {
    Object member = instance.type().find(name);
    if (member instanceof Descriptors.Property property) {
      if (property.deleter() == null) {
        throw Errors.of(
            "AttributeError",
            "property '" + name + "' of '" + instance.type().name() + "' object has no deleter");
      }
      Invoke.call(property.deleter(), new Object[] {instance}, null);
    } else if (member instanceof Instance it && it.type().find("__delete__") != null) {
      Invoke.method(member, "__delete__", new Object[] {instance}, null);
    } else if (instance.attributes().containsKey(name)) {
      instance.attributes().remove(name);
    } else {
      throw missing(instance, name);
    }
  }
}
