package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
  void inPlainSinksKerasPrints() {
    try (Notebook plain = new Notebook(false)) {
      plain.run(MODEL + "h = model.fit(x, y, epochs = 2)\nmodel.summary()");
      assertTrue(plain.out.toString().contains("Epoch 2/2"));
      assertTrue(plain.out.toString().contains("Total params:"));
      assertEquals(0, plain.shown.size());
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
    Runnable interrupt = notebook.session::interrupt;
    notebook.session.variables().put("stop", interrupt);
    String fit =
        """
        stopper = keras.callbacks.LambdaCallback(on_epoch_end: { epoch, logs -> if (epoch == 2) stop.run() })
        model.fit(x, y, epochs = 1000000, callbacks = [stopper])
        """;
    assertEquals("KeyboardInterrupt", notebook.failure(fit).name());
    notebook.keep();
    String html = notebook.last("text/html");
    assertTrue(
        html.contains("interrupted</strong> in epoch") || html.contains("stopped early"), html);
    assertFalse(html.contains(" left"));
    Notebook.parse(html);
  }

  @Test
  void updatesAreRare() {
    notebook.run(MODEL);
    long start = System.nanoTime();
    notebook.run("h = model.fit(x, y, epochs = 40)\nz = 1");
    double seconds = (System.nanoTime() - start) / 1e9;
    int updates = notebook.updates.values().iterator().next().size();
    assertTrue(updates <= seconds / 0.1 + 2, updates + " updates in " + seconds + " s");
  }

  @Test
  void historyIsCurvesAndATable() {
    notebook.run(MODEL + "model.fit(x, y, epochs = 4, validation_split = 0.5, verbose = 0)");
    notebook.keep();
    assertTrue(notebook.last().plain().startsWith("<keras.src.callbacks.history.History at 0x"));
    String html = notebook.last("text/html");
    assertEquals(2, Notebook.parse(html).getElementsByTagName("svg").getLength());
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
}
