package io.nyala.dsl.names;

/** An error shown under a name a Keras user knows, such as {@code TypeError: …}. */
public final class PyError extends RuntimeException implements NamedError {
  private static final long serialVersionUID = 1L;
  private final String errorName;

  public PyError(String errorName, String message) {
    this(errorName, message, null);
  }

  public PyError(String errorName, String message, Throwable cause) {
    super(message, cause);
    this.errorName = errorName;
  }

  /** An argument of the wrong kind. */
  public static PyError type(String message) {
    return new PyError("TypeError", message);
  }

  /** An argument of the right kind with a value that cannot be used. */
  public static PyError value(String message) {
    return new PyError("ValueError", message);
  }

  @Override
  public String errorName() {
    return errorName;
  }

  @Override
  public String toString() {
    return errorName + ": " + getMessage();
  }
}
