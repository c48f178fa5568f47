package io.nyala.dsl.lang;

import io.nyala.dsl.names.NamedError;

/** A cell that cannot be understood, with the place in the cell's own text. */
public class CellSyntaxError extends RuntimeException implements NamedError {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final int column;

  /**
   * An error at a place.
   *
   * @param line from 1
   * @param column from 1
   */
  public CellSyntaxError(String message, int line, int column) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }

  @Override
  public String errorName() {
    return "SyntaxError";
  }
}
