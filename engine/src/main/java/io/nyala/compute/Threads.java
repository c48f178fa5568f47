package io.nyala.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * One pool of daemon threads for the loops, as many (with the caller) as the machine has
 * processors, or as {@code NYALA_THREADS} (or the system property {@code nyala.threads}) says.
 *
 * <p>Work is split by number, never by who comes first, so results do not depend on timing. A call
 * from inside a task, or while another caller holds the pool, runs in the calling thread.
 */
public final class Threads {

  private static final int COUNT = configuredCount();

  /**
   * How long a thread that waits for another keeps its processor. Longer than what a training step
   * does between two parallel loops, as waking a sleeping thread takes as long as such a loop.
   */
  private static final long SPIN_NANOS = 500_000;

  /** So many turns of waiting pass between two looks at the clock. */
  private static final int SPINS = 64;

  private static final Worker[] WORKERS = startWorkers();
  private static final AtomicInteger BUSY = new AtomicInteger();
  private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

  private Threads() {}

  /** A half-open range {@code [from, to)} of work. */
  @FunctionalInterface
  public interface Range {
    void run(int from, int to);
  }

  /** Threads that work together, with the caller. */
  public static int count() {
    return COUNT;
  }

  /** Threads that a call from here may use: {@link #count()}, or 1 inside a task. */
  public static int available() {
    return DEPTH.get()[0] > 0 ? 1 : COUNT;
  }

  /**
   * Runs {@code task} for 0, …, tasks - 1 and returns when all are done; the caller takes part.
   *
   * @throws RuntimeException or Error that a task threw; the first by task number
   */
  public static void parallel(int tasks, IntConsumer task) {
    if (tasks > 1 && available() > 1 && BUSY.compareAndSet(0, 1)) {
      try {
        spread(tasks, task);
      } finally {
        BUSY.set(0);
      }
    } else if (tasks == 1) {
      task.accept(0);
    } else {
      inline(0, 1, tasks, task);
    }
  }

  /**
   * Splits {@code [0, n)} into up to {@code parts} ranges of near-equal length, each but the last a
   * multiple of {@code grain}, and runs them in parallel. The split depends on the arguments alone.
   */
  public static void ranges(int n, int grain, int parts, Range range) {
    int grains = (n + grain - 1) / grain;
    int pieces = Math.min(parts, grains);
    if (pieces <= 1) {
      range.run(0, n);
      return;
    }
    parallel(
        pieces,
        p -> {
          int from = (int) ((long) grains * p / pieces) * grain;
          int to = Math.min(n, (int) ((long) grains * (p + 1) / pieces) * grain);
          range.run(from, to);
        });
  }

  private static void spread(int tasks, IntConsumer task) {
    int helpers = Math.min(WORKERS.length, tasks - 1);
    int stride = helpers + 1;
    for (int w = 0; w < helpers; w++) {
      WORKERS[w].start(w + 1, stride, tasks, task);
    }
    Throwable failure = null;
    try {
      inline(0, stride, tasks, task);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    for (int w = 0; w < helpers; w++) {
      Throwable other = WORKERS[w].awaitEnd();
      failure = failure == null ? other : failure;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  private static void inline(int first, int stride, int tasks, IntConsumer task) {
    int[] depth = DEPTH.get();
    depth[0]++;
    try {
      for (int i = first; i < tasks; i += stride) {
        task.accept(i);
      }
    } finally {
      depth[0]--;
    }
  }

  private static int configuredCount() {
    String wanted = System.getProperty("nyala.threads", System.getenv("NYALA_THREADS"));
    if (wanted == null || wanted.isBlank()) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int count = Integer.parseInt(wanted.trim());
      if (count >= 1) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same message as a number below 1.
    }
    throw new IllegalArgumentException(
        "NYALA_THREADS is '" + wanted + "': expected a whole number from 1 up");
  }

  private static Worker[] startWorkers() {
    Worker[] workers = new Worker[COUNT - 1];
    for (int w = 0; w < workers.length; w++) {
      workers[w] = new Worker("nyala-compute-" + (w + 1));
      workers[w].start();
    }
    return workers;
  }

  /** A thread that waits for a share of a task: spinning for a while, as loops follow closely. */
  private static final class Worker extends Thread {

    private int first;
    private int stride;
    private int tasks;
    private IntConsumer task;
    private Throwable failure;
    private volatile Thread caller;
    private volatile boolean pending;
    private volatile boolean parked;

    Worker(String name) {
      super(null, null, name, 0, false);
      setDaemon(true);
    }

    void start(int first, int stride, int tasks, IntConsumer task) {
      this.first = first;
      this.stride = stride;
      this.tasks = tasks;
      this.task = task;
      caller = Thread.currentThread();
      pending = true;
      if (parked) {
        LockSupport.unpark(this);
      }
    }

    Throwable awaitEnd() {
      boolean interrupted = false;
      while (spin(true)) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      Throwable result = failure;
      failure = null;
      return result;
    }

    @Override
    public void run() {
      while (true) {
        awaitStart();
        try {
          inline(first, stride, tasks, task);
        } catch (Throwable e) {
          failure = e;
        }
        task = null;
        Thread waiting = caller;
        pending = false;
        LockSupport.unpark(waiting);
      }
    }

    private void awaitStart() {
      while (spin(false)) {
        parked = true;
        if (!pending) {
          LockSupport.park(this);
        }
        parked = false;
      }
    }

    /** Waits for {@link #pending} to change from this; true if it took too long. */
    private boolean spin(boolean unchanged) {
      long start = System.nanoTime();
      while (pending == unchanged) {
        for (int i = 0; i < SPINS && pending == unchanged; i++) {
          Thread.onSpinWait();
        }
        if (System.nanoTime() - start > SPIN_NANOS) {
          return pending == unchanged;
        }
      }
      return false;
    }
  }
}
