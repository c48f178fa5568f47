package io.nyala.dsl.python.run;

import io.nyala.dsl.lang.Interrupts;
import io.nyala.dsl.lang.SystemExit;
import io.nyala.dsl.names.NamedError;
import io.nyala.keras.KerasException;
import java.util.List;

/** Raising and catching. */
public final class Errors {
  private Errors() {}

  /** An exception by name. */
  public static PyRaised of(String name, String message) {
    return new PyRaised(Exceptions.make(Exceptions.named(name), message), null);
  }

  static PyRaised type(String message) {
    return of("TypeError", message);
  }

  static PyRaised value(String message) {
    return of("ValueError", message);
  }

  static PyRaised key(Object key) {
    return new PyRaised(Exceptions.make(Exceptions.named("KeyError"), key), null);
  }

  static PyRaised stop(Object value) {
    PyClass type = Exceptions.named("StopIteration");
    return new PyRaised(value == null ? Exceptions.make(type) : Exceptions.make(type, value), null);
  }

  /** What {@code raise error from cause} throws. */
  public static Throwable raise(Object error, Object cause, Throwable handled) {
    Object value = error instanceof PyClass type ? type.make(new Object[0], null) : error;
    boolean exception = value instanceof Instance it && Exceptions.isException(it.type());
    if (!exception) {
      return value instanceof Throwable java
          ? java
          : type("exceptions must derive from BaseException");
    }
    Instance instance = (Instance) value;
    instance.attributes().put("__suppress_context__", cause != Unbound.VALUE);
    instance.attributes().put("__cause__", cause == Unbound.VALUE ? null : cause);
    Object context = handled == null ? null : value(handled);
    if (context == instance) {
      return new PyRaised(instance, handled.getCause());
    }
    instance.attributes().put("__context__", context);
    return new PyRaised(instance, cause == Unbound.VALUE ? handled : thrown(cause, handled));
  }

  /** What was thrown as this exception object, if it was. */
  private static Throwable thrown(Object cause, Throwable handled) {
    if (!(cause instanceof Instance instance)) {
      return null;
    }
    if (handled instanceof PyRaised raised && raised.value() == instance) {
      return handled;
    }
    return instance.attributes().get("__java__") instanceof Throwable java
        ? java
        : new PyRaised(instance, null);
  }

  /** What a bare {@code raise} throws. */
  public static Throwable again(Throwable handled) {
    return handled != null ? handled : of("RuntimeError", "No active exception to reraise");
  }

  /** What a failed {@code assert} throws. */
  public static Throwable assertion(Object message) {
    PyClass type = Exceptions.named("AssertionError");
    return new PyRaised(
        message == Unbound.VALUE ? Exceptions.make(type) : Exceptions.make(type, message), null);
  }

  /** The exception object behind anything thrown. */
  public static Object value(Throwable thrown) {
    if (thrown instanceof PyRaised raised) {
      return raised.value();
    }
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    if (thrown instanceof StackOverflowError) {
      message = "maximum recursion depth exceeded";
    }
    PyClass type = Exceptions.named(name(thrown));
    PyObject value = Exceptions.read(type, message);
    if (value == null) {
      value = message.isEmpty() ? Exceptions.make(type) : Exceptions.make(type, message);
    }
    value.attributes().put("__java__", thrown);
    return value;
  }

  private static String name(Throwable thrown) {
    if (thrown instanceof NamedError named) {
      return named.errorName();
    }
    if (thrown instanceof KerasException keras) {
      return keras.kind();
    }
    if (thrown instanceof StackOverflowError) {
      return "RecursionError";
    }
    if (Interrupts.isInterrupt(thrown)) {
      return "KeyboardInterrupt";
    }
    if (thrown instanceof SystemExit) {
      return "SystemExit";
    }
    if (thrown instanceof IndexOutOfBoundsException) {
      return "IndexError";
    }
    if (thrown instanceof groovy.lang.MissingPropertyException
        || thrown instanceof groovy.lang.MissingMethodException) {
      return "AttributeError";
    }
    if (thrown.getClass() == IllegalStateException.class) {
      return "RuntimeError";
    }
    if (thrown instanceof IllegalArgumentException) {
      return "ValueError";
    }
    return thrown instanceof java.io.UncheckedIOException
        ? "OSError"
        : thrown.getClass().getSimpleName();
  }

  /**
   * Whether {@code except type} catches it; a bare {@code except} has no type. An interrupt that is
   * caught is over.
   */
  public static boolean matches(Object type, Throwable thrown) {
    boolean caught = isOf(type, thrown);
    if (caught && Interrupts.isInterrupt(thrown)) {
      Interrupts.heed();
    }
    return caught;
  }

  private static boolean isOf(Object type, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError || thrown instanceof LinkageError) {
      return false;
    }
    if (type == null) {
      return true;
    }
    if (type instanceof List<?> several) {
      return several.stream().anyMatch(each -> isOf(each, thrown));
    }
    if (type instanceof PyClass wanted && Exceptions.isException(wanted)) {
      return ((Instance) value(thrown)).type().derivesFrom(wanted)
          || ((Instance) value(thrown))
              .type().order().stream()
                  .anyMatch(
                      each ->
                          each.isBuiltin()
                              && wanted.isBuiltin()
                              && each.name().equals(wanted.name()));
    }
    if (type instanceof Class<?> java) {
      return java.isInstance(thrown);
    }
    throw type("catching classes that do not inherit from BaseException is not allowed");
  }
}
