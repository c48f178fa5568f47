package io.nyala.dsl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.dsl.show.Notebook;
import io.nyala.dsl.show.Sanitized;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What notebooks ask of pyplot every day, beyond lines, bars and points. */
class EverydayTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void look(TestInfo test) throws IOException {
    notebook.keep();
    notebook.page("everyday-" + test.getDisplayName().replace("()", ""));
    notebook.close();
  }

  /** The drawing of a cell, of which the page's form stands without scripts and styles, too. */
  private String svg(String code) {
    notebook.shown.clear();
    notebook.run(code + "\nx = 0");
    Sanitized.check(notebook.last("text/html"));
    return notebook.last("image/svg+xml");
  }

  /** Upright lines of a colour. */
  private static long lines(String svg, String color) {
    Matcher path = Pattern.compile("<path[^>]*" + color + "[^>]* d=\"([^\"]*)\"").matcher(svg);
    return path.results()
        .flatMapToInt(found -> found.group(1).chars())
        .filter(c -> c == 'v')
        .count();
  }

  private String value(String code) {
    notebook.run(code);
    String plain = notebook.last().plain();
    notebook.run("plt.close('all')");
    return plain;
  }

  @Test
  void wordsAndArrows() {
    String svg =
        svg(
            "plt.plot([1, 2, 3], [1, 4, 2]); plt.annotate('peak', xy = (2, 4), xytext = (2.4, 3.5),"
                + " arrowprops = [arrowstyle: '->']); plt.text(1, 2, 'mid', ha = 'center')");
    assertTrue(svg.contains(">peak<") && svg.contains(">mid<"));
    assertTrue(svg.contains("text-anchor=\"middle\""));
    String bars = svg("bars = plt.bar(['a', 'b'], [3, 5]); plt.bar_label(bars, fmt = '%.1f')");
    assertTrue(bars.contains(">3.0<") && bars.contains(">5.0<"));
    assertTrue(
        notebook
            .failure("plt.annotate('x', xy = (1, 1), arrowprops = [head: 2])")
            .message()
            .contains("arrowstyle"));
    notebook.run("plt.close('all')");
  }

  @Test
  void errorsSpansAndStems() {
    String barred = svg("plt.errorbar([1, 2, 3], [1, 4, 9], yerr = [1, 2, 1], fmt = 'o')");
    assertEquals(3, lines(barred, "#0072b2"));
    assertTrue(
        svg("plt.plot([0, 1]); plt.axvspan(0.2, 0.4, color = '#123456')").contains("#123456"));
    svg("plt.stem([1, 3, 2]); plt.hlines([1, 2], 0, 2, colors = 'r'); plt.vlines(1, 0, 3)");
    svg("plt.stackplot([1, 2, 3], [1, 1, 1], [2, 1, 2], labels = ['a', 'b']); plt.legend(loc = 2)");
    svg("plt.fill([1, 2, 2], [1, 1, 2], 'b', alpha = 0.2); plt.matshow([[1, 2], [3, 4]])");
    svg("plt.scatter([1, 2], [3, 4], c = [0, 1], s = 80, edgecolors = 'k', cmap = 'hot')");
  }

  @Test
  void boxesAndPies() {
    notebook.run("v = [1, 2, 3, 4, 100]");
    String svg = svg("plt.boxplot([v, [2, 4, 6]], labels = ['a', 'b'])");
    assertTrue(svg.contains(">a<") && svg.contains(">b<"));
    assertEquals(2, svg.split("#d55e00", -1).length - 1, "a median in each box");
    String pie = svg("plt.pie([3, 2, 1], labels = ['a', 'b', 'c'], autopct = '%1.1f%%')");
    assertTrue(pie.contains(">50.0%<") && pie.contains(">16.7%<"));
    assertTrue(notebook.failure("plt.pie([1, -1])").message().contains("non negative"));
    notebook.run("plt.close('all')");
  }

  @Test
  void severalHistograms() {
    assertEquals(
        "[array([1., 2., 1.]), array([0., 1., 2., 3.])]",
        value("n, e, p = plt.hist([0.5, 1.5, 1.6, 3.0], bins = 3, range = (0, 3))\n[n, e]"));
    assertEquals(
        "array([1., 3., 4.])",
        value(
            "n, e, p = plt.hist([0.5, 1.5, 1.6, 3.0], bins = 3, range = (0, 3), cumulative = True)\nn"));
    assertEquals(
        "[array([1., 1.]), array([0., 2.])]",
        value("n, e, p = plt.hist([[0, 2], [2, 2]], bins = 2, label = ['a', 'b'])\nn"));
    svg("plt.hist([1, 2, 2, 5], histtype = 'step', density = True)");
  }

  @Test
  void picturesInColours() throws IOException {
    String svg = svg("plt.imshow([[[1.0, 0.0, 0.0], [0.0, 0.5, 1.0]]])");
    Matcher found = Pattern.compile("data:image/png;base64,([^\"]+)").matcher(svg);
    assertTrue(found.find());
    var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(found.group(1))));
    assertEquals(0xffff0000, image.getRGB(0, 0));
    assertEquals(0xff0080ff, image.getRGB(1, 0));
    svg("plt.imshow(np.zeros((4, 4, 1)))");
    assertTrue(
        notebook.failure("plt.imshow(np.zeros((4, 4, 2)))").message().contains("Invalid shape"));
    notebook.run("plt.close('all')");
  }

  @Test
  void limitsAreHandedBack() {
    assertEquals("(0.0, 3.0)", value("plt.plot([1, 2]); plt.xlim(0, 3)\nplt.xlim()"));
    assertEquals(
        "(0.5, 10.5)", value("plt.plot([0, 1], [0.5, 10.5]); plt.ylim(0.5, 10.5)\nplt.ylim()"));
    assertEquals("(-0.05, 1.05)", value("plt.plot([0, 1], [0, 1])\nplt.ylim()"));
  }

  @Test
  void parametersAndStyles() {
    notebook.run("plt.rcParams['figure.figsize'] = (3, 2)");
    assertTrue(svg("plt.plot([1, 2])").contains("width=\"300\" height=\"200\""));
    assertTrue(notebook.failure("plt.rcParams['font.kind'] = 3").message().contains("axes.grid"));
    assertTrue(notebook.failure("plt.style.use('gg')").message().contains("default"));
    notebook.run(
        "plt.style.use('default')", "import matplotlib", "matplotlib.rcParams['axes.grid'] = True");
    assertEquals("True", value("plt.rcParams['axes.grid']"));
    assertTrue(svg("plt.plot([1, 2])").contains("stroke-opacity=\".18\""));
    notebook.run(
        "fig, ax = plt.subplots(); ax.spines['top'].set_visible(False); ax.plot([1, 2])\nx = 0");
    assertTrue(
        notebook.failure("ax.spines['top'].set_visible(True)").message().contains("no line"));
  }
}
