package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.nyala.dsl.names.Modules;
import io.nyala.dsl.python.convert.GroovyCell;
import io.nyala.dsl.python.convert.Kinds;
import io.nyala.keras.datasets.SentimentSentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python cells made into Groovy ones. */
class PythonConversionTest {
  @TempDir static Path folder;

  private static final String SWAPS =
      """
      def pairs(a):
          rest = []
          x, y = a
          for i, v in enumerate(a):
              if v == x:
                  first = i
              rest.append((i, v))
          return first, y, [i for i, v in enumerate(rest)]
      pairs((4, 5))
      """;

  private static String groovy(String python) {
    return GroovyCell.of(python, Modules.standard()::knows, Kinds.of(List.of(python)));
  }

  @Test
  void blocksGetBracesAndCommentsStay() {
    assertEquals(
        """
        // counts words
        def count(text, least = 2) {  // a function
            def n = 0
            for (word in text.split(' ', -1).toList()) {
                // long ones only
                if ((len(word) >= least) && (word != null)) {
                    n += 1  // one more
                } else if (word == 'a') {
                    // nothing to do
                } else {
                    n = n
                }
            }
            return n
        }

        %time count('a bc')
        squares = range(4).findAll { i -> i > 1 }.collect { i -> i ** 2 }
        print("${len(squares)} squares", [a: 1, ('b c'): 2], (7 > 2) ? 'yes' : 'no')""",
        groovy(
            """
            # counts words
            def count(text, least=2):  # a function
                n = 0
                for word in text.split(' '):
                    # long ones only
                    if len(word) >= least and word is not None:
                        n += 1  # one more
                    elif word == 'a':
                        pass
                    else:
                        n = n
                return n

            %time count('a bc')
            squares = [i ** 2 for i in range(4) if i > 1]
            print(f"{len(squares)} squares", {'a': 1, 'b c': 2}, 'yes' if 7 > 2 else 'no')
            """));
  }

  @Test
  void severalNamesAreBoundAtOnce() {
    assertEquals(
        """
        def pairs(a) {
            def first
            def rest = []
            def (x, y) = a
            for (each in enumerate(a)) {
                def (i, v) = each
                if (v == x) {
                    first = i
                }
                rest.append((i, v))
            }
            return (first, y, enumerate(rest).collect { i, v -> i })
        }
        (p, q, r) = pairs((4, 5))""",
        groovy(
            """
            def pairs(a):
                rest = []
                x, y = a
                for i, v in enumerate(a):
                    if v == x:
                        first = i
                    rest.append((i, v))
                return first, y, [i for i, v in enumerate(rest)]
            p, q, r = pairs((4, 5))
            """));
    assertEquals(List.of("(0, 5, [0, 1])"), shown(List.of(SWAPS), "python"));
    assertEquals(List.of("(0, 5, [0, 1])"), shown(List.of(groovy(SWAPS)), "groovy"));
  }

  @Test
  void whatGroovyDoesNotHaveStaysPython() {
    for (String cell :
        List.of(
            "class A:\n    pass",
            "import os\nos.getcwd()",
            "with open('f') as f:\n    print(f.read())",
            "x = a % 3",
            "1 < x < 3")) {
      assertEquals("%%python\n" + cell, groovy(cell));
    }
  }

  private static List<String> shown(List<String> cells, String language) {
    List<String> all = new ArrayList<>();
    try (Session session = new Session()) {
      session.setLanguage(language);
      session.run("keras.utils.set_random_seed(7)", new Recorder());
      for (String cell : cells) {
        Outcome outcome = session.run(cell, new Recorder());
        assertFalse(outcome instanceof Outcome.Failure, () -> cell + "\n" + outcome);
        Outcome.Value value = (Outcome.Value) outcome;
        String text = value.shown() == null ? "" : value.shown().plain();
        all.add(text.replaceAll("0x[0-9a-f]+|@[0-9a-f]+", ""));
      }
    }
    return all;
  }

  @Test
  void theCourseGivesTheSameInBothLanguages() throws IOException {
    // A copy of its own: a stand-in for the data set would outlive this test's folder.
    try (var in = SentimentSentences.class.getResourceAsStream("small-sentiment.txt")) {
      Files.copy(in, folder.resolve("small.txt"));
    }
    List<String> python = new ArrayList<>();
    try (var in = PythonConversionTest.class.getResourceAsStream("/python/course.py")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String file = folder.resolve("small.txt").toString().replace("\\", "/");
      for (String cell :
          all.replaceAll("epochs ?= ?10", "epochs=1")
              .replace("../datasets/sentiment.txt", file)
              .split("\n# %%\n")) {
        python.add(cell);
      }
    }
    List<String> groovy = python.stream().map(PythonConversionTest::groovy).toList();
    groovy.forEach(cell -> assertFalse(cell.startsWith("%%python"), cell));
    assertEquals(shown(python, "python"), shown(groovy, "groovy"));
  }

  @Test
  void numbersStayWhatPythonMakesOfThem() {
    assertEquals("x = 0.1d + 0.2d", groovy("x = 0.1 + 0.2"));
    assertEquals("7 / 2d", groovy("7 / 2"));
    assertEquals(
        "n = len('ab')\ntotal = 3\ntotal / (n as double)",
        groovy("n = len('ab')\ntotal = 3\ntotal / n"));
    assertEquals("layers.Dropout(0.5)", groovy("layers.Dropout(0.5)"));
    assertEquals("m.fit(x, validation_split=0.2)", groovy("m.fit(x, validation_split=0.2)"));
    assertEquals("i = 5\nMath.floorMod(i, 3)", groovy("i = 5\ni % 3"));
    for (String unknown : List.of("a / b", "a % b", "2147483647 + 1", "True + 1", "t + (1,)")) {
      assertEquals("%%python\n" + unknown, groovy(unknown));
    }
  }

  @Test
  void valuesStayWhatPythonMakesOfThem() {
    assertEquals("(a, b)", groovy("a, b"));
    assertEquals(
        "def f(a) {\n    return a.collect { a0 -> a0 + 1 }\n}",
        groovy("def f(a):\n    return [a + 1 for a in a]"));
    assertEquals("a ?: 'none'", groovy("a or 'none'"));
    assertEquals("if (a && b) {\n    f()\n}", groovy("if a and b:\n    f()"));
    assertEquals("d.getOrDefault('k', 0)", groovy("d.get('k', 0)"));
    assertEquals("w = s.tokenize()", groovy("w = s.split()"));
    assertEquals("w = s.split(', ', -1).toList()", groovy("w = s.split(', ')"));
    assertEquals("w.removeLast()", groovy("w.pop()"));
    assertEquals("tf.strings.split(s)", groovy("tf.strings.split(s)"));
    assertEquals(
        "d = [a: 1]\nfor (k in d.keySet()) {\n    f(k)\n}",
        groovy("d = {'a': 1}\nfor k in d:\n    f(k)"));
    for (String unknown :
        List.of(
            "a and b",
            "w.reverse()",
            "dict.copy(d)",
            "w.remove(1)",
            "[1] < [2]",
            "def f(x, y=2):\n    return x\nf(1, y=3)")) {
      assertEquals("%%python\n" + unknown, groovy(unknown));
    }
  }
}
