package io.nyala.dsl.python.run;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A set. It is gone through in CPython's order as long as that does not depend on the run; with
 * texts in it, in the order they were added.
 */
final class PySet extends AbstractSet<Object> {
  private final Map<Object, Object> items = new LinkedHashMap<>();
  private SetTable table = new SetTable();

  PySet() {}

  /** A set of these items, added in turn. */
  static PySet of(Object... items) {
    PySet set = new PySet();
    for (Object item : items) {
      set.add(item);
    }
    return set;
  }

  /** What {@code set(x)} makes. */
  static PySet from(Object iterable) {
    PySet set = new PySet();
    set.update(iterable);
    return set;
  }

  @Override
  public boolean add(Object given) {
    boolean plain = given instanceof Integer || given instanceof String;
    if (plain && items.containsKey(given)) {
      return false;
    }
    Object item = Dicts.slot(items, given);
    if (items.containsKey(item)) {
      return false;
    }
    items.put(item, item);
    if (table != null && Hashes.isFixed(item)) {
      table.add(item, Hashes.of(item));
    } else {
      table = null;
    }
    return true;
  }

  /** Adds all items of a set, a dict or anything that can be gone through. */
  void update(Object other) {
    if (other instanceof FrozenSet frozen) {
      merge(frozen.items());
    } else if (other instanceof PySet set) {
      merge(set);
    } else {
      if (table != null && other instanceof Map<?, ?> map && !(other instanceof Instance)) {
        table.reserve(map.size());
      }
      Iterators.list(other).forEach(this::add);
    }
  }

  private void merge(PySet other) {
    if (other == this || other.isEmpty()) {
      return;
    }
    if (table != null && other.table != null && table.isFresh()) {
      table.copy(other.table);
      items.putAll(other.items);
      return;
    }
    if (table != null) {
      table.reserve(other.size());
    }
    Iterator<Object> all = other.iterator();
    all.forEachRemaining(this::add);
  }

  @Override
  public boolean remove(Object given) {
    Object slot = Dicts.slot(items, given);
    if (!items.containsKey(slot)) {
      return false;
    }
    Object item = items.remove(slot);
    if (table != null) {
      table.remove(item, Hashes.of(item));
    }
    return true;
  }

  /** Removes all items of another set. */
  void removeEach(Collection<?> other) {
    if (other == this) {
      clear();
      return;
    }
    other.forEach(this::remove);
    if (table != null) {
      table.tidy();
    }
  }

  /** Takes over what another set holds. */
  void become(PySet other) {
    items.clear();
    items.putAll(other.items);
    table = table == null || other.table == null ? other.table : other.table.after(table);
  }

  /** Removes an item and gives it. */
  Object pop() {
    if (items.isEmpty()) {
      throw Errors.key("pop from an empty set");
    }
    Object item = table == null ? items.keySet().iterator().next() : table.next();
    remove(item);
    return item;
  }

  @Override
  public boolean contains(Object given) {
    return items.containsKey(Dicts.slot(items, given));
  }

  @Override
  public boolean containsAll(Collection<?> others) {
    return others.stream().allMatch(this::contains);
  }

  @Override
  public Iterator<Object> iterator() {
    return table == null
        ? java.util.Collections.unmodifiableSet(items.keySet()).iterator()
        : table.iterator();
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public void clear() {
    items.clear();
    if (table == null) {
      table = new SetTable();
    } else {
      table.clear();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Set<?> set && set.size() == size() && containsAll(set);
  }

  @Override
  public int hashCode() {
    return items.keySet().stream().mapToInt(each -> each == null ? 0 : each.hashCode()).sum();
  }
}
