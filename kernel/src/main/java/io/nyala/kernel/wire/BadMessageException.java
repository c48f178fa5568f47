package io.nyala.kernel.wire;

/** Frames that are not a message we may act on: badly signed, incomplete, or not JSON. */
public final class BadMessageException extends Exception {

  public BadMessageException(String message) {
    super(message);
  }

  public BadMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
