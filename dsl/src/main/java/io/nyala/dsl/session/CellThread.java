package io.nyala.dsl.session;

import io.nyala.dsl.lang.Interrupts;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The thread that cells run on: one for all, with room for deep recursion. A cell that does not
 * heed an interrupt is left behind and the next one gets a new thread.
 */
final class CellThread implements AutoCloseable {
  private static final long STACK_BYTES = 16L << 20;
  private static final long REMIND_MILLIS = 50;
  private static final long PATIENCE_MILLIS = 500;

  private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final ClassLoader classes;
  private volatile Worker worker;
  private volatile FutureTask<Outcome> running;
  private volatile long interruptedAt;

  /**
   * A thread for a session's cells.
   *
   * @param classes where libraries that cells use look for classes and services
   */
  CellThread(ClassLoader classes) {
    this.classes = classes;
  }

  private final class Worker extends Thread implements Interrupts.Listener {
    private volatile boolean ended;

    Worker() {
      super(null, null, "nyala-cell", STACK_BYTES, false);
      setDaemon(true);
      setContextClassLoader(classes);
    }

    /**
     * Code that swallowed an interrupt is told again at its next look, and for good if given up.
     */
    @Override
    public boolean isInterrupted() {
      return ended || interruptedAt != 0 && this == worker || super.isInterrupted();
    }

    @Override
    public void heeded() {
      forgetInterrupt(this);
    }

    @Override
    public void run() {
      while (!ended) {
        try {
          work.take().run();
        } catch (InterruptedException e) {
          Thread.interrupted();
        }
      }
    }
  }

  /**
   * Runs a cell and waits for its outcome.
   *
   * @param ifAbandoned the outcome of a cell that did not heed an interrupt
   */
  Outcome run(Supplier<Outcome> cell, CellOutput output, Supplier<Outcome> ifAbandoned) {
    FutureTask<Outcome> task = new FutureTask<>(cell::get);
    interruptedAt = 0;
    start(task);
    try {
      return await(task, ifAbandoned);
    } finally {
      running = null;
    }
  }

  private synchronized void start(FutureTask<Outcome> task) {
    if (worker == null) {
      worker = new Worker();
      worker.start();
    }
    running = task;
    work.add(
        () -> {
          task.run();
          settle(task);
        });
  }

  /**
   * An interrupt that came as the cell ended must not hit the next one, which may be the running
   * one already: its own interrupt is sent again if it is swallowed here.
   */
  private synchronized void settle(FutureTask<Outcome> task) {
    if (running == task) {
      running = null;
    }
    Thread.interrupted();
  }

  private Outcome await(FutureTask<Outcome> task, Supplier<Outcome> ifAbandoned) {
    boolean callerInterrupted = false;
    try {
      while (true) {
        try {
          return task.get(REMIND_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (interruptedAt != 0 && remind(task)) {
            return ifAbandoned.get();
          }
        } catch (InterruptedException e) {
          callerInterrupted = true;
          interrupt();
        } catch (ExecutionException e) {
          throw new IllegalStateException("A cell ended without an outcome", e.getCause());
        }
      }
    } finally {
      if (callerInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Interrupts again, since code may swallow an interrupt; true once the cell is given up. */
  private synchronized boolean remind(FutureTask<Outcome> task) {
    if (running != task || task.isDone()) {
      return false;
    }
    worker.interrupt();
    if (System.currentTimeMillis() - interruptedAt < PATIENCE_MILLIS) {
      return false;
    }
    worker.ended = true;
    worker = null;
    running = null;
    return true;
  }

  /** Interrupts the running cell; false if there is none. */
  synchronized boolean interrupt() {
    if (running != null && interruptedAt == 0) {
      interruptedAt = System.currentTimeMillis();
      worker.interrupt();
    }
    return running != null;
  }

  /** What runs here has dealt with its interrupt, unless it has been given up before. */
  private synchronized void forgetInterrupt(Worker by) {
    if (by == worker) {
      interruptedAt = 0;
      Thread.interrupted();
    }
  }

  @Override
  public synchronized void close() {
    if (worker != null) {
      worker.ended = true;
      worker.interrupt();
      worker = null;
    }
  }
}
