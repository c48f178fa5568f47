package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tuple whose items have names: what a class made by {@code namedtuple} makes. */
public final class NamedTuple extends Tuple {
  static final Set<String> METHODS = Set.of("_replace", "_asdict");
  private final PyClass type;
  private final List<String> fields;

  private NamedTuple(PyClass type, List<String> fields, Object[] items) {
    super(items);
    this.type = type;
    this.fields = fields;
  }

  /** {@code namedtuple(name, fields, defaults=…)}. */
  public static PyClass declare(String name, List<String> fields, List<Object> defaults) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("_fields", Tuple.copyOf(fields));
    Map<Object, Object> starts = new LinkedHashMap<>();
    for (int i = 0; i < defaults.size(); i++) {
      starts.put(fields.get(fields.size() - defaults.size() + i), defaults.get(i));
    }
    members.put("_field_defaults", starts);
    PyClass[] made = new PyClass[1];
    PyClass.Maker maker =
        (given, named) ->
            new NamedTuple(made[0], fields, values(name, fields, defaults, given, named));
    made[0] = new PyClass(name, "__main__", List.of(Types.TUPLE), members, maker, null);
    made[0]
        .members()
        .put(
            "_make",
            Native.one("_make", items -> made[0].make(Iterators.list(items).toArray(), null)));
    return made[0];
  }

  private static Object[] values(
      String name, List<String> fields, List<Object> defaults, Object[] given, Kwargs named) {
    Object[] fallbacks = new Object[fields.size()];
    Arrays.fill(fallbacks, Unbound.VALUE);
    for (int i = 0; i < defaults.size(); i++) {
      fallbacks[fields.size() - defaults.size() + i] = defaults.get(i);
    }
    List<String> names = new ArrayList<>(List.of("_cls"));
    names.addAll(fields);
    Object[] all = Invoke.prepend(Unbound.VALUE, fallbacks);
    PyCode code =
        new PyCode(
            0, "__new__", name + ".__new__", names, 0, names.size(), null, null, false, 0, null);
    Object[] bound = Binding.bind(code, all, Invoke.prepend(null, given), named);
    return Arrays.copyOfRange(bound, 1, bound.length);
  }

  PyClass type() {
    return type;
  }

  /** The item of this name, or Unbound. */
  Object field(String name) {
    int at = fields.indexOf(name);
    return at < 0 ? Unbound.VALUE : get(at);
  }

  Object method(String name, Kwargs named) {
    if (name.equals("_asdict")) {
      Map<Object, Object> dict = new LinkedHashMap<>();
      fields.forEach(each -> dict.put(each, field(each)));
      return dict;
    }
    Object[] items = toArray();
    for (Map.Entry<String, Object> each : (named == null ? new Kwargs() : named).entrySet()) {
      if (!fields.contains(each.getKey())) {
        throw Errors.value("Got unexpected field names: ['" + each.getKey() + "']");
      }
      items[fields.indexOf(each.getKey())] = each.getValue();
    }
    return new NamedTuple(type, fields, items);
  }

  /** As Python shows it: {@code P(x=1, y=2)}. */
  String shown() {
    return shown(type.name());
  }

  String shown(String name) {
    List<String> parts = new ArrayList<>();
    fields.forEach(each -> parts.add(each + "=" + Texts.repr(field(each))));
    return name + "(" + String.join(", ", parts) + ")";
  }
}
