package io.nyala.dsl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.dsl.show.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class PyplotTest {
  private final Notebook notebook = new Notebook();

  @TempDir Path folder;

  @AfterEach
  void close() {
    notebook.close();
  }

  @AfterEach
  void look(TestInfo test) throws IOException {
    notebook.page("plt-" + test.getDisplayName().replace("()", ""));
  }

  private String svg(String... lines) {
    notebook.shown.clear();
    notebook.run(lines);
    String svg = (String) notebook.shown.get(0).data().get("image/svg+xml");
    notebook.keep();
    Notebook.parse(svg);
    Notebook.parse((String) notebook.shown.get(0).data().get("text/html"));
    return svg;
  }

  @Test
  void aFigureIsShownAtTheCellsEnd() {
    String svg =
        svg(
            "import matplotlib.pyplot as plt",
            "plt.plot([1, 2, 3], [3, 1, 2], 'r--o', label = 'loss')",
            "plt.xlabel('epoch'); plt.ylabel('loss'); plt.title('Training'); plt.legend()",
            "x = 1");
    assertEquals("<Figure size 640x480 with 1 Axes>", notebook.shown.get(0).plain());
    assertEquals(1, notebook.shown.size());
    assertTrue(svg.contains(">epoch<") && svg.contains(">Training<"));
    assertTrue(svg.contains("stroke-dasharray"));
    assertTrue(svg.contains("#d62728"));
    assertTrue(svg.contains("role=\"img\"") && svg.contains("<desc"));
    assertTrue(svg.contains("prefers-color-scheme:dark"));
    assertFalse(svg.contains("<script"));
    assertEquals(-1, svg.indexOf('\uFFFD'));
  }

  @Test
  void everyKindOfMark() throws IOException {
    svg("plt.figure(figsize = (8, 3)); plt.bar(['a', 'b', 'c'], [3, 5, 2], label = 'n')\nx = 0");
    svg("plt.barh(['a', 'b', 'c'], [3, 5, 2]); plt.grid(True, axis = 'x')\nx = 0");
    svg("n = plt.hist(np.random.normal(0, 1, 500), bins = 20)\nx = 0");
    svg("plt.scatter([1, 2, 3], [3, 1, 2], c = [0, 1, 2], s = [20, 80, 200])\nx = 0");
    svg("plt.imshow([[0, 1, 2], [3, 4, 5]]); plt.colorbar(label = 'v')\nx = 0");
    svg("plt.fill_between([1, 2, 3], [1, 2, 1], [2, 3, 4], alpha = 0.3)\nx = 0");
    svg("plt.semilogy([1, 10, 100]); plt.axhline(5, color = 'k'); plt.axvline(1, ls = ':')\nx = 0");
    svg("plt.step([1, 2, 3], [1, 4, 2], where = 'mid'); plt.text(2, 3, 'here')\nx = 0");
    svg("plt.plot(tf.constant([1.0, 2.0]), marker = 's'); plt.xlim(0, 2); plt.ylim(0, 3)\nx = 0");
    svg(
        "plt.plot(range(1, 12), (1..11)); plt.xticks([1, 5, 11], ['a', 'b', 'c'], rotation = 45)\nx = 0");
  }

  @Test
  void subplotsAndObjects() {
    svg(
        "fig, axs = plt.subplots(2, 2, figsize = (9, 6))",
        "axs[0, 0].plot([1, 2, 3])",
        "axs[0][1].hist([1, 2, 2, 3], bins = 3)",
        "axs[1, 0].set_title('third'); axs[1, 0].scatter([1], [2])",
        "axs[1, 1].set(xlabel = 'x', ylim = (0, 1))",
        "fig.suptitle('All'); plt.tight_layout()",
        "x = 0");
    assertEquals("<Figure size 900x600 with 4 Axes>", notebook.last().plain());
    notebook.run("fig, ax = plt.subplots()\nax.plot([1, 2])\nplt.show()\nax");
    assertEquals("<Axes: >", notebook.last().plain());
    assertEquals(3, notebook.shown.size());
  }

  @Test
  void aFigureThatIsTheValueIsShownOnce() {
    notebook.run("fig, ax = plt.subplots()\nax.plot([1, 2])\nfig");
    assertEquals(1, notebook.shown.size());
    assertTrue(notebook.last().data().containsKey("image/svg+xml"));
  }

  @Test
  void wordsAreNeverMarkup() {
    String svg =
        svg(
            "plt.plot([1, 2], label = '<script>alert(1)</script>')",
            "plt.title('<b>&'); plt.legend(); plt.bar(['<i>'], [1])",
            "plt.suptitle('\"<script>'); plt.text(0, 1, '<img src=x>')",
            "x = 0");
    assertFalse(svg.contains("<script") || svg.contains("<b>") || svg.contains("<img"));
    assertTrue(svg.contains("&lt;script&gt;alert(1)"));
  }

  @Test
  void drawingFunctionsHandBackWhatMatplotlibDoes() {
    notebook.run("plt.title('x')");
    assertEquals("Text(0.5, 1.0, 'x')", notebook.last().plain());
    notebook.run("plt.plot([1, 2])");
    assertTrue(notebook.last().plain().startsWith("[<matplotlib.lines.Line2D at 0x"));
    notebook.run("n, bins, patches = plt.hist([1, 2, 2, 5], bins = 2)\n[n, bins]");
    assertEquals("[array([3., 1.]), array([1., 3., 5.])]", notebook.last().plain());
  }

  @Test
  void errorsSayWhatToDo() {
    assertEquals(
        "x and y must have same first dimension, but have shapes (2,) and (3,)",
        notebook.failure("plt.plot([1, 2], [1, 2, 3])").message());
    assertTrue(notebook.failure("plt.plot([1], colour = 'red')").message().contains("color"));
    assertTrue(notebook.failure("plt.plot([1], [2], 'rr')").message().contains("format string"));
    assertTrue(notebook.failure("plt.plto([1])").message().contains("plot"));
    assertTrue(notebook.failure("plt.plot(['a', 1, {}])").message().contains("numbers"));
    assertTrue(notebook.failure("plt.savefig('x.pdf')").message().contains("png, svg"));
  }

  @Test
  void figuresBecomeFiles() throws IOException {
    notebook.run(
        "plt.plot([1, 2, 3], label = 'a'); plt.legend()",
        "plt.savefig('" + folder + "/a.svg')",
        "plt.savefig('" + folder + "/a.png', dpi = 200)",
        "plt.close()");
    assertTrue(Files.readString(folder.resolve("a.svg")).startsWith("<svg"));
    assertEquals(1280, ImageIO.read(folder.resolve("a.png").toFile()).getWidth());
    assertEquals(0, notebook.shown.size());
  }

  @Test
  void longLinesStaySmall() {
    String svg = svg("plt.plot(np.random.normal(0, 1, 100000))\nx = 0");
    assertTrue(svg.length() < 150_000, "length " + svg.length());
  }

  @Test
  void aTerminalGetsTheText() {
    try (Notebook plain = new Notebook(Notebook.Place.TERMINAL)) {
      plain.run("plt.plot([1])\nx = 0");
      String[] lines = plain.last().plain().split("\n");
      assertEquals("<Figure size 640x480 with 1 Axes>", lines[0]);
      assertTrue(lines[1].startsWith("1.055 │"), lines[1]);
      assertTrue(lines[12].startsWith("0.945 │"), lines[12]);
    }
  }

  @Test
  void inkAndPaperAreThePages() {
    String svg = svg("plt.plot([1, 2], label = 'a'); plt.legend(); plt.text(0, 1, 'here')\nx = 0");
    assertFalse(svg.contains("#ffffff\" height=\"23") || svg.contains("rgb(1,1,1)"), svg);
    assertFalse(svg.contains("#010101"), svg);
  }
}
