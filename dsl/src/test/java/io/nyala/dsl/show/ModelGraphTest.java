package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ModelGraphTest {
  private final Notebook notebook = new Notebook();

  @TempDir Path folder;

  @AfterEach
  void look(TestInfo test) throws IOException {
    notebook.keep();
    notebook.page("graph-" + test.getDisplayName().replace("()", ""));
    notebook.close();
  }

  private int boxes(String code) {
    notebook.run(code);
    String svg = notebook.last("image/svg+xml");
    Notebook.parse(notebook.last("text/html"));
    return Notebook.parse(svg).getElementsByTagName("rect").getLength() - 1;
  }

  @Test
  void sequentialFunctionalSharedAndNested() {
    assertEquals(
        2,
        boxes(
            "m = keras.Sequential([keras.layers.Dense(3, name = '<b>'), keras.layers.Dense(1)])\n"
                + "m.build((None, 2))\n"
                + "keras.utils.plot_model(m, to_file = null, show_shapes = true,"
                + " show_layer_names = true)"));
    String html = Sanitized.opened(notebook.last("text/html"));
    assertTrue(html.contains("&lt;b&gt; (Dense)"));
    assertTrue(html.contains("Output shape: (None, 3)"));
    assertFalse(html.contains("<b>"));
    String functional =
        """
        a = keras.Input(shape = (4,)); b = keras.Input(shape = (4,))
        shared = keras.layers.Dense(3)
        c = keras.layers.Concatenate()([shared(a), shared(b)])
        inner = keras.Sequential([keras.layers.Dense(2), keras.layers.Dense(1)])
        f = keras.Model([a, b], inner(c))
        """;
    assertEquals(5, boxes(functional + "keras.utils.plot_model(f, to_file = null)"));
    assertEquals(6, boxes("keras.utils.plot_model(f, to_file = null, expand_nested = true)"));
  }

  @Test
  void filesAreWritten() throws IOException {
    notebook.run("m = keras.Sequential([keras.layers.Dense(3)]); m.build((None, 2))");
    notebook.run("keras.utils.plot_model(m, '" + folder + "/m.png')");
    assertEquals(420, ImageIO.read(folder.resolve("m.png").toFile()).getWidth());
    notebook.run("keras.utils.plot_model(m, to_file = '" + folder + "/m.svg')");
    assertTrue(Files.readString(folder.resolve("m.svg")).startsWith("<svg"));
    notebook.run("keras.utils.plot_model(m, '" + folder + "/n.png', dpi = 100)");
    assertEquals(210, ImageIO.read(folder.resolve("n.png").toFile()).getWidth());
  }

  @Test
  void directionsAndWhatBoxesSay() {
    String model =
        "m = keras.Sequential([keras.Input([2]), keras.layers.Dense(3, activation = 'relu'),"
            + " keras.layers.Dense(3), keras.layers.Dense(3), keras.layers.Dense(3),"
            + " keras.layers.Dense(1, trainable = false)])\n";
    notebook.run(model + "keras.utils.plot_model(m, to_file = null)");
    assertTrue(isTall(notebook.last("image/svg+xml")));
    for (String direction : new String[] {"LR", "RL", "BT"}) {
      notebook.run("keras.utils.plot_model(m, to_file = null, rankdir = '" + direction + "')");
      assertEquals(direction.equals("BT"), isTall(notebook.last("image/svg+xml")), direction);
    }
    notebook.run(
        "keras.utils.plot_model(m, to_file = null, show_shapes = true, show_dtype = true,"
            + " show_layer_activations = true, show_trainable = true, splines = 'curved')");
    String svg = notebook.last("image/svg+xml");
    for (String line :
        new String[] {
          "Activation: relu",
          "Activation: linear",
          "Input shape: (None, 3)",
          "Output shape: (None, 1)",
          "Output dtype: float32",
          ">Trainable<",
          ">Non-trainable<"
        }) {
      assertTrue(svg.contains(line), line + " in " + svg);
    }
    for (String wrong : new String[] {"rankdir = 'XX'", "splines = 'odd'", "dpi = 0"}) {
      String message = notebook.failure("keras.utils.plot_model(m, " + wrong + ")").message();
      assertTrue(message.contains(wrong.substring(0, wrong.indexOf(' '))), message);
    }
  }

  private static boolean isTall(String svg) {
    String[] size = svg.substring(svg.indexOf("viewBox=\"0 0 ") + 13).split("[ \"]");
    return Integer.parseInt(size[1]) > Integer.parseInt(size[0]);
  }

  @Test
  void modelsInsideHaveAFrame() {
    notebook.run(
        "i = keras.Input([4]); inner = keras.Sequential([keras.layers.Dense(2),"
            + " keras.layers.Dense(1)], name = 'inside')",
        "o = keras.layers.Dense(3)(inner(i)); f = keras.Model(i, o)",
        "keras.utils.plot_model(f, to_file = null, expand_nested = true, rankdir = 'LR')");
    String svg = notebook.last("image/svg+xml");
    assertTrue(svg.contains(">inside<") && svg.contains("stroke-dasharray"), svg);
  }
}
