package io.nyala.dsl.lang;

import groovy.lang.Closure;
import groovy.lang.MissingMethodException;
import groovy.util.BuilderSupport;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Types;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Calling a value as a function: {@code layer(x)}. */
public final class Calls {

  /** How one kind of object is called. */
  public interface Handler {

    /** Whether this handler calls the object. */
    boolean handles(Object callee);

    /**
     * Calls it.
     *
     * @param arguments as Groovy passes them: named ones, if any, first as {@code Kwargs}
     */
    Object call(Object callee, Object[] arguments);
  }

  private static final List<Handler> HANDLERS = new CopyOnWriteArrayList<>();

  private Calls() {}

  /** Adds a handler for objects that are neither closures nor {@link Callable}. */
  public static void register(Handler handler) {
    HANDLERS.add(0, handler);
  }

  /**
   * Calls a closure, function, class (a new instance), layer, or anything with a {@code call}
   * method.
   *
   * @throws PyError {@code TypeError} if it cannot be called
   */
  public static Object call(Object callee, Object... arguments) {
    Object[] given = arguments == null ? new Object[] {null} : arguments;
    if (callee instanceof Closure<?> closure) {
      return closure.call(given);
    }
    if (callee instanceof Callable callable) {
      return callable.callWith(given);
    }
    for (Handler handler : HANDLERS) {
      if (handler.handles(callee)) {
        return handler.call(callee, given);
      }
    }
    if (callee instanceof Class<?> type) {
      return InvokerHelper.invokeConstructorOf(type, given);
    }
    return callMethod(callee, given);
  }

  private static Object callMethod(Object callee, Object[] given) {
    if (callee == null) {
      throw notCallable(null);
    }
    try {
      return InvokerHelper.invokeMethod(callee, "call", given);
    } catch (MissingMethodException e) {
      if (e.getMethod().equals("call") && e.getType() == callee.getClass()) {
        throw InvokerHelper.getMetaClass(callee).respondsTo(callee, "call").isEmpty()
            ? notCallable(callee)
            : e;
      }
      throw e;
    }
  }

  private static PyError notCallable(Object callee) {
    return PyError.type("'" + Types.nameOf(callee) + "' object is not callable");
  }

  /** Calls a built-in from inside a closure, unless the closure's delegate has such a method. */
  public static Object builtin(Object callee, Object delegate, String name, Object... arguments) {
    Object[] given = arguments == null ? new Object[] {null} : arguments;
    Object target = delegate;
    while (target instanceof Closure<?> outer) {
      target = outer.getDelegate();
    }
    if (target instanceof BuilderSupport builder) {
      return builder.invokeMethod(name, given);
    }
    boolean own =
        target != null
            && !(target instanceof CellScript)
            && !name.equals("print")
            && !InvokerHelper.getMetaClass(target).respondsTo(target, name, given).isEmpty();
    return own ? InvokerHelper.invokeMethod(target, name, given) : call(callee, given);
  }
}
