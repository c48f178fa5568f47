package io.nyala.cli.bench;

import io.nyala.compute.Compute;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.QuietFrontend;
import io.nyala.dsl.session.Session;
import java.io.IOException;

/** A session whose cells say nothing and must not fail. */
final class BenchSession implements AutoCloseable {

  private final Session session = new Session();

  /** What Nyala runs on. */
  static String versions() {
    return "Nyala (" + Compute.description() + ") on Java " + Runtime.version();
  }

  void put(String name, Object value) {
    session.variables().put(name, value);
  }

  Object get(String name) {
    return session.variables().get(name);
  }

  void run(String code) throws IOException {
    if (session.run(code, "bench", new QuietFrontend()) instanceof Outcome.Failure failure) {
      throw new IOException(String.join("\n", failure.traceback()), failure.cause());
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
