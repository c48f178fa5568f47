package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Managed;
import io.nyala.dsl.names.Tuple;
import org.codehaus.groovy.runtime.InvokerHelper;

/** What {@code with} does with its manager. */
public final class Managers {
  private Managers() {}

  /** Checks that a value can be a manager. */
  public static Object of(Object manager) {
    boolean fits =
        manager instanceof Instance it
            ? it.type().find("__enter__") != null
            : manager instanceof AutoCloseable || manager instanceof Managed;
    if (!fits) {
      throw Errors.type(
          "'" + Types.name(manager) + "' object does not support the context manager protocol");
    }
    if (manager instanceof Instance it && it.type().find("__exit__") == null) {
      throw Errors.type(
          "'"
              + Types.name(manager)
              + "' object does not support the context manager protocol (missed __exit__ method)");
    }
    return manager;
  }

  /** What {@code as} is bound to. */
  public static Object enter(Object manager) {
    if (manager instanceof Instance) {
      return Invoke.method(manager, "__enter__", new Object[0], null);
    }
    if (manager instanceof Managed managed) {
      return managed.enter();
    }
    boolean resumes =
        manager instanceof io.nyala.autograd.Tape
            && !InvokerHelper.getMetaClass(manager).respondsTo(manager, "resume").isEmpty();
    if (resumes) {
      InvokerHelper.invokeMethod(manager, "resume", new Object[0]);
    }
    return manager;
  }

  /** Leaves; true if the error is not to go on. */
  public static boolean exit(Object manager, Throwable thrown) throws Exception {
    if (manager instanceof Managed managed) {
      return managed.exit(thrown) && thrown != null;
    }
    if (!(manager instanceof Instance)) {
      ((AutoCloseable) manager).close();
      return false;
    }
    Object[] arguments = {null, null, null};
    if (thrown != null) {
      Instance value = (Instance) Errors.value(thrown);
      arguments = new Object[] {value.type(), value, Tuple.of()};
    }
    return Truth.of(Invoke.method(manager, "__exit__", arguments, null)) && thrown != null;
  }
}
