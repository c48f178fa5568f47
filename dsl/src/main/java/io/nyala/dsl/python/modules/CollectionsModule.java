package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.NamedTuple;
import io.nyala.dsl.python.run.OrderedDict;
import io.nyala.dsl.python.run.PyDeque;
import java.util.ArrayList;
import java.util.List;
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
          Object most = given.length > 1 ? given[1] : named == null ? null : named.get("maxlen");
          return new PyDeque(
              given.length == 0 ? List.of() : Module.items(given[0]),
              most == null ? null : (Integer) Module.index(most));
        });
    collections.function("namedtuple", CollectionsModule::namedTuple);
    collections.function(
        "OrderedDict",
        (given, named) -> {
          OrderedDict dict = new OrderedDict();
          for (Object each : given) {
            Module.addAll(dict, each);
          }
          if (named != null) {
            dict.putAll(named);
          }
          return dict;
        });
    return collections.names();
  }

  private static Object namedTuple(Object[] given, Kwargs named) {
    List<String> fields = new ArrayList<>();
    if (given[1] instanceof CharSequence text) {
      for (String each : text.toString().replace(',', ' ').strip().split("\\s+")) {
        fields.add(each);
      }
    } else {
      Module.items(given[1]).forEach(each -> fields.add(Module.str(each)));
    }
    Object defaults = named == null ? null : named.get("defaults");
    return NamedTuple.declare(
        Module.str(given[0]), fields, defaults == null ? List.of() : Module.items(defaults));
  }
}
