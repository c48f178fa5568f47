package io.nyala.dsl.python.run;

import groovy.lang.Closure;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.OfNamedType;
import io.nyala.dsl.names.PyRange;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.keras.KerasType;
import io.nyala.keras.KerasObject;
import io.nyala.keras.args.KerasClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The built-in classes, and which one a value is of. */
final class Types {
  static final PyClass OBJECT =
      PyClass.builtin("object", null, (a, k) -> new PyObject(object()), value -> true);
  static final PyClass TYPE = PyClass.builtin("type", OBJECT, Constructors::type, null);
  static final PyClass INT = PyClass.builtin("int", OBJECT, Constructors::integer, null);
  static final PyClass BOOL = PyClass.builtin("bool", INT, Constructors::bool, null);
  static final PyClass FLOAT = PyClass.builtin("float", OBJECT, Constructors::real, null);
  static final PyClass STR = PyClass.builtin("str", OBJECT, Constructors::text, null);
  static final PyClass BYTES = PyClass.builtin("bytes", OBJECT, BytesMethods::make, null);
  static final PyClass LIST = PyClass.builtin("list", OBJECT, Constructors::list, null);
  static final PyClass TUPLE = PyClass.builtin("tuple", OBJECT, Constructors::tuple, null);
  static final PyClass DICT = PyClass.builtin("dict", OBJECT, Constructors::dict, null);
  static final PyClass SET = PyClass.builtin("set", OBJECT, Constructors::set, null);
  static final PyClass FROZENSET =
      PyClass.builtin("frozenset", OBJECT, Constructors::frozenSet, null);
  static final PyClass RANGE = PyClass.builtin("range", OBJECT, Constructors::range, null);
  static final PyClass NONE = plain("NoneType");
  private static final PyClass FUNCTION = plain("function");
  private static final PyClass METHOD = plain("method");
  private static final PyClass BUILTIN = plain("builtin_function_or_method");
  private static final PyClass MODULE = plain("module");
  private static final PyClass GENERATOR = plain("generator");
  static final PyClass SLICE = PyClass.builtin("slice", OBJECT, Builtins::slice, null);
  private static final PyClass ELLIPSIS = plain("ellipsis");
  private static final Map<String, PyClass> VIEWS =
      Map.of(
          "dict_keys", plain("dict_keys"),
          "dict_values", plain("dict_values"),
          "dict_items", plain("dict_items"));
  private static final Map<Class<?>, PyClass> JAVA =
      java.util.Collections.synchronizedMap(new java.util.WeakHashMap<>());
  private static final Map<String, PyClass> NAMED = new java.util.concurrent.ConcurrentHashMap<>();

  private Types() {}

  private static PyClass object() {
    return OBJECT;
  }

  private static PyClass plain(String name) {
    return PyClass.builtin(name, OBJECT, null, null);
  }

