package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Namespace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistantTest {
  private static Session session;

  @BeforeAll
  static void start() {
    session = new Session();
    session.run(
        "model = keras.Sequential([]); counter = 3; word_index = [the: 1]; def addUp(first, second) { first + second }",
        new Recorder());
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  @Test
  void showsTheSourceOfFunctions() {
    session.run(
        "def many(a, b = [1]) {\n  def s = '}'\n  b.each { a += it }\n  a\n}\nz = 1",
        new Recorder());
    assertEquals("many(a, b)", session.inspect("many", 4, 0).get().plain());
    assertEquals(
        "def many(a, b = [1]) {\n  def s = '}'\n  b.each { a += it }\n  a\n}",
        session.inspect("many", 4, 1).get().plain());
  }

  private static List<String> texts(Completions completions) {
    return completions.matches().stream().map(Completions.Match::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x = coun                        | counter        | 4
          prin                            | print          | 0
          "${counter} and ${coun          | counter        | 18
          "$coun                          | counter        | 2
          "$model.lay                     | layers         | 8
          keras.layers.LS                 | LSTM           | 13
          keras.lay                       | layers         | 6
          word_index.th                   | the            | 11
          keras.layers.Dense(1, activ     | activation=    | 22
          keras.layers.Dense(             | units=         | 19
          keras.layers.LSTM(8, return_s   | return_state=  | 21
          addUp(fir                       | first=         | 6
          import tens                     | tensorflow     | 7
          from keras.lay                  | layers         | 11
          keras.layers.Dense(1, activation='re | relu       | 34
          model.compile(optimizer='ad     | adam           | 25
          model.compile(loss='binary      | binary_crossentropy | 20
          model.compile(metrics=['acc     | accuracy       | 24
          model.fit(x, ep                 | epochs=        | 13
          keras.optimizers.Adam(lo        | loss_scale_factor= | 22
          open('src/ma                    | main/          | 10
          model.compile(metrics=['mae', 'acc | accuracy    | 31
          model.compile('rms              | rmsprop        | 15
          keras.layers.Dense(4, 're       | relu           | 23
          word_index['                    | the            | 12
          from keras.layers import Dense, LS | LSTM        | 32
          keras.layers.LSTM(4).get_c      | get_config     | 21
          keras.layers.Dense(1, use_bias=F | False         | 31
          'abc'.toUpp                     | toUpperCase    | 6
          [1, 2].colle                    | collect        | 7
          import java.util.ArrayL         | ArrayList      | 17
          new java.util.con               | concurrent     | 14
          """)
  void completes(String code, String expected, int start) {
    Completions completions = session.complete(code, code.length());
    assertTrue(texts(completions).contains(expected), code + " → " + texts(completions));
    assertEquals(start, completions.start(), code);
    assertEquals(code.length(), completions.end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          keras.layers.LSTM(units=8, un             | units=
          keras.layers.Dense(8, un                  | units=
          keras.Sequential([keras.layers.LSTM(8), na | name=
          text = \"""it's keras.layers.LSTM(un       | units=
          model.to_st                               | to_string
          """)
  void offersNothingThatDoesNotBelong(String code, String unwanted) {
    List<String> offered = texts(session.complete(code, code.length()));
    assertFalse(offered.contains(unwanted), code + " → " + offered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          keras.layers.LSTM        | LSTM(units
          keras.layers.Dense(1,    | Dense(units
          addUp                    | addUp(first, second)
          counter                  | 3
          """)
  void inspects(String code, String expected) {
    String text = session.inspect(code, code.length(), 0).orElseThrow().plain();
    assertTrue(text.contains(expected), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          1 + 1                       | COMPLETE   | ''
          print('hi')                 | COMPLETE   | ''
          print('hi'                  | INCOMPLETE | ''
          f(                          | INCOMPLETE | '    '
          for (x in [1]) {            | INCOMPLETE | '    '
          for (x in [1])              | INCOMPLETE | '    '
          if (True) { 1 } else        | INCOMPLETE | '    '
          x = 1 +                     | INCOMPLETE | ''
          x = [1,                     | INCOMPLETE | ''
          x = 'abc                    | INVALID    | ''
          x = )                       | INVALID    | ''
          y = = 3                     | INVALID    | ''
          import tensorflow as tf     | COMPLETE   | ''
          x[1:]                       | COMPLETE   | ''
          def f(x)                    | INCOMPLETE | '    '
          # only a comment            | COMPLETE   | ''
          for i in range(3):          | INVALID    | ''
          """)
  void knowsWhetherACellIsComplete(String code, Completeness.Status status, String indent) {
    Completeness found = session.isComplete(code);
    assertEquals(status, found.status(), code);
    assertEquals(indent, found.indent(), code);
  }

  @Test
  void libraryFunctionsSayWhatTheyDo() {
    List<String> silent = new ArrayList<>();
    int all = 0;
    for (String module :
        List.of(
            "np",
            "np.linalg",
            "np.random",
            "tf",
            "tf.math",
            "tf.nn",
            "plt",
            "tf.linalg",
            "tf.random",
            "tf.strings",
            "keras.ops")) {
      Object space = ((Outcome.Value) session.run(module, new Recorder())).value();
      for (String name : ((Namespace) space).memberNames()) {
        String path = module + "." + name;
        all++;
        if (((Namespace) space).get(name) instanceof LibraryFunction
            && session.inspect(path, path.length(), 0).orElseThrow().plain().endsWith(")")) {
          silent.add(path);
        }
      }
    }
    assertTrue(silent.size() * 20 < all, silent + " of " + all);
  }

  @Test
  void pyplotsFunctionsSayWhatTheyDo() {
    String plot = "plt.plot";
    String text = session.inspect(plot, plot.length(), 0).orElseThrow().plain();
    assertTrue(text.contains("Plots y against x"), text);
    String scatter = "keras.ops.scatter";
    assertFalse(
        session.inspect(scatter, scatter.length(), 0).orElseThrow().plain().contains("Plots"));
  }
}
