package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.run.Module;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** {@code functools}. */
final class FunctoolsModule {
  private FunctoolsModule() {}

  static Namespace names() {
    Module tools = new Module("functools");
    tools.function("reduce", (given, named) -> reduce(given));
    tools.function("partial", FunctoolsModule::partial);
    tools.one("cache", function -> cached(function));
    tools.function(
        "lru_cache",
        (given, named) ->
            given.length == 1 && !Module.isWhole(given[0]) && given[0] != null
                ? cached(given[0])
                : callable((inner, none) -> cached(inner[0])));
    tools.one(
        "wraps",
        original ->
            callable(
                (given, named) -> {
                  Module.describe(original, given[0]);
                  return given[0];
                }));
    return tools.names();
  }

  private static Object callable(Module.Body body) {
    return new Module("functools").function("f", body).names().get("f");
  }

  private static Object reduce(Object[] given) {
    Iterator<Object> items = Module.iterate(given[1]);
    if (given.length < 3 && !items.hasNext()) {
      throw Module.error("TypeError", "reduce() of empty iterable with no initial value");
    }
    Object total = given.length > 2 ? given[2] : items.next();
    while (items.hasNext()) {
      total = Module.call(given[0], total, items.next());
    }
    return total;
  }

  private static Object partial(Object[] given, Kwargs named) {
    return callable(
        (more, moreNamed) -> {
          Object[] all = Arrays.copyOfRange(given, 1, given.length + more.length);
          System.arraycopy(more, 0, all, given.length - 1, more.length);
          Kwargs names = named == null ? new Kwargs() : new Kwargs(named);
          names.putAll(moreNamed == null ? new Kwargs() : moreNamed);
          return Module.call(given[0], all, names.isEmpty() ? null : names);
        });
  }

  private static Object cached(Object function) {
    Map<Object, Object> known = new HashMap<>();
    return callable(
        (given, named) -> {
          Tuple key = Tuple.of(Tuple.of(given), named);
          if (!known.containsKey(key)) {
            known.put(key, Module.call(function, given, named));
          }
          return known.get(key);
        });
  }
}
