package io.nyala.dsl.python.run;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A generator: its variables live in a frame between one {@code yield} and the next. */
public final class PyGenerator implements Iterator<Object> {
  private static final int ENDED = -1;

  private final PyScript script;
  private final PyFunction function;
  private final Object[] frame;
  private int state;
  private boolean running;
  private Object sent;
  private Throwable thrown;
  private Object next = Unbound.VALUE;
  private Object returned;

  PyGenerator(PyScript script, PyFunction function, Object[] frame) {
    this.script = script;
    this.function = function;
    this.frame = frame;
    frame[0] = this;
  }

  /** Where its code goes on. */
  public int state() {
    return state;
  }

  /** Its code hands out a value. */
  public void pause(int at) {
    state = at;
  }

  /** Its code goes on: the value sent, or an exception thrown into it. */
  public Object resumed() {
    if (thrown != null) {
      Throwable error = thrown;
      thrown = null;
      throw PyGenerator.<RuntimeException>unchecked(error);
    }
    Object value = sent;
    sent = null;
    return value;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable error) throws E {
    throw (E) error;
  }

  /** Its code has returned. */
  public Object end(Object value) {
    state = ENDED;
    returned = value;
    return value;
  }

  /** Runs to the next value; Unbound at the end. */
  private Object step() {
    if (state == ENDED) {
      return Unbound.VALUE;
    }
    if (running) {
      throw Errors.value("generator already executing");
    }
    running = true;
    boolean whole = false;
    try {
      Object value = script.body(function.code().id(), function, frame);
      whole = true;
      return state == ENDED ? Unbound.VALUE : value;
    } catch (PyRaised raised) {
      if (Errors.matches(Exceptions.named("StopIteration"), raised)) {
        throw Errors.of("RuntimeError", "generator raised StopIteration");
      }
      throw raised;
    } finally {
      running = false;
      if (!whole) {
        state = ENDED;
      }
    }
  }

  @Override
  public boolean hasNext() {
    if (next == Unbound.VALUE) {
      next = step();
    }
    return next != Unbound.VALUE;
  }

  @Override
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object value = next;
    next = Unbound.VALUE;
    return value;
  }

  Object send(Object value) {
    if (value != null && state == 0) {
      throw Errors.type("can't send non-None value to a just-started generator");
    }
    sent = value;
    if (!hasNext()) {
      Object result = returned;
      returned = null;
      throw Errors.stop(result);
    }
    return next();
  }

  Object raise(Throwable error) {
    if (state == 0 || state == ENDED) {
      state = ENDED;
      throw PyGenerator.<RuntimeException>unchecked(error);
    }
    thrown = error;
    return send(null);
  }

  Object close() {
    if (state <= 0) {
      state = ENDED;
      return null;
    }
    try {
      raise(new PyRaised(Exceptions.make(Exceptions.named("GeneratorExit")), null));
    } catch (PyRaised raised) {
      String name = raised.value().type().name();
      if (name.equals("GeneratorExit") || name.equals("StopIteration")) {
        return null;
      }
      throw raised;
    }
    throw Errors.of("RuntimeError", "generator ignored GeneratorExit");
  }

  @Override
  public String toString() {
    return String.format(
        "<generator object %s at 0x%012x>", function.code().qualified(), Builtins.id(this));
  }
}
