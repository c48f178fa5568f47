package io.nyala.kernel;

import io.nyala.dsl.magic.HelpQuestion;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.show.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The evaluator with a guard around it: an interrupt reaches a cell only while one runs, never the
 * kernel's own work between two cells, and nothing thrown gets out.
 */
final class Runner {

  private static final long PAUSE_MS = 50;

  private final Evaluator evaluator;
  private final ScheduledExecutorService timer;
  private final Object guard = new Object();
  private boolean running;
  private long runs;

  Runner(Evaluator evaluator, ScheduledExecutorService timer) {
    this.evaluator = evaluator;
    this.timer = timer;
  }

  /**
   * Does a cell's work, in which it may be interrupted from the first moment: a person who sees it
   * busy may stop it, though its code has yet to start.
   */
  <T> T interruptibly(Supplier<T> work) {
    synchronized (guard) {
      running = true;
      runs++;
    }
    try {
      return work.get();
    } finally {
      synchronized (guard) {
        running = false;
        Thread.interrupted();
      }
    }
  }

  Outcome run(String code, String cellName, Frontend frontend) {
    try {
      return evaluator.run(code, cellName, frontend);
    } catch (Throwable e) {
      return failure(e);
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
        interrupt(runs);
      }
    }
  }

  /** Tries until there is something to stop: it may be just about to start. */
  private void interrupt(long run) {
    synchronized (guard) {
      if (running && runs == run) {
        if (!evaluator.interrupt() && !timer.isShutdown()) {
          timer.schedule(() -> interrupt(run), PAUSE_MS, TimeUnit.MILLISECONDS);
        }
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
