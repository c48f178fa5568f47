package io.nyala.dsl.session;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.lang.Interrupts;
import io.nyala.dsl.lang.KeyboardInterrupt;
import io.nyala.dsl.names.NamedError;
import io.nyala.dsl.python.run.PyRaised;
import io.nyala.keras.KerasException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.codehaus.groovy.runtime.powerassert.PowerAssertionError;

/** Turns whatever a cell threw into the failure a person reads. */
final class Failures {
  private static final int CAUSES = 3;
  private static final String DIRECT =
      "The above exception was the direct cause of the following exception:";
  private static final String MEANWHILE =
      "During handling of the above exception, another exception occurred:";

  private Failures() {}

  static Outcome.Failure of(Throwable thrown, Sources sources) {
    Throwable error = unwrap(thrown);
    String name = name(error);
    String message = message(error);
    return new Outcome.Failure(name, message, trace(error, sources, CAUSES), error);
  }

  /** The traceback of an error, and before it those of what led to it, as Python shows them. */
  private static List<String> trace(Throwable error, Sources sources, int causes) {
    List<String> lines = new ArrayList<>();
    Throwable cause = error.getCause() == null ? null : unwrap(error.getCause());
    if (cause != null && causes > 0 && isTold(error)) {
      boolean meant = !(error instanceof PyRaised raised) || raised.isFromCause();
      lines.addAll(trace(cause, sources, causes - 1));
      lines.add("");
      lines.add(meant ? DIRECT : MEANWHILE);
      lines.add("");
    }
    lines.addAll(Traceback.of(error, name(error), message(error), sources));
    return lines;
  }

  /** What led to our own errors is our own business. */
  private static boolean isTold(Throwable error) {
    boolean ours = error instanceof NamedError || error instanceof KerasException;
    return error instanceof PyRaised || !ours && !(error instanceof CellSyntaxError);
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
    if (error.getClass() == IllegalStateException.class && isOurs(error)) {
      return "RuntimeError";
    }
    String name = error.getClass().getSimpleName();
    return name.isEmpty() ? error.getClass().getName() : name;
  }

  /** Thrown by the engine, which speaks of states as Keras does, and not by a person's own code. */
  private static boolean isOurs(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("io.nyala.");
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
