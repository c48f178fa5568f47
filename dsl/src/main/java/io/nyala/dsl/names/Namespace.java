package io.nyala.dsl.names;

import groovy.lang.GroovyInterceptable;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MetaClass;
import io.nyala.dsl.lang.Calls;
import io.nyala.keras.args.Refused;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A module as a cell sees it, {@code keras.layers}: names bound to values, functions ({@link
 * Callable}), classes ({@link NamedType} or {@code Class}) and nested namespaces.
 *
 * <p>A name that is not there raises {@code AttributeError} with the nearest one that is.
 */
public final class Namespace extends GroovyObjectSupport implements GroovyInterceptable {
  private final String name;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, Supplier<?>> computed = new LinkedHashMap<>();
  private volatile Consumer<Namespace> filler;
  private boolean filling;

  public Namespace(String name) {
    this.name = name;
  }

  /** A namespace that is filled when something in it is first asked for. */
  public static Namespace lazy(String name, Consumer<Namespace> filler) {
    Namespace namespace = new Namespace(name);
    namespace.filler = filler;
    return namespace;
  }

  private Map<String, Object> members() {
    if (filler != null) {
      fill();
    }
    return members;
  }

  private synchronized void fill() {
    Consumer<Namespace> waiting = filler;
    if (waiting != null && !filling) {
      filling = true;
      try {
        waiting.accept(this);
        filler = null;
      } finally {
        filling = false;
      }
    }
  }

  /** A namespace of these members. */
  public static Namespace of(String name, Map<String, ?> members) {
    Namespace namespace = new Namespace(name);
    members.forEach(namespace::define);
    return namespace;
  }

  /** The dotted name, {@code keras.layers}. */
  public String name() {
    return name;
  }

  /** Binds a name to a value, function, class or namespace. */
  public Namespace define(String member, Object value) {
    members().put(member, value);
    return this;
  }

  /** Binds a name to a function. */
  public Namespace function(String member, Callable function) {
    return define(member, function);
  }

  /** Binds a name whose value is computed each time it is read. */
  public Namespace property(String member, Supplier<?> value) {
    members().remove(member);
    computed.put(member, value);
    return this;
  }

  /** The namespace nested under this name, made if it is not there yet. */
  public Namespace nested(String member) {
    if (members().get(member) instanceof Namespace namespace) {
      return namespace;
    }
    Namespace made = new Namespace(name + "." + member);
    members.put(member, made);
    return made;
  }

  /** Every name that is bound here, sorted. */
  public Set<String> memberNames() {
    Set<String> all = new TreeSet<>(members().keySet());
    all.addAll(computed.keySet());
    return Collections.unmodifiableSet(all);
  }

  /** Whether the name is bound here. */
  public boolean has(String member) {
    return members().containsKey(member) || computed.containsKey(member);
  }

  /**
   * The value under a name.
   *
   * @throws PyError {@code AttributeError} if the name is not there
   */
  public Object get(String member) {
    Object value = members().get(member);
    if (value != null || members.containsKey(member)) {
      return value;
    }
    Supplier<?> supplier = computed.get(member);
    if (supplier != null) {
      return supplier.get();
    }
    throw missing(member);
  }

  /** The value at a dotted path below this namespace, if every step is there. */
  public Optional<Object> find(String path) {
    Object at = this;
    for (String step : path.split("\\.")) {
      if (!(at instanceof Namespace namespace) || !namespace.has(step)) {
        return Optional.empty();
      }
      at = namespace.get(step);
    }
    return Optional.ofNullable(at);
  }

  private PyError missing(String member) {
    String refused = Refused.reason(name, member);
    if (refused != null) {
      String what = name + "." + member + " is not part of Nyala. " + refused;
      return new PyError("NotImplementedError", what);
    }
    String hint = Nearest.hint(member, memberNames());
    return new PyError(
        "AttributeError", "module '" + name + "' has no attribute '" + member + "'." + hint);
  }

  @Override
  public Object getProperty(String member) {
    if (!has(member) && member.equals("metaClass")) {
      return getMetaClass();
    }
    return get(member);
  }

  @Override
  public void setProperty(String member, Object value) {
    throw new PyError(
        "AttributeError", "'" + name + "." + member + "' is part of Nyala and cannot be replaced");
  }

  @Override
  public Object invokeMethod(String member, Object arguments) {
    Object[] given = arguments instanceof Object[] array ? array : new Object[] {arguments};
    if (has(member)) {
      return Calls.call(get(member), given);
    }
    MetaClass meta = getMetaClass();
    if (meta.pickMethod(member, classesOf(given)) != null) {
      return meta.invokeMethod(this, member, given);
    }
    throw missing(member);
  }

  private static Class<?>[] classesOf(Object[] values) {
    Class<?>[] types = new Class<?>[values.length];
    for (int i = 0; i < values.length; i++) {
      types[i] = values[i] == null ? null : values[i].getClass();
    }
    return types;
  }

  @Override
  public String toString() {
    return "<module '" + name + "'>";
  }
}
