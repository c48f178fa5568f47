package io.nyala.dsl.python.convert;

/** What has no plain counterpart in Groovy cells. */
final class Unconvertible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unconvertible(String what) {
    super(what);
  }
}
