package io.nyala.dsl.names;

/** What {@code with} can manage: it is entered before the block and left after it. */
public interface Managed {

  /** Enters; gives what {@code as} is bound to. */
  Object enter();

  /**
   * Leaves.
   *
   * @param thrown what the block threw, null if it ended well
   * @return whether the error is dealt with and goes no further
   */
  boolean exit(Throwable thrown);
}
