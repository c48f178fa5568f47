package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;

/** The attributes of classes. */
final class ClassAttributes {
  private ClassAttributes() {}

  /** {@code type.name}; Unbound if there is no such attribute. */
  static Object get(PyClass type, String name) {
    if (name.equals("__annotations__") && type.members().containsKey(name)) {
      return type.members().get(name);
    }
    Object shared = type instanceof OwnedClass own ? own.type().find(name) : null;
    if (Descriptors.isData(shared)) {
      return Descriptors.bind(shared, type, Types.of(type), name);
    }
    if (type.has(name) && !name.equals("__annotations__")) {
      return Descriptors.bind(type.find(name), null, type, name);
    }
    if (shared != null) {
      return Descriptors.bind(shared, type, Types.of(type), name);
    }
    Object known = ofAnyClass(type, name);
    boolean asks =
        known == Unbound.VALUE
            && type instanceof OwnedClass own
            && own.type().find("__getattr__") != null;
    return asks
        ? Invoke.call(Types.of(type).find("__getattr__"), new Object[] {type, name}, null)
        : known;
  }

  private static Object ofAnyClass(PyClass type, String name) {
    return switch (name) {
      case "__name__" -> type.name();
      case "__qualname__" -> type.qualified();
      case "__module__" -> type.module();
      case "__doc__" -> null;
      case "__dict__" -> type.members();
      case "__annotations__" ->
          type.isBuiltin()
              ? Unbound.VALUE
              : type.members().computeIfAbsent(name, key -> new java.util.LinkedHashMap<>());
      case "__bases__" -> Tuple.copyOf(type.bases());
      case "__base__" -> type.bases().isEmpty() ? null : type.bases().get(0);
      case "__mro__" -> Tuple.copyOf(type.order());
      case "__class__" -> Types.of(type);
      case "__subclasses__" -> Native.function(name, ignored -> type.subclasses());
      case "mro" -> Native.function(name, ignored -> new java.util.ArrayList<>(type.order()));
      default -> ofBuiltinClass(type, name);
    };
  }

  private static Object ofBuiltinClass(PyClass type, String name) {
    if (name.equals("__new__")) {
      return new Native(
          name,
          (arguments, named) ->
              Classes.fresh(
                  (PyClass) arguments[0],
                  java.util.Arrays.copyOfRange(arguments, 1, arguments.length),
                  named));
    }
    boolean values = type.isBuiltin() && type.makes() && type != Types.OBJECT && type != Types.TYPE;
    if (!values && Attributes.OF_OBJECTS.contains(name) || name.equals("__init__")) {
      return new Native(
          name,
          (arguments, named) ->
              new PySuper(Types.OBJECT, arguments[0])
                  .call(name, java.util.Arrays.copyOfRange(arguments, 1, arguments.length), named));
    }
    if (type.derivesFrom(Types.TYPE) && (name.equals("__call__"))) {
      return new Native(
          name,
          (arguments, named) ->
              Classes.instantiate(
                  (PyClass) arguments[0],
                  java.util.Arrays.copyOfRange(arguments, 1, arguments.length),
                  named));
    }
    PyClass base = Deriving.base(type);
    if (base != null && base != type) {
      return get(base, name);
    }
    if (type == Types.INT && name.equals("from_bytes")) {
      return new Native(name, Numbers::fromBytes);
    }
    if (type == Types.FLOAT && name.equals("fromhex")) {
      return Native.one(name, Numbers::fromHex);
    }
    if (type == Types.DICT && name.equals("fromkeys")) {
      return Native.function(name, Dicts::fromKeys);
    }
    if (type == Types.BYTES && name.equals("fromhex")) {
      return Native.one(name, BytesMethods::fromHex);
    }
    if (type == Types.STR && name.equals("maketrans")) {
      return Native.function(name, StrForms::translation);
    }
    boolean special = type.makes() && name.startsWith("__") && name.endsWith("__");
    if (special && Protocol.NAMES.contains(name) || type.makes() && Methods.names(type, name)) {
      return new Native(
          name,
          (arguments, named) ->
              Invoke.method(
                  Derived.plain(arguments[0]),
                  name,
                  java.util.Arrays.copyOfRange(arguments, 1, arguments.length),
                  named));
    }
    return Unbound.VALUE;
  }
}
