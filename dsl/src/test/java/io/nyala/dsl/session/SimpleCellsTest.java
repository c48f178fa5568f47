package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells too small to be compiled mean what the compiled ones mean. */
class SimpleCellsTest {
  private static Session session;

  @BeforeAll
  static void start() {
    session = new Session();
    run("n = 7; big = 5000000000; half = 0.5d; text = 'abc'; numbers = [1, 2]; nothing = null");
    run("class Money { int cents; def plus(o) { new Money(cents: cents + o.cents) } }");
    run("m = new Money(cents: 3)");
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  private static Outcome run(String code) {
    return session.run(code, new Recorder());
  }

  private static Object value(String code) {
    Outcome outcome = run(code);
    assertInstanceOf(Outcome.Value.class, outcome, code + " gives " + outcome);
    return ((Outcome.Value) outcome).value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 1",
        "2 - 3 * 4",
        "(2 - 3) * 4",
        "2147483647 + 1",
        "2147483648 * 2",
        "1.5",
        "1.5 + 1",
        "2.5f * 2",
        "10g + 1",
        "n",
        "n * n - 1",
        "n + big",
        "half * n",
        "'abc'",
        "text",
        "text + 1",
        "text * 2",
        "numbers",
        "numbers + 3",
        "numbers * 2",
        "nothing",
        "True",
        "7 / 2",
        "7 % 4",
        "2 ** 10",
        "-n",
        "1 < 2",
      })
  void aSimpleCellMeansWhatTheCompiledOneDoes(String code) {
    Object compiled = value("__it = " + code + "; __it");
    Object simple = value(code);
    assertEquals(compiled, simple, code);
    if (compiled != null) {
      assertSame(compiled.getClass(), simple.getClass(), code);
    }
  }

  @Test
  void operatorsOfOnesOwnAreCalled() {
    assertEquals(6, value("(m + m).cents"));
    value("m + m");
    assertEquals(6, value("_.cents"));
  }

  @Test
  void errorsNameTheCellsLine() {
    for (String code : new String[] {"unheard_of", "n + unheard_of", "n + nothing"}) {
      Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, run(code), code);
      assertTrue(
          String.join("\n", failure.traceback()).contains(code), failure.traceback()::toString);
    }
  }

  @Test
  void aClassOfTheSameNameIsTheClass() {
    run("class Shade { }");
    assertInstanceOf(Class.class, value("Shade"));
  }

  @Test
  void whatIsStaticallyImportedIsFound() {
    try (Session other = new Session()) {
      other.run("import static java.lang.Math.PI as ratio", new Recorder());
      other.run("ratio = 1", new Recorder());
      Outcome outcome = other.run("ratio", new Recorder());
      assertEquals(Math.PI, ((Outcome.Value) outcome).value());
    }
  }

  @Test
  void timesARealRun() {
    Recorder recorder = new Recorder();
    assertInstanceOf(Outcome.Value.class, session.run("%timeit -n 3 -r 2 n + 1", recorder));
  }
}
