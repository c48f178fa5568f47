package io.nyala.dsl.names;

import io.nyala.dsl.show.Repr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names every cell has, as Python has them. */
public final class Builtins {
  private Builtins() {}

  /** Name to function. */
  public static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("print", new BuiltinFunction("print", Builtins::print));
    return all;
  }

  private static Object print(List<Object> values, Map<String, Object> named) {
    System.out.print(values.stream().map(Repr::text).collect(Collectors.joining(" ")) + "\n");
    return null;
  }
}
