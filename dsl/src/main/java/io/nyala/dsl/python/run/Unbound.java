package io.nyala.dsl.python.run;

import java.util.Map;

/** What a name holds before anything is assigned to it. */
public enum Unbound {
  /** The only one. */
  UNBOUND;

  /** The same, as compiled code loads it. */
  public static final Object VALUE = UNBOUND;

  /** The value of a local name. */
  public static Object check(Object value, String name) {
    if (value == VALUE) {
      throw Errors.of(
          "UnboundLocalError",
          "cannot access local variable '" + name + "' where it is not associated with a value");
    }
    return value;
  }

  /** A name used in a class's body: the class's, else the module's. */
  public static Object inClass(Object namespace, Globals globals, String name) {
    Map<?, ?> map = (Map<?, ?>) namespace;
    return map.containsKey(name) ? map.get(name) : globals.get(name);
  }

  /** Binds a name in a class's body. */
  @SuppressWarnings("unchecked")
  public static void define(Object value, Object namespace, String name) {
    Map<String, Object> map = (Map<String, Object>) namespace;
    if (value == VALUE) {
      map.remove(name);
    } else {
      map.put(name, value);
    }
  }
}
