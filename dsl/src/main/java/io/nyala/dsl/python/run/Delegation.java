package io.nyala.dsl.python.run;

import java.util.Iterator;

/** The state of a {@code yield from}. */
public final class Delegation {
  private final Object source;
  private Object value;
  private Object result;

  Delegation(Object source) {
    this.source = source;
  }

  /** Goes to the next value; false at the end. */
  public boolean advance(Object sent) {
    if (source instanceof PyGenerator generator) {
      try {
        value = generator.send(sent);
        return true;
      } catch (PyRaised raised) {
        if (!Errors.matches(Exceptions.named("StopIteration"), raised)) {
          throw raised;
        }
        result = raised.value().attributes().get("value");
        return false;
      }
    }
    Iterator<?> items = (Iterator<?>) source;
    if (!items.hasNext()) {
      return false;
    }
    value = items.next();
    return true;
  }

  /** The current value. */
  public Object value() {
    return value;
  }

  /** What the generator returned. */
  public Object result() {
    return result;
  }
}
