package io.nyala.dsl.widgets;

import groovy.lang.GroovyObjectSupport;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an observer is told: {@code change.name}, {@code old}, {@code new}, {@code owner}. */
public final class Change extends GroovyObjectSupport {
  private final Map<String, Object> members = new LinkedHashMap<>();

  Change(Widget owner, String name, Object old, Object now) {
    members.put("name", name);
    members.put("old", old);
    members.put("new", now);
    members.put("owner", owner);
    members.put("type", "change");
  }

  /** {@code change['new']}. */
  public Object getAt(String name) {
    if (!members.containsKey(name)) {
      throw new PyError("KeyError", "'" + name + "'");
    }
    return members.get(name);
  }

  /** {@code change.get('new')}. */
  public Object get(String name) {
    return members.get(name);
  }

  @Override
  public Object getProperty(String name) {
    if (members.containsKey(name)) {
      return members.get(name);
    }
    if (name.equals("metaClass") || name.equals("class")) {
      return super.getProperty(name);
    }
    throw new PyError(
        "AttributeError",
        "a change has no attribute '" + name + "'; it has " + String.join(", ", members.keySet()));
  }

  @Override
  public String toString() {
    return Repr.of(members);
  }
}
