package io.nyala.cli.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.cli.notebook.NotebookFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookPageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "let $a_1 < b$ be     | <p>let <span class=\"math\">a_1 &lt; b</span> be</p>",
        "$$x*y*z$$            | <p><span class=\"math display\">x*y*z</span></p>",
        "costs $5 and $6      | <p>costs $5 and $6</p>",
        "`$a$` and ``$b` $``  | <p><code>$a$</code> and <code>$b` $</code></p>",
        "\\$a\\$              | <p>$a$</p>",
        "a $x$ b $y$          | <p>a <span class=\"math\">x</span> b <span class=\"math\">y</span></p>",
        "\\\\(z\\\\)          | <p><span class=\"math\">z</span></p>",
        "[l](javascript:x)    | <p><a rel=\"nofollow\" href=\"\">l</a></p>",
      })
  void markdownKnowsFormulas(String markdown, String html) {
    assertEquals(html, new Markdown().toHtml(markdown).strip());
  }

  @Test
  void aFencedDollarIsCode() {
    Markdown markdown = new Markdown();
    String html = markdown.toHtml("```\n$a$ $b$\n```\n\n\\begin{align}\na_1 &= b\n\\end{align}\n");
    assertTrue(html.contains("<pre><code>$a$ $b$"), html);
    assertTrue(html.contains("<span class=\"math display\">\\begin{align}\na_1 &amp;= b"), html);
    assertTrue(markdown.sawMath());
  }

  @Test
  void foldsHoldMarkdown() {
    String html =
        new Markdown().toHtml("<details>\n<summary>S</summary>\n\n*why* $x$\n\n</details>\n");
    assertTrue(html.contains("<details>"), html);
    assertTrue(html.contains("<em>why</em> <span class=\"math\">x</span>"), html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a<b & c                     | a&lt;b &amp; c",
        "\\e[31mred\\e[0m x          | <span class=\"ansi-fg1\">red</span> x",
        "\\e[1;92mgo\\e[m            | <span class=\"ansi-bold ansi-fg10\">go</span>",
        "\\e[38;5;196mx\\e[39my      | <span style=\"color:rgb(255,0,0);\">x</span>y",
        "\\e[48;2;1;2;3mx            | <span style=\"background:rgb(1,2,3);\">x</span>",
        "\\e[2Kgone                  | gone",
      })
  void coloursBecomeSpans(String text, String html) {
    assertEquals(html, Ansi.toHtml(text.replace("\\e", "\u001b")));
  }

  private static String page(String cells) throws IOException {
    String json = "{\"cells\": [" + cells + "], \"nbformat\": 4, \"nbformat_minor\": 5}";
    return NotebookPage.render(NotebookFile.parse(json, "x"), "fallback");
  }

  @Test
  void outputsAreEscapedUnlessTheyAreHtml() throws IOException {
    String html =
        page(
            """
            {"cell_type": "code", "execution_count": 3, "source": "x = '<i>'", "outputs": [
              {"output_type": "stream", "name": "stdout", "text": "<script>1</script>"},
              {"output_type": "display_data", "data": {"text/plain": "no", "text/html": "<b>yes</b>"}},
              {"output_type": "execute_result", "execution_count": 3, "data": {"text/plain": "<7>"}},
              {"output_type": "error", "ename": "E", "evalue": "<v>", "traceback": []},
              {"output_type": "display_data", "data": {"image/png": "QUJD"}}]}""");
    assertTrue(html.contains("&lt;script&gt;1&lt;/script&gt;"), html);
    assertTrue(html.contains("<b>yes</b>") && !html.contains(">no<"), html);
    assertTrue(html.contains("Out[3]:") && html.contains("<pre>&lt;7&gt;</pre>"), html);
    assertTrue(html.contains("E: &lt;v&gt;"), html);
    assertTrue(html.contains("<img alt=\"\" src=\"data:image/png;base64,QUJD\">"), html);
    assertTrue(html.contains("<span class=\"s\">'&lt;i&gt;'</span>"), html);
  }

  @Test
  void onlyAPageWithFormulasCarriesTheirScript() throws IOException {
    String without = page("{\"cell_type\": \"markdown\", \"source\": \"# Title & more\"}");
    assertTrue(without.contains("<title>Title &amp; more</title>"), without);
    assertTrue(without.contains("script-src 'none'") && !without.contains("<script"), without);
    String with = page("{\"cell_type\": \"markdown\", \"source\": \"$x$\"}");
    assertTrue(with.contains("script-src 'sha256-") && with.contains("katex.render"), "no KaTeX");
    assertFalse(with.contains("url(fonts/"), "a font is not inside the page");
    assertTrue(with.contains("<title>fallback</title>"), "no title");
  }
}
