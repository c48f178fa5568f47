package io.nyala.dsl.session;

/**
 * Whether typed code can run as it stands.
 *
 * @param indent for {@link Status#INCOMPLETE}, the indentation the next line should start with
 */
public record Completeness(Status status, String indent) {

  /** The four answers of Jupyter's {@code is_complete_reply}. */
  public enum Status {
    COMPLETE,
    INCOMPLETE,
    INVALID,
    UNKNOWN
  }
}
