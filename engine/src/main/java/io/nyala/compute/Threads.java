package io.nyala.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * One pool of daemon threads for the loops, as many (with the caller) as the machine has
 * processors, or as {@code NYALA_THREADS} (or the system property {@code nyala.threads}) says.
 *
 * <p>Work is split by number, whoever does a piece of it, so results do not depend on timing: a
 * thread that the machine has no processor for is not waited for. A call from inside a task, or
 * while another caller holds the pool, runs in the calling thread.
 */
public final class Threads {

  private static final int COUNT = configuredCount();

  /**
   * How long a thread that waits for another keeps its processor. Longer than what a training step
   * does between two parallel loops, as waking a sleeping thread takes as long as such a loop.
   */
  private static final long SPIN_NANOS = 500_000;

  /** How long it does so without letting others have the processor. */
  private static final long ALONE_NANOS = 100_000;

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
      inline(tasks, task);
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

  /** Whether the thread that this work is for has been interrupted. */
  static boolean isWorkUnwanted() {
    Thread thread = Thread.currentThread();
    return thread instanceof Worker worker ? worker.isWorkUnwanted() : thread.isInterrupted();
  }

  private static void spread(int tasks, IntConsumer task) {
    Job job = new Job(tasks, task, Thread.currentThread());
    int helpers = Math.min(WORKERS.length, tasks - 1);
    for (int w = 0; w < helpers; w++) {
      WORKERS[w].give(job);
    }
    job.take();
    job.awaitEnd();
    job.rethrow();
  }

  private static void inline(int tasks, IntConsumer task) {
    int[] depth = DEPTH.get();
    depth[0]++;
    try {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
    } finally {
      depth[0]--;
    }
  }

  /** Waits awake, after a while letting others have the processor; true if it took too long. */
  private static boolean isLate(BooleanSupplier over) {
    long start = System.nanoTime();
    long waited = 0;
    while (!over.getAsBoolean()) {
      if (waited > SPIN_NANOS) {
        return true;
      }
      if (waited > ALONE_NANOS) {
        Thread.yield();
      } else {
        for (int i = 0; i < SPINS && !over.getAsBoolean(); i++) {
          Thread.onSpinWait();
        }
      }
      waited = System.nanoTime() - start;
    }
    return false;
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

  /** Numbered tasks; each is run by whichever thread comes to it, the caller one of them. */
  private static final class Job {

    private final int tasks;
    private final IntConsumer task;
    private final Thread caller;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;
    private final Throwable[] failures;
    private final boolean shielded = Interruption.isShielded();
    private volatile boolean parked;
    private volatile boolean interrupted;

    Job(int tasks, IntConsumer task, Thread caller) {
      this.tasks = tasks;
      this.task = task;
      this.caller = caller;
      this.left = new AtomicInteger(tasks);
      this.failures = new Throwable[tasks];
    }

    /** Runs tasks that nobody has begun until there are none. */
    void take() {
      int[] depth = DEPTH.get();
      depth[0]++;
      for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
        try {
          task.accept(i);
        } catch (Throwable e) {
          failures[i] = e;
        }
        if (left.decrementAndGet() == 0 && parked) {
          LockSupport.unpark(caller);
        }
      }
      depth[0]--;
    }

    void awaitEnd() {
      while (isLate(this::isOver)) {
        parked = true;
        if (!isOver()) {
          LockSupport.park(this);
        }
        parked = false;
        if (Thread.interrupted()) {
          interrupted = true;
        }
      }
      if (interrupted) {
        caller.interrupt();
      }
    }

    boolean isUnwanted() {
      return !shielded && (interrupted || caller.isInterrupted());
    }

    private boolean isOver() {
      return left.get() == 0;
    }

    void rethrow() {
      for (Throwable failure : failures) {
        if (failure instanceof RuntimeException e) {
          throw e;
        }
        if (failure instanceof Error e) {
          throw e;
        }
      }
    }
  }

  /** A thread that waits for jobs: awake for a while, as loops follow closely. */
  private static final class Worker extends Thread {

    private final AtomicReference<Job> given = new AtomicReference<>();
    private Job current;
    private volatile boolean parked;

    Worker(String name) {
      super(null, null, name, 0, false);
      setDaemon(true);
    }

    /** Hands over a job; one that was not begun is forgotten, as others have done it by now. */
    void give(Job job) {
      given.set(job);
      if (parked) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      while (true) {
        while (isLate(this::isNeeded)) {
          parked = true;
          if (!isNeeded()) {
            LockSupport.park(this);
          }
          parked = false;
        }
        Job job = given.getAndSet(null);
        if (job != null) {
          current = job;
          job.take();
          current = null;
        }
      }
    }

    boolean isWorkUnwanted() {
      return current != null && current.isUnwanted();
    }

    private boolean isNeeded() {
      return given.get() != null;
    }
  }
}
