package io.nyala.keras.args;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The checked values of a table's arguments. */
public final class Arguments {

  private final ArgTable table;
  private final Map<String, Object> values;
  private final Set<String> given;

  Arguments(ArgTable table, Map<String, Object> values, Set<String> given) {
    this.table = table;
    this.values = Collections.unmodifiableMap(values);
    this.given = Collections.unmodifiableSet(new LinkedHashSet<>(given));
  }

  /** The table these are values of. */
  public ArgTable table() {
    return table;
  }

  /** True if the person gave this argument rather than leaving the default. */
  public boolean isGiven(String name) {
    return given.contains(name);
  }

  /** A value; null where it is None. */
  public Object get(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException(table.owner() + " has no argument " + name);
    }
    return values.get(name);
  }

  /** A value of a known Java type. */
  public <T> T get(String name, Class<T> type) {
    return type.cast(get(name));
  }

  /** A whole number; null where it is None. */
  public Integer integer(String name) {
    return (Integer) get(name);
  }

  /** A number; null where it is None. */
  public Double number(String name) {
    return (Double) get(name);
  }

  /** A flag; None counts as false. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(get(name));
  }

  /** A text; null where it is None. */
  public String string(String name) {
    return (String) get(name);
  }

  /** The same arguments with some values replaced (already understood ones). */
  public Arguments with(Map<String, ?> changes) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.putAll(changes);
    return table.bind(List.of(), all);
  }

  /** The values of the arguments a config holds, in the table's order. */
  public Map<String, Object> config() {
    Map<String, Object> config = new LinkedHashMap<>();
    for (Arg arg : table.args()) {
      Object value = values.get(arg.name());
      if (arg.inConfig() == Arg.InConfig.ALWAYS
          || arg.inConfig() == Arg.InConfig.IF_SET && !Objects.equals(value, arg.defaultValue())) {
        config.put(arg.name(), value == null ? null : write(arg.type(), value));
      }
    }
    return config;
  }

  @SuppressWarnings("unchecked")
  private static <T> Object write(ArgType<T> type, Object value) {
    return type.toConfig((T) value);
  }
}
