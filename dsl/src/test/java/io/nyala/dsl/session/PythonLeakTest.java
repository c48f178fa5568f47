package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells of two languages by turns leave no classes behind, in a JVM as the launcher starts it. */
class PythonLeakTest {
  private static final int WARM = 60;
  private static final int CELLS = 360;

  private static void run(Session session, int from, int to) {
    for (int i = from; i < to; i++) {
      String cell =
          i % 2 == 0
              ? "%%python\ndef f(x):\n    return x + " + i + "\nn = [f(k) for k in range(3)][-1]"
              : "%%groovy\ndef g(x) { x + " + i + " }\nm = [1, 2].collect { g(it) }.sum() + n";
      if (session.run(cell, new Recorder()) instanceof Outcome.Failure failure) {
        throw new IllegalStateException(cell + "\n" + failure);
      }
    }
  }

  /** Collects until the number of classes no longer falls. */
  private static int classes() throws InterruptedException {
    int before = Integer.MAX_VALUE;
    int now = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    while (now < before) {
      before = now;
      collect();
      now = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
    return Math.min(now, before);
  }

  /** Collects; returns when what was found unreachable has been told to those who wait for it. */
  private static void collect() throws InterruptedException {
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    PhantomReference<Object> witness = new PhantomReference<>(new Object(), collected);
    System.gc();
    while (collected.remove() != witness) {
      System.gc();
    }
  }

  /** Prints how many classes stay after cells that take turns. */
  public static void main(String[] args) throws InterruptedException {
    try (Session session = new Session()) {
      run(session, 0, WARM);
      int before = classes();
      run(session, WARM, CELLS);
      System.out.println(classes() - before);
    }
  }

  @Test
  void switchingLanguagesLeavesNoClasses() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--add-modules",
                    "jdk.incubator.vector",
                    "-XX:+UseSerialGC",
                    "-XX:SoftRefLRUPolicyMSPerMB=0",
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    PythonLeakTest.class.getName()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    int more = Integer.parseInt(said.strip());
    assertTrue(more < CELLS / 5, more + " classes stay after " + (CELLS - WARM) + " cells");
  }
}
