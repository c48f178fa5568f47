package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class TrainingTest {
  private static final String MODEL =
      """
      model = keras.Sequential([keras.layers.Dense(4, name = '<b>dense'), keras.layers.Dense(1)])
      model.compile(optimizer = 'adam', loss = 'mse', metrics = ['mae'])
      x = np.random.normal(0, 1, (320, 3))
      y = np.random.normal(0, 1, (320, 1))
      """;
  private final Notebook notebook = new Notebook();

  @AfterEach
  void look(TestInfo test) throws IOException {
    notebook.page("fit-" + test.getDisplayName().replace("()", ""));
    notebook.close();
  }

  @Test
  void fitIsOneDisplayWhosePlainFormIsKeras() {
    notebook.run(MODEL + "h = model.fit(x, y, epochs = 3, validation_split = 0.2)\nz = 1");
    assertEquals(1, notebook.updates.size());
    notebook.keep();
    String plain = notebook.last().plain();
    assertEquals(6, plain.lines().count(), plain);
    assertTrue(plain.startsWith("Epoch 1/3\n8/8 ━━━━━━━━━━━━━━━━━━━━ "), plain);
    assertEquals(3, plain.lines().filter(line -> line.contains(" - val_mae: ")).count());
    assertFalse(plain.contains("\u001b") || plain.contains("\b") || plain.contains("\r"));
    String html = notebook.last("text/html");
    Notebook.parse(html);
    assertTrue(html.contains("trained</strong> 3 epochs"), html);
    assertTrue(html.contains("aria-valuenow=\"100\""), html);
    assertFalse(html.contains("Epoch 1/3"));
    assertEquals("", notebook.out.toString());
  }

  @Test
  void aTerminalGetsALiveBarAndALogItsEnd() {
    try (Notebook terminal = new Notebook(Notebook.Place.TERMINAL)) {
      terminal.run(MODEL + "h = model.fit(x, y, epochs = 2)\nmodel.summary()");
      assertTrue(terminal.out.toString().contains("Epoch 2/2"));
      assertTrue(terminal.out.toString().contains("\r") && terminal.out.toString().contains("\b"));
      assertTrue(terminal.out.toString().contains("Total params:"));
      assertEquals(0, terminal.shown.size());
    }
    try (Notebook log = new Notebook(Notebook.Place.LOG)) {
      log.run(MODEL + "h = model.fit(x, y, epochs = 2)\nmodel.evaluate(x, y)\nz = 1");
      String out = log.out.toString();
      assertFalse(out.contains("\r") || out.contains("\b") || out.contains("\u001b"), out);
      assertEquals(5, out.lines().count(), out);
      assertTrue(out.startsWith("Epoch 1/2\n10/10 ━━━━━━━━━━━━━━━━━━━━ "), out);
      assertEquals(0, log.shown.size());
    }
  }

  @Test
  void otherVerbositiesMeanWhatTheyMean() {
    notebook.run(MODEL + "h = model.fit(x, y, epochs = 2, verbose = 0)\nz = 1");
    assertEquals(0, notebook.shown.size());
    notebook.run("h = model.fit(x, y, epochs = 2, verbose = 2)\nz = 1");
    assertEquals(0, notebook.shown.size());
    assertTrue(notebook.out.toString().contains("Epoch 2/2\n10/10 - "), notebook.out.toString());
  }

  @Test
  void anInterruptedRunSaysSo() {
    notebook.run(MODEL);
    // The third step of the second epoch interrupts the cell, as a person would.
    notebook.session.variables().put("stop", (Runnable) notebook.session::interrupt);
    notebook.run(
        "seen = [0]",
        "def after(batch, logs) { seen[0] += 1; if (seen[0] == 13) { stop.run() } }",
        "watch = keras.callbacks.LambdaCallback(on_train_batch_end = after)");
    String fit = "model.fit(x, y, epochs = 5, callbacks = [watch])";
    assertEquals("KeyboardInterrupt", notebook.failure(fit).name());
    notebook.keep();
    String html = notebook.last("text/html");
    assertTrue(html.contains("interrupted</strong> in epoch 2 of 5"), html);
    assertTrue(html.contains("step 3 of 10") || html.contains("step 2 of 10"), html);
    assertFalse(html.contains(" left"));
    Notebook.parse(html);
  }

  @Test
  void updatesAreRare() {
    AtomicLong millis = new AtomicLong();
    // A thousandth of a second passes whenever someone looks.
    notebook.clock(() -> millis.incrementAndGet() / 1e3);
    notebook.run(MODEL);
    double start = millis.get() / 1e3;
    notebook.run("h = model.fit(x, y, epochs = 40)\nz = 1");
    double seconds = millis.get() / 1e3 - start;
    int updates = notebook.updates.values().iterator().next().size();
    assertTrue(updates <= seconds / 0.1 + 2, updates + " updates in " + seconds + " s");
    assertTrue(updates > 2, updates + " updates in " + seconds + " s");
  }

  @Test
  void historyIsCurvesAndATable() {
    notebook.run(MODEL + "model.fit(x, y, epochs = 4, validation_split = 0.5, verbose = 0)");
    notebook.keep();
    assertTrue(notebook.last().plain().startsWith("<keras.src.callbacks.history.History at 0x"));
    String html = Sanitized.opened(notebook.last("text/html"));
    assertEquals(2 + 1, Notebook.parse(html).getElementsByTagName("svg").getLength());
    assertEquals(5, Notebook.parse(html).getElementsByTagName("tr").getLength());
    assertTrue(html.contains("best epoch"));
  }

  @Test
  void summaryIsTextAndATableThatUnfolds() {
    notebook.run(MODEL + "model.build((None, 3))\nmodel.summary()");
    notebook.keep();
    String plain = notebook.last().plain();
    assertTrue(plain.startsWith("Model: \"sequential"), plain);
    assertTrue(
        plain.contains("┃ Layer (type)") && plain.endsWith("Non-trainable params: 0 (0.00 B)"));
    String html = notebook.last("text/html");
    assertTrue(Notebook.parse(html).getElementsByTagName("details").getLength() == 2);
    assertTrue(html.contains("&lt;b&gt;dense (Dense)") && !html.contains("<b>dense"));
    assertTrue(html.contains("80.0 %") || html.contains("76.2 %"), html);
  }

  @Test
  void aModelWithoutWeightsYetHasASummary() {
    notebook.run("keras.Sequential([keras.layers.LSTM(3), keras.layers.Dense(1)]).summary()");
    assertTrue(notebook.last().plain().contains("0 (unbuilt)"), notebook.last().plain());
    assertTrue(notebook.last("text/html").contains("unbuilt"));
  }
}
