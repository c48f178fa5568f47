package io.nyala.cli.repl;

import io.nyala.dsl.session.Completeness;
import io.nyala.dsl.session.Session;

/** Where the next line of a cell begins. */
final class Indentation {
  /** The width of a step. */
  static final int STEP = 4;

  private final Session session;

  Indentation(Session session) {
    this.session = session;
  }

  /** The blanks that a line after this text starts with: what the language says, else as above. */
  String after(String text) {
    Completeness answer = session.isComplete(text);
    String line = text.substring(text.lastIndexOf('\n') + 1);
    String own = line.substring(0, line.length() - line.stripLeading().length());
    if (line.strip().matches("(return|raise|throw|pass|break|continue)\\b.*")) {
      return own.substring(0, Math.max(0, own.length() - STEP));
    }
    return answer.status() == Completeness.Status.INCOMPLETE ? answer.indent() : own;
  }
}
