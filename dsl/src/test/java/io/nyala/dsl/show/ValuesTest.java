package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class ValuesTest {
  @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder;

  private final Notebook notebook = new Notebook();

  @AfterEach
  void look(TestInfo test) throws IOException {
    notebook.keep();
    notebook.page("value-" + test.getDisplayName().replace("()", ""));
    notebook.close();
  }

  private String html(String code) {
    notebook.run(code);
    String html = notebook.last("text/html");
    assertNotNull(html, notebook.last().plain());
    Notebook.parse(html);
    assertFalse(html.contains("<script") || html.contains("http://") && !html.contains("w3.org"));
    return html;
  }

  @Test
  void smallArraysAreTextAndATable() {
    String html = html("np.array([[1.5, 2.0], [3.0, -4.0]])");
    assertEquals("array([[ 1.5,  2. ],\n       [ 3. , -4. ]])", notebook.last().plain());
    assertTrue(html.contains(">array([[ 1.5,  2. ]"));
    assertTrue(html.contains("<td>-4.0000</td>") && html.contains("histogram"));
    notebook.run("tf.constant(3)");
    assertNull(notebook.last("text/html"));
    html = html("tf.constant(['<script>', 'b'])");
    assertTrue(html.contains("&lt;script&gt;"));
    assertTrue(html("np.array([1.0, float('nan'), 2.0])").contains("<td>nan</td>"));
  }

  @Test
  void largeMatricesAreHeatMapsOfABoundedSize() {
    notebook.run("x = np.random.normal(0, 1, (1000, 1000))\nx[:2]");
    String html = html("x");
    assertTrue(html.length() < 300_000, "length " + html.length());
    assertTrue(html.contains("alt=\"heat map of 1000 by 1000 values"));
    assertTrue(html.contains("data:image/png;base64,"));
    assertTrue(html.contains("the mean of several values"));
    html("np.random.normal(0, 1, (8, 40))");
    html("np.zeros((3, 4, 5))");
    html("np.random.normal(0, 1, (30, 30)) > 0");
  }

  @Test
  void longListsUnfold() {
    String html = html("list(range(40)) + ['<script>x</script>'] * 2000");
    assertEquals(1000, Notebook.parse(html).getElementsByTagName("li").getLength());
    assertTrue(html.contains("2,040 items") && html.contains("1040 more items"));
    assertTrue(notebook.last().plain().startsWith("[0,\n 1,\n 2,"));
    notebook.run("[1, 2, 3]");
    assertNull(notebook.last("text/html"));
  }

  @Test
  void mapsAndListsOfMapsAreTables() {
    assertTrue(html("['loss': 0.25, '<b>': [1, 2]]").contains("&lt;b&gt;"));
    assertEquals("{'loss': 0.25, '<b>': [1, 2]}", notebook.last().plain());
    String html = html("[['a': 1, 'b': '<i>'], ['a': 2, 'c': null]]");
    assertEquals(3, Notebook.parse(html).getElementsByTagName("tr").getLength());
    assertTrue(html.contains("&lt;i&gt;"));
  }

  @Test
  void richTextIsShownAsWhatItIs() {
    assertEquals("<b>x</b>", html("HTML('<b>x</b>')"));
    assertEquals("<IPython.core.display.HTML object>", notebook.last().plain());
    notebook.run("from IPython.display import Markdown, display\ndisplay(Markdown('# A'))");
    assertEquals("# A", notebook.last("text/markdown"));
    notebook.run("Latex('$x^2$')");
    assertEquals("$x^2$", notebook.last("text/latex"));
    notebook.run("SVG('<svg/>')");
    assertEquals("<svg/>", notebook.last("image/svg+xml"));
    assertEquals("FileNotFoundError", notebook.failure("Image('none.png')").name());
    assertEquals("TypeError", notebook.failure("HTML()").name());
  }

  @Test
  void bytesOfColoursAreAPicture() {
    String html = html("np.array(np.random.uniform(0, 255, (12, 20, 3))).astype('uint8')");
    assertTrue(html.contains("alt=\"picture of 20 by 12 pixels\""), html);
    assertTrue(html.contains("width=\"160\" height=\"96\""), html);
    assertTrue(html.contains("(12, 20, 3) uint8"), html);
    assertTrue(notebook.last().plain().startsWith("array([[["), notebook.last().plain());
    String large = html("np.zeros((1000, 500, 4)).astype('uint8')");
    assertTrue(large.contains("width=\"200\" height=\"400\"") && large.length() < 30_000, large);
    assertFalse(html("np.zeros((4, 5, 3))").contains("<img alt=\"picture"));
  }

  @Test
  void aRendererOfOnesOwnTakesThreeLines() {
    notebook.run("class Point { int x; int y }");
    notebook.run("nyala.renderer(Point) { HTML('<b>' + it.x + '</b>') }\nz = 1");
    assertEquals("<b>7</b>", html("new Point(x: 7, y: 1)"));
    notebook.session.renderers().add(StringBuilder.class, b -> Rich.html("<i>" + b + "</i>"));
    assertEquals("<i>q</i>", html("new StringBuilder('q')"));
  }

  @Test
  void aRendererFromJavaOnTheClassPathServesEverySession() {
    assertTrue(java.util.ServiceLoader.load(Renderers.Provider.class).stream().count() >= 3);
    notebook.session.renderers().add(Thread.class, t -> MimeBundle.text("thread " + t.getName()));
    notebook.run("new Thread('worker')");
    assertEquals("thread worker", notebook.last().plain());
  }

  @Test
  void dataSetsSayWhatTheyHold() {
    String html =
        html(
            "d = tf.data.Dataset.from_tensor_slices([text: ['<i>', 'b', 'c'], n: [1, 2, 3]])\n"
                + "d.batch(2)");
    assertTrue(notebook.last().plain().startsWith("<Dataset element_spec={"));
    assertTrue(html.contains("2 elements") && html.contains("&lt;i&gt;"), html);
    assertTrue(html.contains(">int32<") && html.contains(">string<"), html);
    assertTrue(html("tf.data.Dataset.range(3).repeat()").contains("without end"));
    notebook.run(
        "def boom(x) { throw new Exception('boom') }",
        "keras.utils.set_random_seed(5)",
        "a = tf.data.Dataset.range(20).shuffle(20)",
        "one = a.as_numpy_iterator().collect { it }",
        "keras.utils.set_random_seed(5)",
        "a = tf.data.Dataset.range(20).shuffle(20)",
        "display(a)",
        "two = a.as_numpy_iterator().collect { it }",
        "one == two");
    assertEquals("True", notebook.last().plain());
  }

  @Test
  void rowsAreATableInAFold() {
    String html = html("[[1, 'a'], [2, '<b>'], [3, null]]");
    assertTrue(html.contains("3 rows of 2") && html.contains("<td>&lt;b&gt;</td>"), html);
    html = html("[(1, 2.5), (3, 4.5), (5, 6.5)] as LinkedList");
    assertTrue(html.contains("<td>6.5</td>"), html);
    notebook.run("[[1, 2], [3, 4]]");
    assertNull(notebook.last("text/html"));
  }

  @Test
  void longListsOfWordsCanBeSearched() {
    String html = html("(0..99).collect { 'word ' + it }");
    assertTrue(html.contains("<option label=\"42\" value=\"word 42\"></option>"), html);
    assertFalse(html("list(range(100))").contains("<datalist"));
  }

  @Test
  void javasPicturesAreShown() {
    notebook.run(
        "new java.awt.image.BufferedImage(4, 3, java.awt.image.BufferedImage.TYPE_INT_RGB)");
    assertEquals("<Image size=4x3>", notebook.last().plain());
    assertTrue(notebook.last("image/png").startsWith("iVBOR"));
    notebook.run("Image(_)");
    assertTrue(notebook.last("image/png").startsWith("iVBOR"));
  }

  @Test
  void displaysAreAddedReplacedAndCleared() {
    notebook.run("display(HTML('<b>a</b>'), Markdown('b'))\nz = 1");
    assertEquals(2, notebook.shown.size());
    notebook.run(
        "display('first', display_id = 'k')\nupdate_display('second', display_id = 'k')\nz = 1");
    assertEquals("'second'", notebook.last().plain());
    notebook.run("display_html('<i>x</i>')\nz = 1");
    assertEquals("<i>x</i>", notebook.last("text/html"));
    notebook.run("Math('x^2')");
    assertEquals("$\\displaystyle x^2$", notebook.last("text/latex"));
    notebook.run("from IPython.display import clear_output\nclear_output(wait = true)\nz = 1");
    assertEquals(0, notebook.shown.size());
    notebook.run(
        "%%python\nfrom IPython.display import display, HTML\ndisplay(HTML('<u>p</u>'))\nz = 1");
    assertEquals("<u>p</u>", notebook.last("text/html"));
  }

  @Test
  void everyWordIsAKeyOfAMap() {
    notebook.run(
        "m = [:]",
        "for (word in ['properties', 'class', 'empty', 'metaClass', 'size']) { m[word] = 1 }",
        "[m.size(), m['properties'], m['class'], m['empty']]");
    assertEquals("[5, 1, 1, 1]", notebook.last().plain());
  }

  @Test
  void picturesOfFilesAndBytesButNotOfAddresses() {
    notebook.run("plt.plot([1, 2]); plt.savefig('" + folder + "/p.png'); plt.close()");
    notebook.run("Image('" + folder + "/p.png')");
    assertTrue(notebook.last().data().containsKey("image/png"));
    notebook.run("Image(filename = '" + folder + "/p.png', width = 80, alt = '<script>')");
    String html = notebook.last("text/html");
    assertTrue(html.contains(" width=\"80\"") && html.contains("alt=\"&lt;script&gt;\""), html);
    for (String call : new String[] {"Image('https://a.b/c.png')", "Image(url = 'x')"}) {
      assertTrue(notebook.failure(call).message().contains("an address is refused"));
    }
    assertTrue(notebook.failure("Image('p.png', retina = True)").message().contains("retina"));
  }
}
