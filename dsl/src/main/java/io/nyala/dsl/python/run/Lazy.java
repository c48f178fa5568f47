package io.nyala.dsl.python.run;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator that computes each item when it is asked for. */
public abstract class Lazy implements Iterator<Object>, NamedClass {
  private final String name;
  private Object next = Unbound.VALUE;
  private boolean ended;

  /** An iterator of this Python class. */
  protected Lazy(String name) {
    this.name = name;
  }

  /** The next item, or Unbound at the end. */
  abstract Object compute();

  @Override
  public final String className() {
    return name;
  }

  @Override
  public final boolean hasNext() {
    if (next == Unbound.VALUE && !ended) {
      next = compute();
      ended = next == Unbound.VALUE;
    }
    return !ended;
  }

  @Override
  public final Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object given = next;
    next = Unbound.VALUE;
    return given;
  }

  @Override
  public final String toString() {
    return String.format("<%s object at 0x%012x>", name, Builtins.id(this));
  }
}