  /** Name to class of those that cells may name. */
  static Map<String, Object> named() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (PyClass each :
        List.of(
            OBJECT, TYPE, INT, BOOL, FLOAT, STR, BYTES, LIST, TUPLE, DICT, SET, FROZENSET, RANGE)) {
      all.put(each.name(), each);
    }
    return all;
  }

  static PyClass of(Object value) {
    if (value == null) {
      return NONE;
    }
    if (value instanceof Integer || value instanceof Double) {
      return value instanceof Integer ? INT : FLOAT;
    }
    if (value instanceof Instance instance) {
      return instance.type();
    }
    if (value instanceof Boolean) {
      return BOOL;
    }
    if (Ints.is(value)) {
      return INT;
    }
    if (value instanceof Number && value.getClass().getName().startsWith("java.")) {
      return FLOAT;
    }
    if (value instanceof CharSequence || value instanceof Character) {
      return STR;
    }
    return ofContainer(value);
  }

  private static PyClass ofContainer(Object value) {
    if (value instanceof NamedTuple tuple) {
      return tuple.type();
    }
    if (value instanceof Tuple) {
      return TUPLE;
    }
    if (value instanceof PyBytes) {
      return BYTES;
    }
    if (value instanceof PyRange) {
      return RANGE;
    }
    PyClass collection = CollectionClasses.of(value);
    if (collection != null) {
      return collection;
    }
    boolean platform = value.getClass().getName().startsWith("java.");
    if (value instanceof List && platform) {
      return LIST;
    }
    if (value instanceof DictView view) {
      return VIEWS.get(view.className());
    }
    if (value instanceof FrozenSet) {
      return FROZENSET;
    }
    if (value instanceof Set) {
      return SET;
    }
    if (value instanceof Map) {
      return value instanceof NamedClass named
          ? javaType(value.getClass(), named.className())
          : DICT;
    }
    return ofOther(value);
  }

  private static PyClass ofOther(Object value) {
    if (value instanceof PyClass || value instanceof NamedType || value instanceof Class) {
      return TYPE;
    }
    if (value instanceof BoundMethod method) {
      return method.function() == null ? BUILTIN : METHOD;
    }
    if (value instanceof PyFunction) {
      return FUNCTION;
    }
    if (value instanceof NamedClass named) {
      return javaType(value.getClass(), named.className());
    }
    if (value instanceof Native || value instanceof Closure || value instanceof Callable) {
      return BUILTIN;
    }
    if (value instanceof PyGenerator) {
      return GENERATOR;
    }
    if (value instanceof Namespace) {
      return MODULE;
    }
    if (value instanceof KerasObject object) {
      return NAMED.computeIfAbsent(
          object.kerasClass().module() + "." + object.kerasClass().name(),
          ignored -> kerasType(object.kerasClass()));
    }
    if (value instanceof io.nyala.tensor.Shape) {
      return javaType(value.getClass(), "TensorShape");
    }
    if (value instanceof io.nyala.tensor.Slice) {
      return SLICE;
    }
    if (value instanceof io.nyala.keras.KerasObject made) {
      return NAMED.computeIfAbsent(made.kerasClass().name(), Types::namedType);
    }
    if (value instanceof io.nyala.tensor.NDArray) {
      return javaType(value.getClass(), "ndarray");
    }
    if (value instanceof OfNamedType named) {
      return NAMED.computeIfAbsent(named.typeName(), Types::namedType);
    }
    return value == io.nyala.tensor.Index.ELLIPSIS
        ? ELLIPSIS
        : javaType(value.getClass(), value.getClass().getSimpleName());
  }

  private static PyClass namedType(String name) {
    return new PyClass(
        name,
        "nyala",
        List.of(OBJECT),
        new LinkedHashMap<>(),
        null,
        value -> of(value).name().equals(name));
  }

  /** The class of Keras' objects: makes others, by arguments or by a config. */
  private static PyClass kerasType(KerasClass<?> keras) {
    KerasType type = new KerasType(keras, keras.module() + "." + keras.name());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(
        "from_config",
        new Descriptors.StaticMethod(
            Native.one("from_config", config -> type.fromConfig((Map<?, ?>) config))));
    return new PyClass(
        keras.name(),
        keras.module(),
        List.of(OBJECT),
        members,
        (given, named) -> type.call(Arrays.asList(given), named == null ? Map.of() : named),
        value -> value instanceof KerasObject it && it.kerasClass().name().equals(keras.name()));
  }

  private static PyClass javaType(Class<?> type, String name) {
    PyClass known = JAVA.get(type);
    if (known == null) {
      known =
          new PyClass(
              name,
              Map.class.isAssignableFrom(type) ? "collections" : "nyala",
              List.of(Map.class.isAssignableFrom(type) ? DICT : OBJECT),
              new LinkedHashMap<>(),
              null,
              type::isInstance);
      JAVA.put(type, known);
    }
    return known;
  }

  static String name(Object value) {
    return of(value).name();
  }

  static boolean isInstance(Object value, Object type) {
    if (type instanceof Tuple several) {
      return several.stream().anyMatch(each -> isInstance(value, each));
    }
    if (type instanceof Generics.Union several) {
      return several.types().stream()
          .anyMatch(each -> each == null ? value == null : isInstance(value, each));
    }
    if (type instanceof PyClass known) {
      boolean own = known instanceof OwnedClass it && it.type().find("__instancecheck__") != null;
      return own
          ? Truth.of(
              Invoke.call(
                  ((OwnedClass) known).type().find("__instancecheck__"),
                  new Object[] {known, value},
                  null))
          : known.hasInstance(value);
    }
    if (type instanceof NamedType named) {
      return named.hasInstance(value);
    }
    if (type instanceof Class<?> java) {
      return java.isInstance(value);
    }
    if (type instanceof Instance own && own.type().find("__instancecheck__") != null) {
      return Truth.of(Invoke.method(own, "__instancecheck__", new Object[] {value}, null));
    }
    throw Errors.type("isinstance() arg 2 must be a type, a tuple of types, or a union");
  }
}
