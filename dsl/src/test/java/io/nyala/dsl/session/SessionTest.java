package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
  private final Session session = new Session();
  private final Recorder recorder = new Recorder();

  @AfterEach
  void close() {
    session.close();
  }

  private String shown(String code) {
    Outcome outcome = session.run(code, recorder);
    if (outcome instanceof Outcome.Failure failure) {
      throw new AssertionError(String.join("\n", failure.traceback()), failure.cause());
    }
    Outcome.Value value = assertInstanceOf(Outcome.Value.class, outcome);
    return value.shown() == null ? null : value.shown().plain();
  }

  private Outcome.Failure failure(String code) {
    return assertInstanceOf(Outcome.Failure.class, session.run(code, recorder));
  }

  @Test
  void theLastExpressionIsTheValue() {
    assertEquals("2", shown("1 + 1"));
    assertEquals("'a'", shown("x = 1\n'a'"));
    assertNull(shown("x = 1"));
    assertNull(shown("def y = 1"));
    assertNull(shown("if (x == 1) { z = 3 }"));
    assertEquals("3", shown("if (x == 1) { z } else { 4 }"));
    assertNull(shown("for (i in 1..3) { i }"));
    assertEquals("[1, 2]", shown("[1, 2];"));
  }

  @Test
  void whatACellDefinesIsThereInTheNext() {
    shown(
        "x = 1; def y = 2; int z = 3; def f(n) { n + x }; class A { int v = 7; def w() { f(v) } }");
    assertEquals("6", shown("x + y + z"));
    assertEquals("8", shown("f(7)"));
    assertEquals("8", shown("new A().w()"));
    shown("import java.util.regex.Pattern");
    assertEquals("'a+'", shown("Pattern.compile('a+').pattern()"));
    shown("def f(n) { n * 100 }");
    assertEquals("700", shown("new A().w()"));
  }

  @Test
  void functionsOfDifferentCellsCallEachOther() {
    shown("def isEven(n) { n == 0 ? True : isOdd(n - 1) }");
    shown("def isOdd(n) { n == 0 ? False : isEven(n - 1) }");
    assertEquals("True", shown("isEven(100)"));
    shown("def fib(n) { n < 2 ? n : fib(n - 1) + fib(n - 2) }");
    assertEquals("6765", shown("fib(20)"));
  }

  @Test
  void namedArgumentsByEquals() {
    shown("def f(Map named, a, b = 5) { [named, a, b] }");
    assertEquals("[{'x': 1}, 2, 5]", shown("f(2, x = 1)"));
    assertEquals("[{'x': 1, 'y': [3]}, 2, 4]", shown("f(x = 1,\n 2, 4,\n y = [3],\n)"));
    assertEquals("[{'x': 1}, 2, 5]", shown("f(2, x: 1)"));
  }

  @Test
  void printsGoToTheFrontEnd() {
    shown("print('a', 1, True, None, [1, 'b'])\nprintln 'x'\nSystem.err.println('e')");
    assertEquals("a 1 True None [1, 'b']\nx\n", recorder.out.toString());
    assertEquals("e\n", recorder.err.toString());
  }

  @Test
  void errorsCarryTheCellsLine() {
    Outcome.Failure failure = failure("x = 1\n\ny = undefined_name\n");
    assertEquals("NameError", failure.name());
    assertEquals(true, String.join("\n", failure.traceback()).contains("line 3"));
    assertEquals("2", shown("1 + 1"));
  }

  @Test
  void aFunctionsTextIsKnownAfterThousandsOfCells() {
    session.run("def divide(x) {\n  1.intdiv(x)\n}", recorder);
    for (int i = 0; i < 2_500; i++) {
      session.run("1", recorder);
    }
    String trace = String.join("\n", failure("divide(0)").traceback());
    assertTrue(trace.contains("1.intdiv(x)"), trace);
  }

  @Test
  void anAssertionsMessageShowsWhatWasWritten() {
    Outcome.Failure failure = failure("x = 1\nassert x == 2 : 'not two'");
    assertEquals("AssertionError", failure.name());
    assertEquals("not two. Expression: (x == 2)", failure.message());
  }
}
