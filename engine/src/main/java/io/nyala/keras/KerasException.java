package io.nyala.keras;

/**
 * An error worded for the person at the notebook, under the name Python would give it.
 *
 * <p>The name, such as {@code ValueError}, is what a notebook prints before the message.
 */
public class KerasException extends RuntimeException {

  private final String kind;

  private KerasException(String kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** A value that does not fit: shapes, counts, unknown names. */
  public static KerasException value(String message) {
    return new KerasException("ValueError", message);
  }

  /** An argument missing, unknown or of the wrong type. */
  public static KerasException type(String message) {
    return new KerasException("TypeError", message);
  }

  /** An IndexError. */
  public static KerasException index(String message) {
    return new KerasException("IndexError", message);
  }

  /** Something asked for at a time when it cannot be done. */
  public static KerasException state(String message) {
    return new KerasException("RuntimeError", message);
  }

  /** A name that is not there. */
  public static KerasException attribute(String message) {
    return new KerasException("AttributeError", message);
  }

  /** Something real that Nyala does not do. */
  public static KerasException unsupported(String message) {
    return new KerasException("NotImplementedError", message);
  }

  /** A file that is not there or cannot be used. */
  public static KerasException file(String message) {
    return new KerasException("FileNotFoundError", message);
  }

  /** The Python name of this kind of error. */
  public String kind() {
    return kind;
  }

  @Override
  public String toString() {
    return kind + ": " + getMessage();
  }
}
