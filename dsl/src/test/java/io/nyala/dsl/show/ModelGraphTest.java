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
    assertTrue(html.contains("output shape: (None, 3)"));
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
    assertTrue(
        notebook.failure("keras.utils.plot_model(m, rankdir = 'LR')").message().contains("TB"));
  }
}
