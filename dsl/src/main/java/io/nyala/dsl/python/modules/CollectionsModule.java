package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.PyDeque;
import java.util.Map;

/** {@code collections}. */
final class CollectionsModule {
  private CollectionsModule() {}

  static Namespace names() {
    Module collections = new Module("collections");
    collections.function(
        "defaultdict",
        (given, named) -> {
          Map<Object, Object> dict = Module.defaultDict(given.length == 0 ? null : given[0]);
          if (given.length > 1) {
            dict.putAll((Map<?, ?>) given[1]);
          }
          return dict;
        });
    collections.function(
        "Counter",
        (given, named) -> {
          Map<Object, Object> counter = Module.counter(given.length == 0 ? null : given[0]);
          if (named != null) {
            counter.putAll(named);
          }
          return counter;
        });
    collections.function(
        "deque",
        (given, named) -> {
          boolean bounded =
              named != null && named.get("maxlen") != null || given.length > 1 && given[1] != null;
          if (bounded) {
            throw Module.error("NotImplementedError", "deque(maxlen=…) is not supported here");
          }
          return new PyDeque(given.length == 0 ? java.util.List.of() : Module.items(given[0]));
        });
    collections.function(
        "namedtuple",
        (given, named) -> {
          throw Module.error("NotImplementedError", "namedtuple() is not supported here");
        });
    collections.function(
        "OrderedDict",
        (given, named) -> {
          throw Module.error(
              "NotImplementedError",
              "OrderedDict is not supported here; a dict keeps its order as well");
        });
    return collections.names();
  }
}
