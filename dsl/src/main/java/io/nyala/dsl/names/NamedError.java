package io.nyala.dsl.names;

/** An exception that tells the name it is shown under, such as {@code ValueError}. */
public interface NamedError {

  /** The name before the colon of an error message. */
  String errorName();

  /** Lines to show below the message. */
  default java.util.List<String> notes() {
    return java.util.List.of();
  }
}
