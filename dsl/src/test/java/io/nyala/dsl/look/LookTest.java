package io.nyala.dsl.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.dsl.show.Notebook;
import io.nyala.dsl.show.Sanitized;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LookTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void look(TestInfo test) throws IOException {
    notebook.keep();
    notebook.page("look-" + test.getDisplayName().replace("()", ""));
    notebook.close();
  }

  private void model(String middle, String activation) {
    notebook.run(
        "v = keras.layers.TextVectorization(output_sequence_length = 8, standardize = None)",
        "v.adapt(['I love this restaurant', '<script>bad</script> slow meal'])",
        "keras.utils.set_random_seed(1)",
        "model = keras.Sequential([v, keras.layers.Embedding(20, 6, mask_zero = true), " + middle,
        "  , keras.layers.Dense(1, activation = " + activation + ")])",
        "def say(t) { float(model.predict(tf.constant([t]), verbose = 0)[0][0]) }",
        "say('I love this restaurant')",
        "z = 1");
  }

  private double number(String code) {
    notebook.run(code);
    return ((Number) notebook.session.variables().get("_")).doubleValue();
  }

  private String html() {
    String html = Sanitized.opened(notebook.last("text/html"));
    Notebook.parse(html);
    assertFalse(html.contains("<script"));
    return html;
  }

  @Test
  void leavingAWordOutTellsWhatItDid() {
    model("keras.layers.LSTM(5)", "'sigmoid'");
    notebook.run("p = nyala.influence(model, 'I love <script>bad</script> meal')");
    notebook.run("p");
    assertTrue(html().contains("&lt;script&gt;bad"));
    assertTrue(notebook.last().plain().startsWith("prediction 0."), notebook.last().plain());
    double moved = number("float(p.value['occlusion'][1])");
    double before = number("say('I love <script>bad</script> meal')");
    double after = number("say('I <script>bad</script> meal')");
    assertEquals(before - after, moved, 1e-6);
  }

  @Test
  void inALinearModelTheGradientSaysAll() {
    model("keras.layers.GlobalAveragePooling1D()", "None");
    notebook.run("p = nyala.influence(model, 'I love this meal')");
    double sum = number("float(np.sum(p.value['gradient']))");
    double said = number("say('I love this meal')");
    double bias = number("float(model.layers[-1].bias[0])");
    assertEquals(said - bias, sum, 1e-5);
    double word = number("float(p.value['gradient'][2])");
    double own =
        number(
            "e = model.layers[1].embeddings[int(v(tf.constant(['this']))[0][0])]\n"
                + "float(tf.reduce_sum(e * model.layers[-1].kernel[:, 0])) / 4");
    assertEquals(own, word, 1e-5);
  }

  @Test
  void gatesOverTheWords() {
    model("keras.layers.LSTM(10)", "'sigmoid'");
    notebook.run("g = nyala.gates(model, 'I love <script>bad</script> meal', units = 4)\ng");
    NodeList paths = Notebook.parse(html()).getElementsByTagName("path");
    int cells = 0;
    for (int i = 0; i < paths.getLength(); i++) {
      cells += ((Element) paths.item(i)).getAttribute("d").split("h").length - 1;
    }
    assertEquals(6 * 4 * 4, cells);
    assertTrue(notebook.last().plain().contains("forget f"));
    notebook.run("g.value['c'].shape");
    assertEquals("(4, 10)", notebook.last().plain());
    model("keras.layers.GRU(10)", "'sigmoid'");
    notebook.run("nyala.gates(model, [2, 3, 4])");
    assertTrue(html().contains("update z"));
  }

  @Test
  void aGradientVanishesInALongText() {
    notebook.run(
        "keras.utils.set_random_seed(3)",
        "def net(unit) { keras.Sequential([keras.layers.Embedding(50, 8), unit,"
            + " keras.layers.Dense(1)]) }",
        "a = net(keras.layers.SimpleRNN(8, recurrent_initializer ="
            + " keras.initializers.RandomNormal(0.0, 0.1)))",
        "b = net(keras.layers.LSTM(8))",
        "ids = (0..59).collect { it % 49 + 1 }",
        "f = nyala.vanishing([simple: a, lstm: b], ids)",
        "f");
    assertTrue(notebook.last().plain().contains("simple"), notebook.last().plain());
    assertTrue(notebook.last().data().containsKey("image/svg+xml"));
    assertTrue(number("f.value['simple'][0] / f.value['simple'][-1]") < 1e-10);
    assertTrue(
        number("f.value['lstm'][0] / f.value['lstm'][-1]")
            > 100 * number("f.value['simple'][0] / f.value['simple'][-1]"));
  }

  @Test
  void neighborsAndThePlane() {
    notebook.run(
        "t = np.array([[1.0, 0, 0], [2.0, 0.1, 0], [0, 1.0, 0], [-1.0, 0, 0]])",
        "n = nyala.neighbors(t, '<b>', k = 2, vocabulary = ['<b>', 'near', 'side', 'far'])",
        "n");
    assertTrue(html().contains("&lt;b&gt;"));
    assertTrue(
        notebook.last().plain().contains("near                0.99"), notebook.last().plain());
    notebook.run("n.value.collect { it[0] }");
    assertEquals("['near', 'side']", notebook.last().plain());
    notebook.run(
        "p = nyala.embedding_plane(t, words = ['near', '<b>', 'far'],"
            + " vocabulary = ['<b>', 'near', 'side', 'far'])",
        "p");
    html();
    assertTrue(((String) notebook.last().data().get("image/svg+xml")).contains("&lt;b&gt;"));
    // All of it lies on the first axis but for a little: the distances stay.
    double far = number("float(np.abs(p.value[0][0] - p.value[2][0]))");
    assertEquals(3.0, far, 0.01);
    assertEquals(
        "KeyError", notebook.failure("nyala.neighbors(t, 'none', vocabulary = ['a'])").name());
    model("keras.layers.LSTM(5)", "'sigmoid'");
    notebook.run("nyala.neighbors(model, 'love', k = 3)");
    assertEquals(4, notebook.last().plain().lines().count());
  }

  @Test
  void judgementsAreThoseOfTheirDefinitions() {
    String scores = "y = [0, 0, 1, 1]\ns = [0.1, 0.4, 0.35, 0.8]\n";
    assertEquals(0.75, number(scores + "r = nyala.roc_curve(y, s)\nr.value['auc']"), 1e-12);
    notebook.run("r");
    html();
    assertTrue(notebook.last().plain().startsWith("ROC curve, area 0.7500"));
    assertEquals(
        0.5 + 0.5 * 2 / 3,
        number("r = nyala.precision_recall_curve(y, s)\nr.value['average_precision']"),
        1e-12);
    notebook.run("r");
    html();
    notebook.run(
        "c = nyala.calibration_curve(y, s, bins = 2)\n[c.value['prob_pred'], c.value['prob_true']]");
    String bins = notebook.last().plain();
    assertTrue(
        bins.startsWith("[[0.28333") && bins.endsWith(", 0.8], [0.3333333333333333, 1.0]]"), bins);
    notebook.run("c");
    html();
    assertEquals("ValueError", notebook.failure("nyala.roc_curve([1, 1], [0.1, 0.2])").name());
    assertEquals("ValueError", notebook.failure("nyala.roc_curve([1, 2], [0.1, 0.2])").name());
    assertEquals("ValueError", notebook.failure("nyala.roc_curve([1], [0.1, 0.2])").name());
  }

  @Test
  void confusionByClassesProbabilitiesAndRows() {
    notebook.run(
        "m = nyala.confusion_matrix([0, 1, 1, 1], [0.2, 0.9, 0.4, 0.7], labels = ['no', '<i>'])\nm");
    assertTrue(html().contains("&lt;i&gt;"));
    assertTrue(notebook.last().plain().endsWith("accuracy 0.7500"));
    notebook.run("m.value['matrix']");
    assertEquals("array([[1, 0],\n       [1, 2]])", notebook.last().plain());
    notebook.run(
        "nyala.confusion_matrix([0, 1, 2], [[1, 0, 0], [0, 0, 1], [0, 0, 1]]).value['accuracy']");
    assertEquals("0.6666666666666666", notebook.last().plain());
  }

  @Test
  void confusionByWordsAndWhatIsNoClass() {
    notebook.run("m = nyala.confusion_matrix(['b', 'a', 'b'], ['b', 'b', 'b'])\nm");
    assertTrue(notebook.last().plain().contains("accuracy 0.6667"));
    notebook.run("m.value['matrix']");
    assertEquals("array([[0, 1],\n       [0, 2]])", notebook.last().plain());
    String words = "nyala.confusion_matrix(['b'], ['x'], labels = ['a', 'b'])";
    assertTrue(notebook.failure(words).message().contains("'x'"));
    String none = "nyala.confusion_matrix([0, float('nan')], [0, 1])";
    assertTrue(notebook.failure(none).message().contains("not a class"));
  }

  @Test
  void anEdgeBelongsToTheLowerBin() {
    notebook.run(
        "c = nyala.calibration_curve([0, 1, 1, 1], [0.2, 0.25, 0.4, 1.0], bins = 5)\nc.value['counts']");
    assertEquals("[1, 2, 1]", notebook.last().plain());
    notebook.run("nyala.calibration_curve([1, 1], [0.2, 0.4], bins = 5).value['prob_true']");
    assertEquals("[1.0, 1.0]", notebook.last().plain());
  }

  @Test
  void namesOfPointsDoNotMeet() {
    java.util.Random random = new java.util.Random(5);
    int count = 90;
    double[] x = random.doubles(count, 20, 640).toArray();
    double[] y = random.doubles(count, 20, 500).toArray();
    double[] wide = random.doubles(count, 20, 70).toArray();
    List<LabelPlacer.Place> all = LabelPlacer.places(660, 520, x, y, wide, 14);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i && all.get(i) != null; j++) {
        LabelPlacer.Place a = all.get(i);
        LabelPlacer.Place b = all.get(j);
        boolean apart =
            b == null
                || Math.abs(a.x() - b.x()) >= (wide[i] + wide[j]) / 2 - 1e-9
                || Math.abs(a.y() - b.y()) >= 14 - 1e-9;
        assertTrue(apart, i + " and " + j);
      }
    }
    assertTrue(all.stream().filter(place -> place == null).count() < 5);
  }

  @Test
  void gradientNormsOfEachLayerAndStep() {
    notebook.run(
        "keras.utils.set_random_seed(1)",
        "m = keras.Sequential([keras.layers.Embedding(9, 3, name = '<b>words'),"
            + " keras.layers.SimpleRNN(4), keras.layers.Dense(1)])",
        "m.compile(optimizer = keras.optimizers.SGD(0.0), loss = 'mse')",
        "x = np.array([[1, 2, 2], [3, 1, 1]])",
        "y = np.array([[1.0], [0.0]])",
        "norms = nyala.GradientNorms()",
        "h = m.fit(x, y, epochs = 3, batch_size = 2, callbacks = [norms], verbose = 0)",
        "tape = tf.GradientTape()",
        "tape.withCloseable { loss = tf.reduce_mean((m(tf.constant(x)) - y) ** 2) }",
        "g = tape.gradient(loss, m.layers[0].trainable_variables[0])",
        "[norms.norms['<b>words'][2], float(tf.norm(g)), norms.norms.size()]");
    List<?> found = (List<?>) notebook.session.variables().get("_");
    assertEquals(
        ((Number) found.get(1)).doubleValue(), ((Number) found.get(0)).doubleValue(), 1e-6);
    assertEquals(3, found.get(2));
    assertEquals(1, notebook.updates.size());
    notebook.run("norms");
    assertTrue(html().contains("&lt;b&gt;words"));
    assertEquals(3, Notebook.parse(html()).getElementsByTagName("polyline").getLength());
    assertTrue(notebook.last().plain().contains("3 steps"));
  }

  @Test
  void pythonCellsToo() {
    model("keras.layers.LSTM(5)", "'sigmoid'");
    notebook.run(
        "%%python",
        "p = nyala.influence(model, 'I love this')",
        "g = nyala.gates(model, 'I love', units=3)",
        "r = nyala.roc_curve(y_true=[0, 1], y_score=[0.2, 0.7])",
        "(len(p.value['words']), g.value['h'].shape, r.value['auc'])");
    assertEquals("(3, (2, 5), 1.0)", notebook.last().plain());
  }

  @Test
  void whatCannotBeLookedIntoIsSaid() {
    notebook.run("m = keras.Sequential([keras.layers.Dense(1)])");
    assertTrue(
        notebook.failure("nyala.influence(m, 'x')").message().contains("influence() follows"));
    assertTrue(notebook.failure("nyala.gates(m, 'x')").message().contains("gates() follows"));
    assertTrue(notebook.failure("nyala.neighbors(m, 'x')").message().contains("Embedding"));
    assertEquals("TypeError", notebook.failure("nyala.vanishing(3, 'x')").name());
  }
}
