package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * What GitHub's viewer leaves of HTML, and JupyterLab of a notebook that is not trusted: a list of
 * elements and attributes; the words within others stay, but for style sheets. Source of the list:
 * the documentation of html-pipeline's sanitization filter.
 */
public final class Sanitized {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("x h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p ol ul table"
                  + " thead tbody tfoot blockquote dl dt dd kbd q samp var hr li tr td th s strike"
                  + " summary details caption figure figcaption abbr cite dfn mark small span time")
              .split(" "));
  private static final Set<String> WITH_CONTENTS = Set.of("script", "style");
  private static final String SVG = "data:image/svg+xml;base64,";
  private static final Pattern IMAGE =
      Pattern.compile("<img [^>]*? src=\"" + Pattern.quote(SVG) + "([^\"]*)\"[^>]*/>");
  private static final Pattern OUTSIDE = Pattern.compile("(?:href|src)=\"(?!#|data:)|url\\((?!#)");

  private final StringBuilder words = new StringBuilder();
  private int pictures;

  private Sanitized() {}

  /** Fails unless something is left to read or see, and nothing that belonged to what is gone. */
  public static void check(String html) {
    Sanitized left = new Sanitized();
    left.walk(Notebook.parse(html).getDocumentElement());
    assertTrue(left.pictures > 0 || !left.words.toString().isBlank(), "nothing is left: " + html);
  }

  /** The drawings of an output in place of their images, as markup. */
  public static String opened(String html) {
    return IMAGE.matcher(html).replaceAll(m -> Matcher.quoteReplacement(decoded(m.group(1))));
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private void walk(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Text text) {
        words.append(text.getData());
      } else if (node instanceof Element element && !WITH_CONTENTS.contains(element.getTagName())) {
        element(element);
      }
    }
  }

  private void element(Element element) {
    if (element.getTagName().equals("img")) {
      image(element);
    } else if (ELEMENTS.contains(element.getTagName())) {
      walk(element);
    } else {
      int before = words.length();
      walk(element);
      // The words of a label are the person's own; all others had their place in a drawing or
      // field.
      boolean label = element.getTagName().equals("label");
      String stray = words.substring(before);
      assertTrue(label || stray.isBlank(), element.getTagName() + " leaves stray words: " + stray);
    }
  }

  private void image(Element image) {
    String source = image.getAttribute("src");
    assertTrue(source.startsWith("data:image/"), source);
    assertTrue(image.hasAttribute("alt"), "an image without words for those who cannot see it");
    assertTrue(image.hasAttribute("width") && image.hasAttribute("height"), "a size in style only");
    pictures += image.getAttribute("alt").isBlank() ? 0 : 1;
    if (source.startsWith(SVG)) {
      drawing(decoded(source.substring(SVG.length())));
    }
  }

  private static void drawing(String svg) {
    Element root = (Element) Notebook.parse(svg).getDocumentElement().getFirstChild();
    assertEquals("http://www.w3.org/2000/svg", root.getAttribute("xmlns"));
    assertFalse(root.getAttribute("color").isEmpty(), "ink of its own");
    assertEquals(
        "100%", ((Element) root.getElementsByTagName("rect").item(0)).getAttribute("width"));
    assertFalse(svg.contains("<script"), "a script");
    assertFalse(OUTSIDE.matcher(svg.replace("href=\"data:", "")).find(), "refers elsewhere");
    assertFalse(svg.contains("var(--"), "a colour that only a page knows");
  }
}
