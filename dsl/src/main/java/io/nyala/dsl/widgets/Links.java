package io.nyala.dsl.widgets;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import java.util.List;
import java.util.Map;

/** {@code link((a, 'value'), (b, 'value'))}: properties that follow each other. */
final class Links {
  private Links() {}

  private record End(Widget widget, String name) {

    static End of(Object given) {
      if (given instanceof List<?> pair
          && pair.size() == 2
          && pair.get(0) instanceof Widget widget
          && pair.get(1) instanceof CharSequence name) {
        widget.trait(name.toString());
        return new End(widget, name.toString());
      }
      throw PyError.type("an end of a link is a pair of a widget and a property's name");
    }

    Object get() {
      return widget.value(name);
    }

    void set(Object value) {
      widget.set(name, value);
    }
  }

  static void into(Namespace names) {
    for (String name : new String[] {"link", "jslink"}) {
      names.define(name, Functions.of(name, (given, named) -> link(name, given, named, true)));
    }
    for (String name : new String[] {"dlink", "jsdlink"}) {
      names.define(name, Functions.of(name, (given, named) -> link(name, given, named, false)));
    }
  }

  private static Object link(
      String function, List<Object> given, Map<String, Object> named, boolean both) {
    int count = given.size() + named.size();
    if (count != 2) {
      throw PyError.type(function + "() takes two ends; received " + count);
    }
    End source = End.of(given.isEmpty() ? named.get("source") : given.get(0));
    End target = End.of(given.size() < 2 ? named.get("target") : given.get(1));
    target.set(source.get());
    follow(source, target);
    if (both) {
      follow(target, source);
    }
    return null;
  }

  private static void follow(End leader, End follower) {
    Object handler =
        Functions.of(
            "link",
            (positional, none) -> {
              follower.set(leader.get());
              return null;
            });
    leader.widget().observers().add(handler, leader.name());
  }
}
