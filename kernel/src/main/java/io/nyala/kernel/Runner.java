package io.nyala.kernel;

import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.show.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * The evaluator with a guard around it: an interrupt reaches a cell only while one runs, never the
 * kernel's own work between two cells, and nothing thrown gets out.
 */
final class Runner {

  private final Evaluator evaluator;
  private final Object guard = new Object();
  private boolean running;

  Runner(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Outcome run(String code, String cellName, Frontend frontend) {
    synchronized (guard) {
      running = true;
    }
    try {
      return evaluator.run(code, cellName, frontend);
    } catch (Throwable e) {
      return failure(e);
    } finally {
      synchronized (guard) {
        running = false;
        Thread.interrupted();
      }
    }
  }

  private static Outcome.Failure failure(Throwable thrown) {
    boolean wrapped = thrown instanceof CompletionException && thrown.getCause() != null;
    Throwable e = wrapped ? thrown.getCause() : thrown;
    String name = e.getClass().getSimpleName();
    String message = String.valueOf(e.getMessage());
    return new Outcome.Failure(name, message, List.of(name + ": " + message), e);
  }

  /** Stops the running cell, if there is one. */
  void interrupt() {
    synchronized (guard) {
      if (running) {
        evaluator.interrupt();
      }
    }
  }

  Optional<MimeBundle> inspect(HelpQuestion question) {
    return evaluator.inspect(
        question.subject(), question.subject().length(), question.detailLevel());
  }

  Evaluator evaluator() {
    return evaluator;
  }
}
