package io.nyala.dsl.names;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named arguments of one call, in the order written; the first argument the callee receives.
 *
 * <p>A type of its own, so that {@code len([a: 1])} (a map as a value) and {@code f(a: 1)} (a named
 * argument) stay apart.
 */
public final class Kwargs extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;

  public Kwargs() {}

  public Kwargs(Map<?, ?> named) {
    named.forEach((name, value) -> put(String.valueOf(name), value));
  }

  /** Named arguments from the map the compiler builds at the call. */
  public static Kwargs of(Map<?, ?> named) {
    return new Kwargs(named);
  }
}
