package io.nyala.dsl.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.dsl.show.Notebook;
import io.nyala.dsl.show.Sanitized;
import io.nyala.keras.models.Model;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnimationTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void look(TestInfo test) throws IOException {
    notebook.page("animate-" + test.getDisplayName().replaceAll("\\W+", ""));
    notebook.close();
  }

  private void model(String layer) {
    notebook.run(
        "v = keras.layers.TextVectorization(output_sequence_length = 8, standardize = None)",
        "v.adapt(['I love this restaurant', '<script>bad</script> meal'])",
        "keras.utils.set_random_seed(1)",
        "model = keras.Sequential([v, keras.layers.Embedding(20, 6, mask_zero = true), " + layer,
        "  , keras.layers.Dense(1, activation = 'sigmoid')])",
        "p = model.predict(tf.constant(['I love this restaurant']), verbose = 0)",
        "z = 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keras.layers.SimpleRNN(10)",
        "keras.layers.LSTM(10, bias_initializer = 'glorot_uniform')",
        "keras.layers.GRU(10, bias_initializer = 'glorot_uniform')",
        "keras.layers.GRU(10, reset_after = false)",
        "keras.layers.Bidirectional(keras.layers.LSTM(10))"
      })
  void theNumbersAreTheModels(String layer) {
    model(layer);
    UnitTrace trace =
        UnitTrace.of(
            "animate",
            (Model) notebook.session.variables().get("model"),
            "I love this restaurant",
            4);
    assertEquals(List.of("I", "love", "this", "restaurant"), words(trace));
    notebook.run("float(p[0][0])");
    double predicted = Double.parseDouble(notebook.last().plain());
    assertEquals(predicted, trace.steps().get(3).prediction()[0], 1e-6);
    notebook.run(
        "r = model.layers[2]",
        "r = r instanceof io.nyala.keras.layers.rnn.Bidirectional ? r.layers().get(0) : r",
        "s = model.layers[1](v(tf.constant(['I love this restaurant'])))",
        "[float(r(s)[0][0]), float(r(s)[0][9])]");
    List<?> h = (List<?>) notebook.session.variables().get("_");
    double[] mine = trace.steps().get(3).values().get("h");
    assertEquals(((Number) h.get(0)).doubleValue(), mine[0], 1e-5);
    assertEquals(((Number) h.get(1)).doubleValue(), mine[9], 1e-5);
  }

  private static List<String> words(UnitTrace trace) {
    return trace.steps().stream().map(UnitTrace.Step::word).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SimpleRNN", "LSTM", "GRU"})
  void aFilmWithoutScripts(String kind) {
    model("keras.layers." + kind + "(10)");
    notebook.run("nyala.animate(model, 'I love <script>bad</script> restaurant')");
    notebook.keep();
    String html = Sanitized.opened(notebook.last("text/html"));
    assertEquals(4 + 2, Notebook.parse(html).getElementsByTagName("svg").getLength());
    assertTrue(html.contains("@keyframes") && html.contains("prefers-reduced-motion"));
    assertFalse(html.contains("<script") || html.contains("onclick"));
    assertTrue(html.contains("&lt;script&gt;"));
    assertTrue(notebook.last().plain().startsWith(kind + " '"));
    assertEquals(5, notebook.last().plain().lines().count());
    assertTrue(html.length() < 60_000, "length " + html.length());
  }

  @Test
  void whatCannotBeFollowedIsSaid() {
    notebook.run("m = keras.Sequential([keras.layers.Dense(1)])");
    assertTrue(notebook.failure("nyala.animate(m, 'x')").message().contains("TextVectorization"));
    assertTrue(notebook.failure("nyala.animate(m, [1, 2])").message().contains("no layer"));
    assertEquals("TypeError", notebook.failure("nyala.animate(3, 'x')").name());
  }
}
