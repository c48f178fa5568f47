package io.nyala.dsl.python.run;

import java.util.Collection;
import java.util.LinkedList;

/** {@code collections.deque}. */
public final class PyDeque extends LinkedList<Object> implements NamedClass {
  private static final long serialVersionUID = 1L;

  /** A queue of these items. */
  public PyDeque(Collection<?> items) {
    super(items);
  }

  @Override
  public String className() {
    return "deque";
  }
}
