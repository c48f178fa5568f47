package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of output, with hostile words wherever a person's words can stand. */
class ValidityTest {
  private static final String BAD = "<script>alert(1)</script>\"'&";
  private static final Map<String, String> CELLS = new LinkedHashMap<>();
  private static Notebook notebook;

  static {
    CELLS.put("fit", "h = model.fit(x, y, epochs = 2, validation_split = 0.5)\nz = 0");
    CELLS.put("history", "h");
    CELLS.put("evaluate", "model.evaluate(x, y)\nz = 0");
    CELLS.put("loop", "for (i in nyala.progress([1, 2], desc = bad)) { }\nz = 0");
    CELLS.put(
        "nested loop",
        "t = nyala.progress(total = 3, desc = bad, unit = bad)\n"
            + "u = nyala.progress(total = 2, desc = bad); u.set_postfix_str(bad); u.update(1)\nz = 0");
    CELLS.put("summary", "model.summary()");
    CELLS.put("graph", "keras.utils.plot_model(model, to_file = null, show_layer_names = true)");
    CELLS.put(
        "graph inside",
        "i = keras.Input([2]); s = keras.Sequential([keras.layers.Dense(1)], name = bad)\n"
            + "keras.utils.plot_model(keras.Model(i, s(i)), to_file = null, rankdir = 'LR',"
            + " expand_nested = true, show_layer_names = true, show_layer_activations = true)");
    CELLS.put("pixels", "np.zeros((4, 5, 3)).astype('uint8')");
    CELLS.put(
        "legends",
        "f, a = plt.subplots(1, 2); a[0].plot([1, 2], 'o--', label = bad);"
            + " a[0].legend(title = bad, shadow = true); a[1].plot([2e7, 1], label = bad);"
            + " a[1].legend(bbox_to_anchor = [1.1, 1]); f.legend(labels = [bad]); f");
    CELLS.put("matrix", "np.random.normal(0, 1, (40, 60))");
    CELLS.put("small array", "np.array([[1.5, 2.0], [3.0, float('nan')]])");
    CELLS.put("strings", "np.array([bad, 'b'])");
    CELLS.put("vocabulary", "[bad, '', ' '] + (0..60).collect { 'w' + it }");
    CELLS.put("numbers", "list(range(40))");
    CELLS.put("map", "[(bad): bad, n: 2]");
    CELLS.put("maps", "[[(bad): 1], [b: bad]]");
    CELLS.put("rows", "[[1, bad], [2, 'b'], [3, null]]");
    CELLS.put(
        "data set", "tf.data.Dataset.from_tensor_slices([(bad): ['a', bad], n: [1, 2]]).batch(1)");
    CELLS.put(
        "chart",
        "fig, ax = plt.subplots()\nax.plot([1, 2], label = bad); ax.set_title(bad)\n"
            + "ax.legend(); ax.bar([bad, 'c'], [1, 2]); ax.text(0, 1, bad)\nfig");
    CELLS.put(
        "words of charts",
        "fig, axs = plt.subplots(1, 2)\na = axs[0]; b = a.twinx(); b.set_ylabel(bad)\n"
            + "s = a.scatter([1, 2], [3, 4], c = [1, 2]); fig.colorbar(s, label = bad)\n"
            + "a.annotate(bad, [1, 3], bbox = [fc: 'w']); a.set_xticks([1, 2], [bad, 'c'])\n"
            + "axs[1].pie([1, 2], labels = [bad, 'c']); fig.suptitle(bad); fig.supxlabel(bad)\n"
            + "fig.text(0, 0, bad); a.legend([s], [bad], title = bad)\nfig");
    CELLS.put("animate", "nyala.animate(model, 'good ' + bad, units = 3)");
    CELLS.put("gates", "nyala.gates(model, 'good ' + bad)");
    CELLS.put("influence", "nyala.influence(model, 'good ' + bad)");
    CELLS.put("neighbors", "nyala.neighbors(model, bad, k = 2)");
    CELLS.put("plane", "nyala.embedding_plane(model)");
    CELLS.put("vanishing", "nyala.vanishing([(bad): model], 'good ' + bad)");
    CELLS.put("confusion", "nyala.confusion_matrix([0, 1], [1, 1], labels = [bad, 'b'])");
    CELLS.put("roc", "nyala.roc_curve([0, 1], [0.2, 0.7])");
    CELLS.put("precision", "nyala.precision_recall_curve([0, 1], [0.2, 0.7])");
    CELLS.put("calibration", "nyala.calibration_curve([0, 1], [0.2, 0.7])");
    CELLS.put(
        "norms",
        "g = nyala.GradientNorms()\n" + "h = model.fit(x, y, verbose = 0, callbacks = [g])\ng");
  }

  @BeforeAll
  static void open() {
    notebook = new Notebook();
    notebook.session.variables().put("bad", BAD);
    notebook.run(
        "v = keras.layers.TextVectorization(output_sequence_length = 5, standardize = None)",
        "v.adapt([bad + ' good', 'slow meal'])",
        "model = keras.Sequential([v, keras.layers.Embedding(9, 4, mask_zero = true,"
            + " name = '<b>words'), keras.layers.LSTM(3, name = '<i>unit'),"
            + " keras.layers.Dense(1, activation = 'sigmoid')], name = '<u>net')",
        "model.compile(optimizer = 'adam', loss = 'mse', metrics = ['mae'])",
        "x = np.array([bad + ' good', 'slow meal', 'good', 'meal'])",
        "y = np.array([[1.0], [0.0], [1.0], [0.0]])",
        "z = 0");
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  static Iterable<String> cells() {
    return CELLS.keySet();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void isValidAndEscaped(String what) {
    notebook.shown.clear();
    notebook.run(CELLS.get(what));
    String html = null;
    for (MimeBundle each : notebook.shown) {
      if (each.data().get("text/html") instanceof String found) {
        html = found;
        Validity.check(found);
        Sanitized.check(found);
        assertFalse(found.contains("<script>") || found.contains("<b>words"));
      }
      assertFalse(each.plain().isEmpty(), "no text form");
    }
    assertNotNull(html, "no HTML form");
  }

  @Test
  void theCheckerFindsWhatIsWrong() {
    for (String wrong :
        new String[] {
          "<div><p>a<div>b</div></p></div>", "<img src=\"data:image/png;base64,\">",
          "<table><div>x</div></table>", "<a href=\"https://example.org/\">x</a>",
          "<p onclick=\"x()\">x</p>"
        }) {
      assertThrows(AssertionError.class, () -> Validity.check(wrong), wrong);
    }
    assertTrue(CELLS.size() > 20);
  }
}
