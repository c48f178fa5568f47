package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class ValuesTest {
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
  void aRendererOfOnesOwnTakesThreeLines() {
    notebook.run("class Point { int x; int y }");
    notebook.run("nyala.renderer(Point) { HTML('<b>' + it.x + '</b>') }\nz = 1");
    assertEquals("<b>7</b>", html("new Point(x: 7, y: 1)"));
    notebook.session.renderers().add(StringBuilder.class, b -> Rich.html("<i>" + b + "</i>"));
    assertEquals("<i>q</i>", html("new StringBuilder('q')"));
  }
}
