package io.nyala.dsl.python.run;

import io.nyala.dsl.names.NamedError;
import java.util.List;

/** An exception of Python on its way to who handles it. */
public final class PyRaised extends RuntimeException implements NamedError {
  private static final long serialVersionUID = 1L;
  private final transient Instance value;

  PyRaised(Instance value, Throwable cause) {
    super(null, cause);
    this.value = value;
  }

  /** The exception object. */
  public Instance value() {
    return value;
  }

  /** Whether its cause was named, by {@code raise … from}, and not just being handled. */
  public boolean isFromCause() {
    return value.attributes().get("__cause__") != null;
  }

  @Override
  public String errorName() {
    return value.type().name();
  }

  @Override
  public List<String> notes() {
    return value.attributes().get("__notes__") instanceof List<?> notes
        ? notes.stream().map(Texts::str).toList()
        : List.of();
  }

  @Override
  public String getMessage() {
    return Texts.str(value);
  }

  @Override
  public String toString() {
    return errorName() + ": " + getMessage();
  }
}
