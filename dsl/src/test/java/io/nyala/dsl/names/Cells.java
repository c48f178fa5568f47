package io.nyala.dsl.names;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.QuietFrontend;
import io.nyala.dsl.session.Session;

/** Runs cells for tests of the names they use. */
final class Cells implements AutoCloseable {

  private final Session session = new Session();
  private final StringBuilder printed = new StringBuilder();

  private final Frontend frontend =
      new QuietFrontend() {
        @Override
        public void stream(Stream stream, String text) {
          printed.append(text);
        }
      };

  /** What the notebook shows for the cell's value; what it printed, if it has none. */
  String run(String code) {
    printed.setLength(0);
    Outcome outcome = session.run(code, frontend);
    if (outcome instanceof Outcome.Failure failure) {
      throw new AssertionError(
          code + "\n" + failure.name() + ": " + failure.message(), failure.cause());
    }
    Outcome.Value value = (Outcome.Value) outcome;
    return value.shown() == null ? printed.toString().stripTrailing() : value.shown().plain();
  }

  /** The text of the cell's value on one line where it can be, as {@code repr} gives it. */
  String repr(String code) {
    Outcome outcome = session.run(code, frontend);
    if (outcome instanceof Outcome.Failure failure) {
      throw new AssertionError(failure.name() + ": " + failure.message(), failure.cause());
    }
    return io.nyala.dsl.show.Repr.of(((Outcome.Value) outcome).value());
  }

  /** The error of a cell, as {@code Name: message}. */
  String error(String code) {
    Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, session.run(code, frontend));
    return failure.name() + ": " + failure.message();
  }

  @Override
  public void close() {
    session.close();
  }
}
