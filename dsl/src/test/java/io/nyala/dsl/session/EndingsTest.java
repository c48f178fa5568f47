package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a cell ends, its failure is clear and the session lives on. */
@Timeout(300)
class EndingsTest {
  private final Session session = new Session();
  private final Recorder recorder = new Recorder();

  @AfterEach
  void close() {
    session.close();
  }

  private Outcome.Failure failure(String code) {
    Outcome.Failure failure =
        assertInstanceOf(Outcome.Failure.class, session.run(code, recorder), code);
    assertEquals("2", ((Outcome.Value) session.run("1 + 1", recorder)).shown().plain());
    return failure;
  }

  private static String text(Outcome.Failure failure) {
    return String.join("\n", failure.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { }",
        "for (;;) { def x = 1 }",
        "sleep(60000)",
        "Thread.sleep(60000)",
        "def f() { f2() }\ndef f2() { while (true) { try { Thread.sleep(5) } catch (e) { } } }\nf()",
        "while (true) { try { Thread.sleep(5) } catch (Exception e) { } }",
        "new java.util.concurrent.CountDownLatch(1).await()",
        "new java.util.concurrent.LinkedBlockingQueue().take()",
        "(1..10).each { while (true) { it } }",
        "new ServerSocket(0).accept()",
        "java.util.concurrent.locks.LockSupport.parkNanos(60000000000L); while (true) { }",
        "class L { def go() { go2() }\n def go2() { while (true) { } } }\nnew L().go()"
      })
  void interruptEndsTheCell(String code) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    session.variables().put("begun", begun);
    CompletableFuture<Outcome> running =
        CompletableFuture.supplyAsync(() -> session.run("begun.countDown()\n" + code, recorder));
    begun.await();
    Thread.sleep(200);
    session.interrupt();
    Outcome outcome = running.get(60, TimeUnit.SECONDS);
    assertEquals("KeyboardInterrupt", assertInstanceOf(Outcome.Failure.class, outcome).name());
    assertEquals("2", ((Outcome.Value) session.run("1 + 1", recorder)).shown().plain());
  }

  @Test
  void aCellThatCatchesItsInterruptGoesOn() {
    session.variables().put("stop", (Runnable) session::interrupt);
    String cell =
        """
        %%python
        try:
            stop.run()
            while True:
                pass
        except KeyboardInterrupt:
            print('stopped')
        ones = tf.ones([2, 2])
        sum([float(tf.matmul(ones, ones)[0, 0]) for i in range(500)])""";
    Outcome outcome = session.run(cell, recorder);
    assertEquals(
        "1000.0",
        assertInstanceOf(Outcome.Value.class, outcome, outcome::toString).shown().plain());
    assertEquals("stopped\n", recorder.out.toString());
  }

  @Test
  void aCellThatSwallowsItsInterruptEndsAtItsNextTurn() {
    session.variables().put("stop", (Runnable) session::interrupt);
    String cell =
        "stop.run()\ntry { Thread.sleep(600000) } catch (InterruptedException e) { println 'once' }\n"
            + "while (true) { try { Thread.sleep(1) } catch (Exception e) { println 'again' } }";
    Outcome outcome = session.run(cell, recorder);
    assertEquals("KeyboardInterrupt", assertInstanceOf(Outcome.Failure.class, outcome).name());
    assertEquals("once\n", recorder.out.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          throw new IllegalStateException('outer', new RuntimeException('inner')) | RuntimeException: inner | was the direct cause of | IllegalStateException: outer
          %%python\\ntry:\\n    1 / 0\\nexcept ZeroDivisionError as e:\\n    raise ValueError('bad') from e | ZeroDivisionError: division by zero | was the direct cause of | ValueError: bad
          %%python\\ntry:\\n    {}['k']\\nexcept KeyError:\\n    raise ValueError('bad') | KeyError: 'k' | During handling of | ValueError: bad
          """)
  void whatLedToAnErrorIsShownBeforeIt(String code, String first, String between, String last) {
    Outcome outcome = session.run(code.replace("\\n", "\n"), recorder);
    Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, outcome);
    String trace = String.join("\n", failure.traceback()).replaceAll("\u001b\\[\\d+m", "");
    int at = trace.indexOf(first);
    assertTrue(at >= 0 && trace.indexOf(between, at) > at && trace.endsWith(last), trace);
  }

  @Test
  void aDisplayCanBeUpdatedByItsHandle() {
    session.run("h = display('first', display_id=True)\nh.update('second')", recorder);
    session.run("%%python\ng = display(1, display_id='here')\ng.update(2)\ng.display_id", recorder);
    String told = String.join("; ", recorder.messages);
    assertTrue(
        told.matches("display:'first'; update \\w+:'second'; display:1; update here:2"), told);
  }

  @Test
  void interruptWhenNothingRunsDoesNothing() {
    session.interrupt();
    assertEquals("2", ((Outcome.Value) session.run("1 + 1", recorder)).shown().plain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          throw new IllegalStateException('no')            | IllegalStateException | no
          throw new IllegalArgumentException('bad')        | ValueError            | bad
          def f(n) { 1 + f(n + 1) }; f(0)                  | StackOverflowError    | a function called itself too many times
          assert 1 == 2                                    | AssertionError        | assert 1 == 2
          System.exit(3)                                   | SystemExit            | 3
          exit()                                           | SystemExit            | 0
          throw new OutOfMemoryError('heap')               | OutOfMemoryError      | heap
          class Bad { static x = 1 / 0 }; Bad.x            | ArithmeticException   | Division by zero
          missing_name + 1                                 | NameError             | name 'missing_name' is not defined.
          valu = 1; value + 1                              | NameError             | name 'value' is not defined. Did you mean: 'valu'?
          [1, 2].noSuch()                                  | MissingMethodException| noSuch
          'abc'.noSuch                                     | AttributeError        | 'String' object has no attribute 'noSuch'
          x = 3; x(1)                                      | TypeError             | 'int' object is not callable
          a, b = [1, 2, 3]                                 | ValueError            | too many values to unpack (expected 2)
          a, b = [1]                                       | ValueError            | not enough values to unpack (expected 2, got 1)
          a, b = 3                                         | TypeError             | cannot unpack non-iterable int object
          int('abc')                                       | ValueError            | invalid literal for int() with base 10: 'abc'
          int(None)                                        | TypeError             | not 'NoneType'
          len(3)                                           | TypeError             | object of type 'int' has no len()
          print('a', sepp = '')                            | TypeError             | print() got an unexpected keyword argument 'sepp'. Did you mean: 'sep'?
          open('nowhere.txt')                              | FileNotFoundError     | [Errno 2] No such file or directory: 'nowhere.txt'
          open('../datasets/none.txt')                     | FileNotFoundError     | NYALA_DATASETS
          import pandas as pd                              | ModuleNotFoundError   | No module named 'pandas'
          'a.*b'.split('.*')                               | ValueError            | regular expression
          [1, 2].pop()                                     | TypeError             | removeLast()
          'abc'.find('b')                                  | TypeError             | indexOf
          sorted([3, 'a'])                                 | TypeError             | '<' not supported between instances of
          'a\\tb'.split('\\t')[2]                          | IndexError            | out of bounds
          """)
  void everyErrorIsAFailure(String code, String name, String message) {
    Outcome.Failure failure = failure(code);
    assertEquals(name, failure.name(), text(failure));
    assertTrue(failure.message().contains(message), failure.message());
    assertNotNull(failure.cause());
  }

  @Test
  void aTracebackShowsTheCellsAndNothingElse() {
    session.run("def inner(x) {\n  // why\n  throw new IllegalStateException('deep')\n}", recorder);
    Outcome.Failure failure = failure("y = 1\n[1].each {\n  inner(y)\n}\n");
    String text = text(failure);
    assertTrue(text.contains("Cell In [2], line 3"), text);
    assertTrue(text.contains("----> 3   inner(y)"), text);
    assertTrue(text.contains("Cell In [1], line 3, in inner"), text);
    assertTrue(text.endsWith("IllegalStateException: deep"), text);
    assertTrue(!text.contains("groovy") && !text.contains("io.nyala"), text);
    assertTrue(text.indexOf("In [2]") < text.indexOf("In [1]"), text);
  }

  @Test
  void aSyntaxErrorPointsAtItsPlace() {
    String text = text(failure("x = [1,\n 2]\ny = = 3"));
    assertTrue(text.contains("line 3\n    y = = 3\n        ^"), text);
  }

  @Test
  void outputOfThreadsAndStreamsKeepsItsOrder() {
    session.run(
        "println 'a'\nSystem.err.println('b')\ndisplay('c')\nprintln 'd'\n"
            + "t = Thread.start { println 'from thread' }\nt.join()\nupdate_display(5, display_id = 'i')\n"
            + "clear_output(True)\nx = input('name? ')\nprint(x, end = '!')",
        answering("Ada"));
    assertEquals(
        "[STDOUT:a\n, STDERR:b\n, display:'c', STDOUT:d\nfrom thread\n, update i:5, clear true,"
            + " ask:name? , STDOUT:Ada!]",
        recorder.messages.toString().replace("\n, STDOUT:", "\n"));
  }

  private Recorder answering(String answer) {
    recorder.answers.add(answer);
    return recorder;
  }

  @Test
  void manyPrintsAreGatheredAndNoneIsLost() {
    Outcome outcome = session.run("for (int i = 0; i < 200000; i++) { print(i) }", recorder);
    assertInstanceOf(Outcome.Value.class, outcome);
    assertEquals(200000, recorder.out.toString().lines().count());
    assertTrue(recorder.messages.size() < 2000, "messages: " + recorder.messages.size());
  }

  @Test
  void cellsLeaveNoClassesBehind() {
    for (int i = 0; i < 60; i++) {
      cells(i);
    }
    long before = loaded();
    for (int i = 60; i < 240; i++) {
      cells(i);
    }
    long after = loaded();
    assertTrue(after <= before * 1.01, before + " classes, then " + after);
  }

  private void cells(int i) {
    String code =
        i % 3 == 0
            ? "class Kept { int v = " + i + "; def w() { v + x } }\nx = new Kept().w()"
            : "def f(n) { n + 1 }\nx = [1, 2].collect { f(it) }.sum()";
    assertInstanceOf(Outcome.Value.class, session.run("x = 1\n" + code, recorder));
  }

  /** Classes loaded once softly held ones, which Groovy keeps while there is room, are let go. */
  private static long loaded() {
    List<long[]> hog = new ArrayList<>();
    try {
      while (true) {
        hog.add(new long[8 << 20]);
      }
    } catch (OutOfMemoryError full) {
      hog.clear();
    }
    System.gc();
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }
}
