package io.nyala.dsl.names;

import io.nyala.dsl.show.Repr;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/** A fixed sequence of values, {@code (None, 64)}; a list that cannot be changed. */
public class Tuple extends AbstractList<Object> implements RandomAccess {
  private final Object[] items;

  /** A tuple of these values, which nobody else changes. */
  protected Tuple(Object[] items) {
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

  /** Tuples are equal if their items are; whole numbers equal floats of the same value. */
  @Override
  public final boolean equals(Object other) {
    if (!(other instanceof Tuple tuple)) {
      return super.equals(other);
    }
    if (tuple.items.length != items.length) {
      return false;
    }
    for (int i = 0; i < items.length; i++) {
      if (!Objects.equals(plain(items[i]), plain(tuple.items[i]))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final int hashCode() {
    int hash = 1;
    for (Object item : items) {
      hash = 31 * hash + Objects.hashCode(plain(item));
    }
    return hash;
  }

  private static Object plain(Object item) {
    if (item instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    boolean whole =
        item instanceof Double real && real == Math.rint(real) && Math.abs(real) <= 1 << 30;
    return whole ? (Object) ((Double) item).intValue() : item;
  }

  @Override
  public String toString() {
    return Repr.of(this);
  }
}
