package io.nyala.dsl.session;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.lang.Interrupts;
import io.nyala.dsl.lang.KeyboardInterrupt;
import io.nyala.dsl.names.NamedError;
import io.nyala.keras.KerasException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.ExecutionException;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.codehaus.groovy.runtime.powerassert.PowerAssertionError;

/** Turns whatever a cell threw into the failure a person reads. */
final class Failures {
  private Failures() {}

  static Outcome.Failure of(Throwable thrown, Sources sources) {
    Throwable error = unwrap(thrown);
    String name = name(error);
    String message = message(error);
    return new Outcome.Failure(name, message, Traceback.of(error, name, message, sources), error);
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable at = thrown;
    while (at.getCause() != null && isWrapper(at)) {
      at = at.getCause();
    }
    if (Interrupts.isInterrupt(at) && !(at instanceof KeyboardInterrupt)) {
      KeyboardInterrupt interrupt = new KeyboardInterrupt();
      interrupt.setStackTrace(at.getStackTrace());
      return interrupt;
    }
    return at;
  }

  private static boolean isWrapper(Throwable thrown) {
    return thrown instanceof InvokerInvocationException
        || thrown instanceof InvocationTargetException
        || thrown instanceof UndeclaredThrowableException
        || thrown instanceof ExceptionInInitializerError
        || thrown instanceof ExecutionException
        || thrown instanceof RuntimeException
            && thrown.getClass() == RuntimeException.class
            && thrown.getCause() instanceof InterruptedException;
  }

  private static String name(Throwable error) {
    if (error instanceof NamedError named) {
      return named.errorName();
    }
    if (error instanceof KerasException keras) {
      return keras.kind();
    }
    if (error instanceof ArrayIndexOutOfBoundsException) {
      return "IndexError";
    }
    if (error instanceof MissingPropertyException) {
      return "AttributeError";
    }
    if (error instanceof PowerAssertionError) {
      return "AssertionError";
    }
    if (error.getClass() == IllegalArgumentException.class) {
      return "ValueError";
    }
    String name = error.getClass().getSimpleName();
    return name.isEmpty() ? error.getClass().getName() : name;
  }

  private static String message(Throwable error) {
    if (error instanceof MissingPropertyException missing && missing.getType() != null) {
      return "'"
          + missing.getType().getSimpleName()
          + "' object has no attribute '"
          + missing.getProperty()
          + "'";
    }
    if (error instanceof StackOverflowError) {
      return "a function called itself too many times";
    }
    if (error instanceof OutOfMemoryError) {
      return error.getMessage() + ": there is not enough memory for this";
    }
    if (error instanceof CellSyntaxError syntax) {
      return syntax.getMessage();
    }
    if (error instanceof MissingMethodException missing) {
      return missing.getMessage();
    }
    return error.getMessage() == null ? "" : error.getMessage();
  }
}
