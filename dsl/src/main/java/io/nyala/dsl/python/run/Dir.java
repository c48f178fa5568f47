package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Namespace;
import io.nyala.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The attributes of a value: what {@code dir} lists and completion offers. */
public final class Dir {
  private Dir() {}

  /** Name to kind, {@code function} or {@code property}; empty for objects of Java. */
  public static Optional<Map<String, String>> members(Object value) {
    if (value instanceof Instance || value instanceof PyClass) {
      Map<String, String> all = new TreeMap<>();
      of(value).forEach(name -> all.put(name, kind(value, name)));
      return Optional.of(all);
    }
    Set<String> methods = Methods.of(value);
    if (methods.isEmpty() || value instanceof Tensor) {
      return Optional.empty();
    }
    Map<String, String> all = new TreeMap<>();
    methods.stream()
        .filter(name -> Methods.has(value, name))
        .forEach(name -> all.put(name, "function"));
    return Optional.of(all);
  }

  private static String kind(Object value, String name) {
    Object member =
        value instanceof Instance instance
            ? instance.type().find(name)
            : ((PyClass) value).find(name);
    return member instanceof PyFunction || member instanceof Native ? "function" : "property";
  }

  /** The names of a value's attributes in order. */
  static Set<String> of(Object value) {
    Set<String> names = new TreeSet<>();
    if (value instanceof Namespace module) {
      names.addAll(module.memberNames());
    } else if (value instanceof Instance instance) {
      names.addAll(instance.attributes().keySet());
      instance.type().order().forEach(each -> names.addAll(each.members().keySet()));
    } else if (value instanceof PyClass type) {
      type.order().forEach(each -> names.addAll(each.members().keySet()));
    } else if (value instanceof io.nyala.dsl.widgets.Widget widget) {
      names.addAll(widget.memberKinds().keySet());
    } else {
      names.addAll(Methods.of(value));
    }
    return names;
  }
}
