package io.nyala.dsl.python.run;

import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Types that are made of types for annotations: {@code list[int]}, {@code int | None}. */
final class Generics {
  private Generics() {}

  /** A class with its parameters; calling it calls the class. */
  record Alias(PyClass origin, Object parameters)
      implements io.nyala.dsl.names.Callable, NamedClass {
    @Override
    public Object call(List<Object> positional, java.util.Map<String, Object> named) {
      return origin.call(positional, named);
    }

    @Override
    public String className() {
      return "GenericAlias";
    }

    @Override
    public String toString() {
      List<?> all = parameters instanceof Tuple several ? several : List.of(parameters);
      return shown(origin)
          + "["
          + String.join(", ", all.stream().map(Generics::shown).toList())
          + "]";
    }
  }

  /** One of several types. */
  record Union(List<Object> types) implements NamedClass {
    @Override
    public String className() {
      return "UnionType";
    }

    @Override
    public String toString() {
      return String.join(" | ", types.stream().map(Generics::shown).toList());
    }
  }

  private static String shown(Object type) {
    if (type instanceof PyClass known) {
      return (known.isBuiltin() ? "" : known.module() + ".") + known.qualified();
    }
    return type == null ? "None" : Texts.repr(type);
  }

  static Object of(PyClass type, Object parameters) {
    boolean takes =
        !type.isBuiltin()
            || List.of(Types.LIST, Types.DICT, Types.TUPLE, Types.SET, Types.FROZENSET, Types.TYPE)
                .contains(type);
    if (!takes) {
      throw Errors.type("type '" + type.name() + "' is not subscriptable");
    }
    return new Alias(type, parameters);
  }

  static boolean isType(Object value) {
    return value == null
        || value instanceof PyClass
        || value instanceof NamedType
        || value instanceof Alias
        || value instanceof Union;
  }

  static Object union(Object a, Object b) {
    if (a == null && b == null) {
      throw Errors.type("unsupported operand type(s) for |: 'NoneType' and 'NoneType'");
    }
    List<Object> all = new ArrayList<>();
    for (Object each : new Object[] {a, b}) {
      for (Object type :
          each instanceof Union several ? several.types() : java.util.Arrays.asList(each)) {
        if (!all.contains(type)) {
          all.add(type);
        }
      }
    }
    return all.size() == 1 ? all.get(0) : new Union(all);
  }
}
