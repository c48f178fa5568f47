package io.nyala.dsl.python.run;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;

/** A set that cannot be changed. */
final class FrozenSet extends AbstractSet<Object> {
  private final PySet items;

  /** A frozen set of a set that nobody else holds. */
  FrozenSet(PySet items) {
    this.items = items;
  }

  PySet items() {
    return items;
  }

  @Override
  public Iterator<Object> iterator() {
    return Collections.unmodifiableCollection(items).iterator();
  }

  @Override
  public boolean contains(Object item) {
    return items.contains(item);
  }

  @Override
  public boolean containsAll(Collection<?> others) {
    return items.containsAll(others);
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public boolean equals(Object other) {
    return items.equals(other);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }
}
