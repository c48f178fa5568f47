package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.CollectionClasses;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.NamedTuple;
import java.util.ArrayList;
import java.util.List;

/** {@code collections}. */
final class CollectionsModule {
  private CollectionsModule() {}

  static Namespace names() {
    Module collections = new Module("_collections");
    collections.value("defaultdict", CollectionClasses.DEFAULT_DICT);
    collections.value("Counter", CollectionClasses.COUNTER);
    collections.value("OrderedDict", CollectionClasses.ORDERED_DICT);
    collections.value("deque", CollectionClasses.DEQUE);
    collections.function("namedtuple", CollectionsModule::namedTuple);
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
