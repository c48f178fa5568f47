package io.nyala.dsl.python.run;

import java.util.LinkedHashMap;

/** {@code collections.defaultdict} and {@code Counter}. */
final class DefaultDict extends LinkedHashMap<Object, Object> implements NamedClass {
  private static final long serialVersionUID = 1L;
  private transient Object factory;
  private final boolean counter;

  DefaultDict(Object factory, boolean counter) {
    this.factory = factory;
    this.counter = counter;
  }

  boolean isCounter() {
    return counter;
  }

  void factory(Object made) {
    factory = made;
  }

  Object factory() {
    return factory;
  }

  @Override
  public String className() {
    return counter ? "Counter" : "defaultdict";
  }

  /** The value of a key that is not there. */
  Object missing(Object key) {
    if (counter) {
      return 0;
    }
    if (factory == null) {
      throw Errors.key(key);
    }
    Object value = Invoke.call(factory, new Object[0], null);
    put(Dicts.slot(this, key), value);
    return value;
  }
}
