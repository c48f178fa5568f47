package io.nyala.dsl.names;

import io.nyala.dsl.show.Repr;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;

/** A fixed sequence of values, {@code (None, 64)}; a list that cannot be changed. */
public final class Tuple extends AbstractList<Object> implements RandomAccess {
  private final Object[] items;

  private Tuple(Object[] items) {
    this.items = items;
  }

  /** A tuple of these values. */
  public static Tuple of(Object... items) {
    return new Tuple(items == null ? new Object[] {null} : items.clone());
  }

  /** A tuple of a collection's values. */
  public static Tuple copyOf(Collection<?> items) {
    return new Tuple(items.toArray());
  }

  @Override
  public Object get(int index) {
    return items[index];
  }

  @Override
  public int size() {
    return items.length;
  }

  @Override
  public Object[] toArray() {
    return Arrays.copyOf(items, items.length, Object[].class);
  }

  @Override
  public String toString() {
    return Repr.of(this);
  }
}
