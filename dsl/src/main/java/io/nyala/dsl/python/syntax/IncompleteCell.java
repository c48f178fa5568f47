package io.nyala.dsl.python.syntax;

/** The text of a cell ends where more is needed. */
public final class IncompleteCell extends io.nyala.dsl.lang.CellSyntaxError {
  private static final long serialVersionUID = 1L;

  IncompleteCell(String message, int line, int column) {
    super(message, line, column);
  }
}
