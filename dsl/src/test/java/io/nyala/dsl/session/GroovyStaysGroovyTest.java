package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Idiomatic Groovy gives in a cell the very value it gives in Groovy's own shell. */
class GroovyStaysGroovyTest {
  private static Session session;

  @BeforeAll
  static void start() {
    session = new Session();
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2, 3].collect { it * 2 }",
        "[1, 2, 3].findAll { it > 1 }.sum()",
        "(1..5).inject(0) { acc, n -> acc + n }",
        "def (a, b) = [1, 2]; a + b",
        "def (a, b, c) = [1, 2]; c == null",
        "int a = 3, b = 4; a * b",
        "def m = [a: 1, 'b c': 2, (3): 4]; m.collect { k, v -> \"$k=$v\".toString() }",
        "def m = [:]; m.x = 5; m['y'] = 6; m",
        "def x = 7; x % 2 == 0 ? 'even' : 'odd'",
        "def x = null; x ?: 'elvis'",
        "def x = null; x?.length()",
        "'abc'[0..1] + 'abc'[-1]",
        "[1, 2, 3, 4][1..2]",
        "[1, 2, 3, 4][0, 2]",
        "[1, 2, 3, 4][-2..-1]",
        "\"1 + 1 = ${1 + 1} and ${[1, 2].collect { it + 1 }}\".toString()",
        "'''multi\nline'''.readLines().size()",
        "def s = /a\\d+/; 'a12' ==~ s",
        "('a1b2' =~ /\\d/).collect { it }",
        "$/dollar $$ slashy / here/$.toString()",
        "def f = { int x, int y = 2 -> x * y }; f(3)",
        "def f = { a, b = a + 1 -> [a, b] }; f(1)",
        "def f = { it + 1 } >> { it * 2 }; f(3)",
        "def compose = { f, g -> { x -> f(g(x)) } }; compose({ it + 1 }, { it * 2 })(5)",
        "int fact(int n) { n <= 1 ? 1 : n * fact(n - 1) }; fact(6)",
        "def fib; fib = { n -> n < 2 ? n : fib(n - 1) + fib(n - 2) }; fib(10)",
        "def f(a, b = 2, ... rest) { [a, b, rest as List] }; f(1, 5, 6, 7)",
        "def f(Map opts = [:], x) { [opts, x] }; f(3, k: 1)",
        "def f(Map opts = [:], x) { opts.size() + x }; f 3, k: 1, j: 2",
        "class P { String name; int age }; def p = new P(name: 'x', age: 3); \"${p.name} ${p.age}\".toString()",
        "class Q { def x = 1; def plus(Q o) { new Q(x: x + o.x) } }; (new Q() + new Q()).x",
        "class R1 { static int n = 0; static bump() { ++n } }; R1.bump(); R1.bump()",
        "enum Colour { RED, GREEN; def next() { values()[(ordinal() + 1) % 2] } }; Colour.RED.next().toString()",
        "enum Op { ADD('+'), SUB('-'); final String s; Op(String s) { this.s = s } }; Op.SUB.s",
        "interface Shape { double area() }; class Sq implements Shape { double s; double area() { s * s } }; new Sq(s: 3).area()",
        "record Point(int x, int y) { int sum() { x + y } }; new Point(1, 2).sum()",
        "trait Named { String hi() { \"hi ${name}\" } }; class T implements Named { String name = 't' }; new T().hi().toString()",
        "@groovy.transform.Canonical class C1 { int a; String b }; new C1(1, 'x').toString()",
        "@groovy.transform.Immutable(copyWith = true) class I1 { int a; int b }; def i = new I1(a: 1, b: 2).copyWith(a: 5); [i.a, i.b]",
        "@groovy.transform.CompileStatic int twice(int n) { return n * 2 }; twice(4)",
        "abstract class A1 { abstract go(); def twice() { go() * 2 } }; new A1() { def go() { 21 } }.twice()",
        "def r = new Runnable() { int n = 0; void run() { n++ } }; r.run(); r.n",
        "switch (3) { case 1: 'one'; break; case 2..4: 'few'; break; default: 'many' }",
        "def x = 'abc'; switch (x) { case String: return 'str'; case Number: return 'num' }",
        "def r = switch (2) { case 1 -> 'a'; case 2 -> 'b'; default -> 'c' }; r",
        "def out = []; for (int i = 0, j = 10; i < 3; i++, j--) { out << i * j }; out",
        "def out = []; for (x in ['a', 'b']) out << x; out",
        "def out = []; for (e in [a: 1, b: 2]) { out << e.key + e.value }; out",
        "def out = []; outer: for (i in 0..3) { for (j in 0..3) { if (j == 2) continue outer; if (i == 2) break outer; out << [i, j] } }; out",
        "int i = 0; while (i < 5) { i += 2 }; i",
        "int i = 0; do { i++ } while (i < 3); i",
        "try { throw new IllegalStateException('x') } catch (IllegalStateException | IOException e) { e.message } finally { }",
        "try { 1 / 0 } catch (e) { e.class.simpleName }",
        "def s = new StringBuilder(); s << 'a' << 1; s.toString()",
        "['b', 'a'].sort().join(',')",
        "[3, 1, 2].sort { a, b -> b <=> a }",
        "['x', 'yy'].collectEntries { [it, it.size()] }",
        "[[1, 2], [3]].collectMany { it }*.plus(1)",
        "['a', 'b'].withIndex().collect { s, i -> s * (i + 1) }",
        "[1, 2, 3, 4].groupBy { it % 2 }",
        "def list = [1, 2]; list += 3; list << 4; list - 2",
        "[1, 2, *[3, 4]]",
        "def f(a, b, c) { a + b + c }; f(*[1, 2, 3])",
        "[*: [a: 1], b: 2]",
        "1_000_000 + 0xFF + 0b11 + 017",
        "2 ** 10 + 7.5e1 + 1.5f + 10L + 3G",
        "5 <=> 3",
        "[1, 2] == [1, 2] && !([1] == [2])",
        "2 in [1, 2] && 3 !in [1, 2]",
        "'x' instanceof String && 'x' !instanceof Integer",
        "(Integer) '5'.toInteger()",
        "('5' as int) + 1",
        "(List<Integer>) [1, 2]",
        "(Map<String, Integer>) [a: 1]",
        "List<Map<String, Integer>> xs = [[a: 1]]; xs[0].a",
        "def x = 5 // the number of things we have in here\nx",
        "def x = 5 /* five */ + 1 // six\nx",
        "def total = 10 // total\ntotal",
        "def t = [1, 2, 3]; def (h, k) = [t.head(), t.tail()]; [h, k]",
        "java.util.function.Function<Integer, Integer> inc = x -> x + 1; inc.apply(2)",
        "def add = (a, b) -> a + b; add(1, 2)",
        "['a', 'b'].stream().map(String::toUpperCase).toList()",
        "def m = 'abc'.&length; m()",
        "with = 3; with + 1",
        "def map = [a: [b: [c: 1]]]; map?.a?.b?.c",
        "assert 1 + 1 == 2 : 'maths'; 'ok'",
        "def date = new Date(0L); date.time",
        "import java.time.Duration\nDuration.ofSeconds(90).toMinutes()",
        "import static java.lang.Math.max\nmax(3, 4)",
        "import java.util.concurrent.atomic.AtomicInteger as AI\nnew AI(3).incrementAndGet()",
        "def c = { -> delegate.size() }; c.delegate = [1, 2]; c.resolveStrategy = Closure.DELEGATE_ONLY; c()",
        "'a,b,c'.split(',').toList()",
        "'a1b22c'.split(/\\d+/).toList()",
        "'a.b'.split('\\\\.').toList()",
        "'k=v=w'.split('=', 2).toList()",
        "'  x '.trim() + 'y'.padLeft(3, '0')",
        "String.format('%05.1f|%s', 3.14159d, 'x')",
        "String.join('-', ['a', 'b'])",
        "'hello world'.tokenize().collect { it.capitalize() }.join(' ')",
        "def sb = ''; 3.times { sb += it }; sb",
        "1.upto(3) { }; 'done'",
        "[a: 1].each { k, v -> assert v == 1 }; 'ok'",
        "def x = 10; x -= 3; x *= 2; x++; x",
        "def a = [1, 2, 3] as int[]; a.length + a[0]",
        "int[][] g = new int[2][3]; g[1][2] = 5; g[1].sum()",
        "new int[]{1, 2, 3}.sum()",
        "Math.with { max(1, 2) }",
        "'abc'.each { c -> c }.size()",
        "def x; x = y = 4; x + y",
        "def res = [1, 2, 3].with { it.size() }; res"
      })
  void sameValue(String code) {
    Object expected = new GroovyShell(new Binding()).evaluate(code);
    Outcome outcome = session.run(code, new Recorder());
    if (outcome instanceof Outcome.Failure failure) {
      throw new AssertionError(String.join("\n", failure.traceback()), failure.cause());
    }
    Object value = ((Outcome.Value) outcome).value();
    assertEquals(type(expected), type(value));
    assertEquals(String.valueOf(expected), String.valueOf(value));
    session.reset();
  }

  private static String type(Object value) {
    return value == null ? "null" : value.getClass().getSimpleName();
  }
}
