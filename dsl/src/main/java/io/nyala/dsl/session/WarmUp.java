package io.nyala.dsl.session;

import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.names.Namespace;
import java.util.function.BooleanSupplier;

/** Exercises the compiler in the background, in a session of its own, until a person has a cell. */
final class WarmUp {
  private static final int CELLS = 60;

  private WarmUp() {}

  /**
   * Begins.
   *
   * @param goesOn false once there is something to run: then every core is needed for that
   */
  static void start(String language, BooleanSupplier goesOn) {
    Thread warmer = new Thread(() -> run(language, goesOn), "nyala-warm-up");
    warmer.setDaemon(true);
    warmer.start();
  }

  private static void run(String language, BooleanSupplier goesOn) {
    try (Session session = new Session()) {
      session.setLanguage(language);
      CellLanguage cells = session.languages().get(language);
      fill(session);
      for (int i = 0; i < CELLS && goesOn.getAsBoolean(); i++) {
        session.run(cells.sample(i), new QuietFrontend());
      }
    }
  }

  /** What {@code tf} and its like hold comes about when first asked for. */
  private static void fill(Session session) {
    for (Object value : session.variables().values()) {
      if (value instanceof Namespace names) {
        names.memberNames();
      }
    }
  }
}
