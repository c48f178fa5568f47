package io.nyala.dsl.widgets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who wants to hear when a widget's properties change. */
final class Observers {
  private static final String ALL = "All";

  private final Widget owner;
  private final Map<String, List<Object>> handlers = new LinkedHashMap<>();
  private Map<String, Change> held;

  Observers(Widget owner) {
    this.owner = owner;
  }

  /** {@code observe(handler, names)}; None for every property. */
  synchronized void add(Object handler, Object names) {
    for (String name : names(names)) {
      if (!name.equals(ALL)) {
        owner.trait(name);
      }
      List<Object> all = handlers.computeIfAbsent(name, ignored -> new ArrayList<>());
      if (!all.contains(handler)) {
        all.add(handler);
      }
    }
  }

  synchronized void remove(Object handler, Object names) {
    for (String name : names(names)) {
      handlers.getOrDefault(name, new ArrayList<>()).remove(handler);
    }
  }

  synchronized void removeAll(Object names) {
    if (names == null) {
      handlers.clear();
    } else {
      names(names).forEach(handlers::remove);
    }
  }

  private static List<String> names(Object names) {
    if (names instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return List.of(names == null ? ALL : names.toString());
  }

  private synchronized List<Object> of(String name) {
    List<Object> all = new ArrayList<>(handlers.getOrDefault(name, List.of()));
    all.addAll(handlers.getOrDefault(ALL, List.of()));
    return all;
  }

  void changed(String name, Object old, Object now) {
    if (!hold(name, old, now)) {
      tell(name, new Change(owner, name, old, now));
    }
  }

  private synchronized boolean hold(String name, Object old, Object now) {
    if (held != null) {
      Change before = held.get(name);
      Object first = before == null ? old : before.get("old");
      held.put(name, new Change(owner, name, first, now));
    }
    return held != null;
  }

  private void tell(String name, Change change) {
    for (Object handler : of(name)) {
      Calling.call(handler, change);
    }
  }

  /** Makes several changes; observers hear of them afterwards, once for each property. */
  void together(Runnable changes) {
    synchronized (this) {
      held = new LinkedHashMap<>();
    }
    Map<String, Change> made;
    try {
      changes.run();
    } finally {
      synchronized (this) {
        made = held;
        held = null;
      }
    }
    made.forEach(
        (name, change) -> {
          if (!Objects.equals(change.get("old"), change.get("new"))) {
            tell(name, change);
          }
        });
  }
}
