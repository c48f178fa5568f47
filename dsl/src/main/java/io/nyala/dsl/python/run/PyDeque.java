package io.nyala.dsl.python.run;

import java.util.Collection;
import java.util.LinkedList;

/** {@code collections.deque}; a full one gives up items at the other end. */
public final class PyDeque extends LinkedList<Object> implements NamedClass {
  private static final long serialVersionUID = 1L;
  private final Integer most;

  /**
   * A queue of these items.
   *
   * @param most how many it holds at most; null for any number
   */
  public PyDeque(Collection<?> items, Integer most) {
    this.most = most;
    items.forEach(this::addLast);
  }

  Integer most() {
    return most;
  }

  @Override
  public void addLast(Object item) {
    super.addLast(item);
    if (most != null && size() > most) {
      removeFirst();
    }
  }

  @Override
  public void addFirst(Object item) {
    super.addFirst(item);
    if (most != null && size() > most) {
      removeLast();
    }
  }

  @Override
  public String className() {
    return "deque";
  }
}
