package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.dsl.names.Namespace;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cells mean, what they refuse and where, and that Groovy stays Groovy. */
class LanguageTest {
  private static Session session;

  @BeforeAll
  static void start() {
    session = new Session();
    session.modules().register("fake", () -> fake("fake"));
    session.modules().register("fake.deep", () -> fake("fake.deep"));
  }

  private static Namespace fake(String name) {
    Namespace module = new Namespace(name);
    module.function("Dense", (positional, named) -> List.of("Dense", positional, named));
    module.define("pi", 3);
    module
        .nested("layers")
        .nested("experimental")
        .function("LSTM", (p, n) -> List.of("LSTM", p, n));
    return module;
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  static List<Arguments> meanings() {
    return List.of(
        Arguments.of("x = (10,)\nx", "(10,)"),
        Arguments.of("(None, 64)", "(None, 64)"),
        Arguments.of("t = (1, 'a'); t[1]", "'a'"),
        Arguments.of("()==()", "True"),
        Arguments.of("[(1, 2), (3,)]", "[(1, 2), (3,)]"),
        Arguments.of("[1, 2, 3,]", "[1, 2, 3]"),
        Arguments.of("x = [1, 2, 3, 4]\nx[1:]", "[2, 3, 4]"),
        Arguments.of("x = [1, 2, 3, 4]\nx[::2]", "[1, 3]"),
        Arguments.of("x = [1, 2, 3, 4]\nx[::-1]", "[4, 3, 2, 1]"),
        Arguments.of("x = [1, 2, 3, 4]\nx[1:3]", "[2, 3]"),
        Arguments.of("x = [1, 2, 3, 4]\nn = 1\nx[n:n + 2]", "[2, 3]"),
        Arguments.of("x = [1, 2, 3, 4]\nx[-2:]", "[3, 4]"),
        Arguments.of("x = [1, 2, 3, 4]\nx[:-1]", "[1, 2, 3]"),
        Arguments.of("x = [1, 2, 3, 4]\nx[-1]", "4"),
        Arguments.of("'hello'[1:3]", "'el'"),
        Arguments.of("'hello'[::-1]", "'olleh'"),
        Arguments.of("(1, 2, 3)[1:]", "(2, 3)"),
        Arguments.of("x = [1, 2, 3]\nx[True ? 0 : 1]", "1"),
        Arguments.of("x = [1, 2, 3, 4]; x[:2] = [9]; x", "[9, 3, 4]"),
        Arguments.of(
            "class Grid { def getAt(i) { i } }\ng = new Grid()\ng[:, 0, :]",
            "(slice(None, None, None), 0, slice(None, None, None))"),
        Arguments.of("g[..., 0]", "(Ellipsis, 0)"),
        Arguments.of("g[1:2, ::3]", "(slice(1, 2, None), slice(None, None, 3))"),
        Arguments.of("g[:, None]", "(slice(None, None, None), None)"),
        Arguments.of("\"${[1, 2, 3][1:]} ${(1,)}\"", "'[2, 3] [1]'"),
        Arguments.of("a, b = 1, 2\n[a, b]", "[1, 2]"),
        Arguments.of("a, b = 1, 2\na, b = b, a\n[a, b]", "[2, 1]"),
        Arguments.of("def f() { return 1, [2] }\na, [b] = f()\n[a, b]", "[1, 2]"),
        Arguments.of("(a, b), c = (1, 2), 3\n[a, b, c]", "[1, 2, 3]"),
        Arguments.of("m = [:]\nm.p, m['q'] = 1, 2\nm", "{'p': 1, 'q': 2}"),
        Arguments.of("x = 1, 2\nx", "(1, 2)"),
        Arguments.of("x = []\nfor (a, b in [[1, 2], [3, 4]]) {\n  x.add(a * b)\n}\nx", "[2, 12]"),
        Arguments.of("x = []\nfor (i, (a, b) in [[0, [1, 2]]]) { x << i + a + b }\nx", "[3]"),
        Arguments.of("x = 1 # one\n# two\nx # 'three'", "1"),
        Arguments.of("'a # b' # c", "'a # b'"),
        Arguments.of(
            "import fake as k\nk.Dense(1, activation = 'sigmoid')",
            "['Dense', [1], {'activation': 'sigmoid'}]"),
        Arguments.of(
            "import fake as k\nk.Dense(1, activation: 'sigmoid')",
            "['Dense', [1], {'activation': 'sigmoid'}]"),
        Arguments.of(
            "import fake as k\nk.Dense(\n  units = 1,\n  # why\n  name = 'd',  \n)",
            "['Dense', [], {'units': 1, 'name': 'd'}]"),
        Arguments.of("import fake as k\nk.Dense([a: 1])", "['Dense', [{'a': 1}], {}]"),
        Arguments.of("import fake as k\nk.Dense([a: 1], 2)", "['Dense', [{'a': 1}, 2], {}]"),
        Arguments.of("import fake as k\nk.Dense([a: 1], b = 2)", "['Dense', [{'a': 1}], {'b': 2}]"),
        Arguments.of(
            "import fake as k\nk.Dense(k.Dense(x = 1), y = 2)",
            "['Dense', [['Dense', [], {'x': 1}]], {'y': 2}]"),
        Arguments.of("from fake import Dense\nDense(3)", "['Dense', [3], {}]"),
        Arguments.of("from fake import (\n  Dense as D,\n  pi,\n)\nD(pi)", "['Dense', [3], {}]"),
        Arguments.of(
            "from fake.layers.experimental import LSTM\nLSTM(1, a = 2)", "['LSTM', [1], {'a': 2}]"),
        Arguments.of("import fake\nfake.layers.experimental.LSTM(1)", "['LSTM', [1], {}]"),
        Arguments.of("import fake.deep\nfake.pi", "3"),
        Arguments.of("from fake import *\npi", "3"),
        Arguments.of("[True, False, None]", "[True, False, None]"),
        Arguments.of("1. + .5", "1.5"),
        Arguments.of("[1., 2.]", "[1.0, 2.0]"),
        Arguments.of("int('3') + 1", "4"),
        Arguments.of("list(map(int, ['1', '2']))", "[1, 2]"),
        Arguments.of("list(map(str, [1, 2]))", "['1', '2']"),
        Arguments.of("float('2')", "2.0"),
        Arguments.of("layer = { x -> x * 2 }\nlayer(4)", "8"),
        Arguments.of("class Layer { def call(x) { x * 3 } }\nl = new Layer()\nl(4)", "12"),
        Arguments.of(
            "class Layer2 { def call(Map kw, x) { [x, kw] } }\nl = new Layer2()\nl(4, training = True)",
            "[4, {'training': True}]"),
        Arguments.of(
            "class M { def inner = { x -> x + 1 }\n def call(x) { this.inner(x) + inner(x) } }\nnew M()(1)",
            "4"),
        Arguments.of("def g(l, x) { l(x) }\ng(new Layer(), 5)", "15"),
        Arguments.of("Layer()(2)", "6"),
        Arguments.of("layers = [new Layer()]\nlayers[0](2)", "6"),
        Arguments.of("class K { def v() { len([1, 2]) } }\nnew K().v()", "2"),
        Arguments.of("[1, 2].collect { len([it]) }", "[1, 1]"),
        Arguments.of("x = 3\n[1].each { x = x + it }\nx", "4"));
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void means(String code, String expected) {
    Outcome outcome = session.run(code, new Recorder());
    if (outcome instanceof Outcome.Failure failure) {
      throw new AssertionError(String.join("\n", failure.traceback()), failure.cause());
    }
    assertEquals(expected, ((Outcome.Value) outcome).shown().plain());
  }

  static List<Arguments> refusals() {
    return List.of(
        Arguments.of("x = 7 // 2", 1, 7, "7.intdiv(2)"),
        Arguments.of("n = 3\ny = (n + 1) // n", 2, 13, "(n + 1).intdiv(n)"),
        Arguments.of("n = 3\nprint(n // 2)", 2, 9, "n.intdiv(2)"),
        Arguments.of("n = 3\nn //= 2", 2, 3, "n = n.intdiv(2)"),
        Arguments.of("a = 1; b = 2\nx = a and not b", 2, 7, "a && !b"),
        Arguments.of("a = 1\nx = a or b", 2, 7, "a || b"),
        Arguments.of("y = not x", 1, 5, "!x"),
        Arguments.of("x = 3\nif (x is None) { 1 }", 2, 7, "x == None"),
        Arguments.of("y = x is not None", 1, 7, "x != None"),
        Arguments.of("y = 'a' not in x", 1, 9, "'a' !in x"),
        Arguments.of("f = lambda x: x + 1", 1, 5, "{ x -> x + 1 }"),
        Arguments.of("xs.sort(key=lambda p: p[1])", 1, 13, "{ p -> p[1] }"),
        Arguments.of("print(f'{x} and {y}')", 1, 7, "\"${x} and ${y}\""),
        Arguments.of("r'\\d+'", 1, 1, "/\\d+/"),
        Arguments.of("x = 1 if y else 2", 1, 7, "y ? 1 : 2"),
        Arguments.of("print('a' if x else 'b')", 1, 11, "x ? 'a' : 'b'"),
        Arguments.of(
            "[f(x) for x in xs if x > 1]", 1, 7, "xs.findAll { x -> x > 1 }.collect { x -> f(x) }"),
        Arguments.of(
            "{k: v for k, v in d.items()}", 1, 7, "d.items().collectEntries { k, v -> [k, v] }"),
        Arguments.of("for i in range(10):\n    print(i)", 1, 19, "for (i in range(10)) {"),
        Arguments.of("for a, b in zip(x, y):\n    pass", 1, 22, "for (a, b in zip(x, y)) {"),
        Arguments.of("if x > 3 and y:\n  y = 1", 1, 15, "if (x > 3 && y) {"),
        Arguments.of("if (x > 3):\n  y = 1", 1, 11, "if (x > 3) {"),
        Arguments.of("while True:\n  y = 1", 1, 11, "while (True) {"),
        Arguments.of("if (x) { 1 }\nelif (y) { 2 }", 2, 1, "} else if (y) {"),
        Arguments.of("try:\n  x", 1, 4, "try {"),
        Arguments.of("def f(x, y=2):\n  return x", 1, 14, "def f(x, y=2) {"),
        Arguments.of("class A(keras.Model):\n  x", 1, 8, "class A extends keras.Model {"),
        Arguments.of("with open('x') as f:\n  y", 1, 1, "open('x').withCloseable { f -> … }"),
        Arguments.of("x = {'a': 1, 'b': 2}", 1, 5, "['a': 1, 'b': 2]"),
        Arguments.of("f({'a': 1})", 1, 3, "['a': 1]"),
        Arguments.of("x = {}", 1, 5, "[:]"),
        Arguments.of("x = {1, 2}", 1, 5, "[1, 2] as Set"),
        Arguments.of("x = 1\npass", 2, 1, "{ }"),
        Arguments.of("del x[0]", 1, 1, "x.remove(0)"),
        Arguments.of("raise ValueError('x')", 1, 1, "throw new ValueError('x')"),
        Arguments.of("def f() {\n  global x\n}", 2, 3, "x = …"),
        Arguments.of("f(**kwargs)", 1, 3, "*: kwargs"),
        Arguments.of("y = a @ b", 1, 7, "tf.matmul(a, b)"),
        Arguments.of("@tf.function\ndef f(x) { x }", 1, 1, "leave out '@tf.function'"),
        Arguments.of("x = 'a' 'b'", 1, 9, "'a' + 'b'"),
        Arguments.of("x: int = 3", 1, 2, "int x = 3"),
        Arguments.of("x = 2\ny = 0 < x < 10", 2, 5, "0 < x && x < 10"),
        Arguments.of("print((y := 3))", 1, 10, "y = …"),
        Arguments.of("a, *b = [1, 2]", 1, 4, "b = xs[1..-1]"),
        Arguments.of("\"${a and b}\"", 1, 6, "a && b"),
        Arguments.of("x = [1, 2\ny = 3", 1, 5, "never closed"),
        Arguments.of("x = 'abc\ny = 3", 1, 5, "never closed"),
        Arguments.of("x = 1\n\n   y = = 3", 3, 8, ""));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(String code, int line, int column, String advice) {
    Outcome outcome = session.run(code, new Recorder());
    Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, outcome);
    assertEquals("SyntaxError", failure.name(), failure.message());
    io.nyala.dsl.lang.CellSyntaxError error =
        assertInstanceOf(io.nyala.dsl.lang.CellSyntaxError.class, failure.cause());
    assertTrue(error.getMessage().contains(advice), error.getMessage());
    assertEquals(line + ":" + column, error.line() + ":" + error.column(), error.getMessage());
  }
}
