package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.utils.WorkDisplay;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class ProgressTest {
  private static final String MODEL =
      """
      model = keras.Sequential([keras.layers.Dense(1)])
      model.compile(optimizer = 'adam', loss = 'mse', metrics = ['mae'])
      x = np.random.normal(0, 1, (320, 3))
      y = np.random.normal(0, 1, (320, 1))
      """;
  private final AtomicLong millis = new AtomicLong();
  private Notebook notebook;

  @BeforeEach
  void open() {
    // Time passes whenever someone looks at the clock, so nothing here depends on the machine.
    notebook = new Notebook().clock(() -> millis.addAndGet(20) / 1e3);
  }

  @AfterEach
  void look(TestInfo test) throws IOException {
    notebook.keep();
    notebook.page("progress-" + test.getDisplayName().replace("()", ""));
    notebook.close();
  }

  private String html() {
    String html = notebook.last("text/html");
    Notebook.parse(html);
    return html;
  }

  @Test
  void evaluateAndPredictAreBarsWhosePlainFormIsKeras() {
    notebook.run(MODEL + "e = model.evaluate(x, y)\nz = 1");
    assertTrue(notebook.last().plain().startsWith("10/10 ━━━━━━━━━━━━━━━━━━━━ "));
    assertTrue(notebook.last().plain().contains(" - mae: "));
    assertTrue(html().contains("<strong>evaluate</strong> · 10 steps"), html());
    assertTrue(html().contains("mae 0.") || html().contains("mae 1."), html());
    notebook.run("p = model.predict(x)\nz = 1");
    assertTrue(html().contains("<strong>predict</strong> · 10 steps"), html());
    assertEquals(2, notebook.updates.size());
    assertEquals("", notebook.out.toString());
  }

  @Test
  void verboseMeansWhatItMeans() {
    notebook.run(
        MODEL + "e = model.evaluate(x, y, verbose = 0)\np = model.predict(x, verbose = 0)");
    assertEquals(0, notebook.shown.size());
    notebook.run("e = model.evaluate(x, y, verbose = 2)\nz = 1");
    assertEquals(0, notebook.shown.size());
    assertTrue(notebook.out.toString().startsWith("10/10 - "), notebook.out.toString());
    notebook.run("e = model.evaluate(x, y, verbose = 'auto')\np = model.predict(x, verbose = 1)");
    assertEquals(2, notebook.updates.size());
  }

  @Test
  void anInterruptedEvaluationSaysSo() {
    notebook.run(MODEL);
    notebook.run(
        "class Watch extends keras.callbacks.Callback {",
        "  void on_test_batch_end(int batch, logs) { if (batch == 3) { throw new Error('stop') } }",
        "}",
        "z = 1");
    assertEquals("Error", notebook.failure("model.evaluate(x, y, callbacks = [Watch()])").name());
    assertTrue(html().contains("<strong>stopped</strong> · step "), html());
    assertFalse(html().contains(" left"));
  }

  @Test
  void aLoopAsPeopleKnowIt() {
    notebook.run(
        "from tqdm import tqdm, trange",
        "total = 0",
        "for (i in tqdm(range(50), desc = '<b>sum')) { total += i }",
        "total");
    assertEquals("1225", notebook.last().plain());
    MimeBundle shown = notebook.shown.get(0);
    assertTrue(shown.plain().startsWith("<b>sum: 100%|██████████| 50/50 [00:"), shown.plain());
    String html = (String) shown.data().get("text/html");
    assertTrue(html.contains("&lt;b&gt;sum</strong> · 50 it"), html);
    notebook.run("n = 0\nfor (i in trange(2, 8, 2)) { n += i }\nn");
    assertEquals("12", notebook.last().plain());
    notebook.run("tqdm([1, 2, 3]).collect { it * 2 }");
    assertEquals("[2, 4, 6]", notebook.last().plain());
    notebook.run("nyala.progress(tf.data.Dataset.range(5)).each { }\nz = 1");
    assertTrue(notebook.last().plain().contains("5/5"), notebook.last().plain());
  }

  @Test
  void aBarMovedByHandAndOneLeftInTheMiddle() {
    notebook.run(
        "from tqdm.auto import tqdm",
        "bar = tqdm(total = 10, unit = 'batch', postfix = [a: 1])",
        "bar.update(4); bar.set_postfix(loss = 0.51234, note = '<i>'); bar.set_description('train')",
        "bar.update(6); bar.close(); bar.n");
    assertEquals("10", notebook.last().plain());
    String plain = notebook.shown.get(0).plain();
    assertTrue(plain.startsWith("train: 100%|") && plain.contains("loss=0.512, note=<i>"), plain);
    notebook.run("for (i in tqdm(range(10))) { if (i == 3) { break } }\nz = 1");
    assertTrue(html().contains("<strong>stopped</strong> · it 3 of 10"), html());
    notebook.run("for (i in tqdm(range(3), leave = false)) { }\nz = 1");
    assertEquals("", notebook.last().plain());
    int before = notebook.shown.size();
    notebook.run("for (i in tqdm(range(3), disable = true)) { }\nz = 1");
    assertEquals(before + 1, notebook.shown.size() + 1);
    assertEquals("TypeError", notebook.failure("tqdm(range(3), colur = 'red')").name());
  }

  @Test
  void nestedBarsStandBelowOneAnother() {
    notebook.run(MODEL);
    notebook.run(
        "from tqdm import tqdm",
        "for (i in tqdm(range(3), desc = 'outer')) {",
        "  for (j in tqdm(range(2000), desc = 'inner')) { }",
        "  p = model.predict(x)",
        "}",
        "z = 1");
    assertEquals(1, notebook.updates.size());
    boolean nested =
        notebook.updates.values().iterator().next().stream()
            .map(each -> (String) each.data().get("text/html"))
            .anyMatch(each -> each.contains("outer") && each.contains("inner"));
    assertTrue(nested);
    assertTrue(notebook.last().plain().startsWith("outer: 100%|"), notebook.last().plain());
    assertTrue(notebook.last().plain().contains("\n10/10 ━━━"), notebook.last().plain());
  }

  @Test
  void parallelBarsShareAnOutput() {
    notebook.run(
        "from tqdm import tqdm",
        "bar = tqdm(total = 2, desc = 'all')",
        "threads = (0..1).collect { k -> Thread.start {",
        "  for (i in tqdm(range(100), desc = 'worker ' + k)) { }",
        "  synchronized (bar) { bar.update(1) } } }",
        "threads.each { it.join() }",
        "bar.close()");
    assertEquals(1, notebook.updates.size());
    assertTrue(
        notebook.shown.get(0).plain().startsWith("all: 100%|"), notebook.shown.get(0).plain());
  }

  @Test
  void pythonCellsHaveTheSame() {
    notebook.run(
        "%%python",
        "from tqdm import tqdm, trange",
        "done = []",
        "with tqdm(total=6, desc='by hand') as bar:",
        "    for i in trange(3, leave=False):",
        "        bar.update(2)",
        "        bar.set_postfix(step=i)",
        "for k, v in tqdm({'a': 1, 'b': 2}.items()):",
        "    done.append((k, v))",
        "done");
    assertEquals("[('a', 1), ('b', 2)]", notebook.last().plain());
    assertTrue(notebook.shown.get(0).plain().startsWith("by hand: 100%|"));
    assertTrue(notebook.shown.get(1).plain().contains("| 2/2 ["), notebook.shown.get(1).plain());
  }

  @Test
  void terminalsAndLogs() {
    String code =
        "from tqdm import tqdm\nfor (i in tqdm(range(3))) { for (j in tqdm(range(20))) { } }\nz = 1";
    try (Notebook terminal = new Notebook(Notebook.Place.TERMINAL)) {
      terminal.run(code);
      String out = terminal.out.toString();
      assertTrue(out.contains("\r  0%|") && out.contains("\n\r") && out.contains("\u001b[A"), out);
      assertTrue(out.endsWith("\u001b[K\n"));
    }
    try (Notebook log = new Notebook(Notebook.Place.LOG)) {
      log.run(code);
      String out = log.out.toString();
      assertTrue(out.startsWith("100%|██████████| 3/3 [") && out.lines().count() == 1, out);
    }
  }

  @Test
  void adaptIsShownIfItTakesLong() {
    notebook.run(
        "v = keras.layers.TextVectorization()",
        "v.adapt(tf.data.Dataset.from_tensor_slices(['a b', 'c']).batch(1))\nz = 1");
    assertEquals(0, notebook.shown.size());
    notebook.run(
        "v = keras.layers.TextVectorization()",
        "v.adapt(tf.data.Dataset.from_tensor_slices(['a b'] * 100).batch(1))\nz = 1");
    assertTrue(html().contains("<strong>adapt</strong> · 100 batches"), html());
  }

  @Test
  void adaptOfOneArrayCountsItsSamples() {
    notebook.run(
        "v = keras.layers.TextVectorization()",
        "v.adapt(['a b', 'c'] * 40000)\nz = v.get_vocabulary()");
    assertTrue(html().contains("<strong>adapt</strong> · 80,000 samples"), html());
    notebook.run("z");
    assertEquals("['', '[UNK]', 'c', 'b', 'a']", notebook.last().plain());
  }

  @Test
  void trainingInALoopKeepsBothBars() {
    notebook.run(
        "model = keras.Sequential([keras.layers.Dense(1)])",
        "model.compile(optimizer = 'sgd', loss = 'mse')",
        "for (rate in nyala.progress([0.1, 0.2], desc = 'rates')) { model.fit(np.ones((8, 2)),"
            + " np.ones((8, 1)), batch_size = 4) }\nz = 1");
    assertEquals(3, notebook.shown.size());
    String loop = (String) notebook.shown.get(0).data().get("text/html");
    assertTrue(loop.contains("<strong>rates</strong> · 2 it"), loop);
    for (int i = 1; i < 3; i++) {
      String fit = (String) notebook.shown.get(i).data().get("text/html");
      assertTrue(fit.contains("<strong>trained</strong> 1 epoch"), fit);
    }
  }

  @Test
  void aHistoryBelowItsTrainingDoesNotDrawTheCurvesAgain() {
    notebook.run(
        "model = keras.Sequential([keras.layers.Dense(1)])",
        "model.compile(optimizer = 'sgd', loss = 'mse')",
        "model.fit(np.ones((8, 2)), np.ones((8, 1)), epochs = 2)");
    assertTrue(html().contains("<summary>2 epochs") && !html().contains("<img"), html());
    notebook.run("h = _");
    notebook.run("h");
    assertTrue(html().contains("<summary>2 epochs") && html().contains("<img"), html());
  }

  @Test
  void aDownloadCountsInMegabytes() {
    Bar bar = new Bar("download", 17_464_789L, "byte", 0);
    bar.done = 8_000_000;
    assertTrue(bar.html().contains("<strong>download</strong> · 8.0 MB of 17.5 MB · "), bar.html());
    bar.ends(false);
    assertTrue(bar.html().contains("<strong>stopped</strong> · 8.0 MB of 17.5 MB"), bar.html());
    WorkDisplay nowhere = WorkDisplay.open(new WorkDisplay.Work("download", null, "byte", false));
    nowhere.at(3, Map.of());
    nowhere.ends(true);
    assertEquals(List.of(), notebook.shown);
  }
}
