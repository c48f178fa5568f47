package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session whose cells are in Python: help at the keyboard, and cells of the other language. */
class PythonSessionTest {
  private Session session;

  @BeforeEach
  void open() {
    session = new Session();
    session.setLanguage("python");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private String shown(String code) {
    Outcome outcome = session.run(code, new Recorder());
    assertFalse(outcome instanceof Outcome.Failure, () -> code + "\n" + outcome);
    Outcome.Value value = (Outcome.Value) outcome;
    return value.shown() == null ? "" : value.shown().plain();
  }

  private List<String> completed(String code) {
    return session.complete(code, code.length()).matches().stream()
        .map(Completions.Match::text)
        .toList();
  }

  @Test
  void aCellMayChooseTheOtherLanguageAndVariablesCross() {
    shown("xs = [1, 2, 3]\ndef twice(n):\n    return 2 * n\nclass Point:\n    x = 7");
    shown("%%groovy\nys = xs.collect { twice(it) }\ndef plus(a, b) { a + b }\nclass Box { int n }");
    assertEquals("([2, 4, 6], 8)", shown("ys, plus(ys[2], 2)"));
    assertEquals("5", shown("Box(n=5).n"));
    shown("%%groovy\nsession_language = 'both'");
    assertEquals("'both!'", shown("%%python\nsession_language + '!'"));
    session.setLanguage("groovy");
    assertEquals("14", shown("ys[0] + ys[1] + 8"));
    assertEquals("[4, 3]", shown("%%python\n[n for n in (4, 3)]"));
  }

  @Test
  void completionOffersPythonsWords() {
    assertTrue(completed("lam").contains("lambda"));
    assertTrue(completed("nonl").contains("nonlocal"));
    assertEquals(List.of(), completed("instanceo"));
    assertTrue(completed("isinst").contains("isinstance"));
    assertTrue(completed("ValueE").contains("ValueError"));
  }

  @Test
  void completionFollowsADot() {
    shown(
        "words = ['a']\ntext = 'b'\nclass Net:\n    size = 3\n    def grow(self): pass\nnet = Net()");
    assertEquals(List.of("append"), completed("words.app"));
    assertTrue(completed("text.st").containsAll(List.of("startswith", "strip")));
    assertEquals(List.of(), completed("text.charA"));
    assertEquals(List.of("grow"), completed("net.g"));
    assertEquals(List.of("LSTM", "LSTMCell"), completed("keras.layers.LST"));
  }

  @Test
  void indentationSaysWhetherACellIsWhole() {
    assertEquals("INCOMPLETE [    ]", progress("for i in range(3):"));
    assertEquals("INCOMPLETE [    ]", progress("for i in range(3):\n    print(i)"));
    assertEquals("INCOMPLETE [    ]", progress("def f():\n    return 1"));
    assertEquals("COMPLETE []", progress("def f():\n    return 1\n"));
    assertEquals("INCOMPLETE [    ]", progress("class A:  # of mine"));
    assertEquals("INCOMPLETE []", progress("x = [1,"));
    assertEquals("COMPLETE []", progress("x = 1"));
    assertEquals("INVALID []", progress("x = )"));
  }

  private String progress(String code) {
    Completeness it = session.isComplete(code);
    return it.status() + " [" + it.indent() + "]";
  }

  @Test
  void logsOfAModelThatNoFileHoldsLeaveOutItsGraph(@TempDir Path folder) {
    shown(
        """
        import tensorflow as tf
        vectorize = tf.keras.layers.TextVectorization(standardize=lambda t: tf.strings.lower(t))
        texts = tf.constant([['a b'], ['b c']])
        vectorize.adapt(texts)
        model = tf.keras.Sequential(
            [vectorize, tf.keras.layers.Embedding(9, 2), tf.keras.layers.GlobalAveragePooling1D()])
        model.compile(loss='mse')
        logs = tf.keras.callbacks.TensorBoard(log_dir='%s')
        model.fit(texts, tf.constant([[0., 1.], [1., 0.]]), verbose=0, callbacks=[logs])
        """
            .formatted(folder));
    assertTrue(folder.resolve("train").toFile().isDirectory());
  }
}
