package io.nyala.dsl.python.run;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** A set that cannot be changed. */
final class FrozenSet extends AbstractSet<Object> {
  private final Set<Object> items;

  FrozenSet(Collection<?> items) {
    this.items = new LinkedHashSet<>(items);
  }

  @Override
  public Iterator<Object> iterator() {
    return java.util.Collections.unmodifiableSet(items).iterator();
  }

  @Override
  public boolean contains(Object item) {
    return items.contains(item);
  }

  @Override
  public int size() {
    return items.size();
  }
}
