package io.nyala.dsl.plot;

import io.nyala.dsl.show.Html;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The library's SVG made fit to stand in a page beside others: no style sheet, which would reach
 * the whole page; ids of its own; ink in the page's colour; short numbers.
 */
final class Tidy {
  private static final Pattern RULE =
      Pattern.compile(
          "\\.([\\w-]+) \\{\\s*fill: (#\\w+);[^}]*?font-size: ([\\d.]+)px;\\s*font-weight: (\\w+);"
              + "\\s*font-style: (\\w+);[^}]*?}",
          Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:[eE]-?\\d+)?");
  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
  private static final Pattern REFERENCE = Pattern.compile("url\\(#([^)]*)\\)");

  /** Stands before every id; a character that no text of a chart holds. */
  static final String MARK = "\uE6A7";

  /** Colour, size, weight and style of the words of a class. */
  private record Face(String color, String size, String weight, String style) {}

  private final Map<String, Face> faces = new HashMap<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  private Tidy() {}

  /**
   * What is inside the root element.
   *
   * @return SVG in which every id starts with {@link #MARK}, to be replaced by what tells figures
   *     apart
   */
  static String body(String svg) {
    Tidy tidy = new Tidy();
    Element root = parse(svg);
    tidy.children(root);
    return tidy.out.toString();
  }

  static Element parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("The chart could not be drawn: " + e.getMessage(), e);
    }
  }

  private void children(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        element(element);
      } else if (node instanceof Text text && isWords(parent)) {
        out.append(Html.escape(text.getData().strip()));
      }
    }
  }

  private static boolean isWords(Node parent) {
    return parent.getNodeName().equals("text") || parent.getNodeName().equals("tspan");
  }

  private void element(Element element) {
    if (element.getTagName().equals("style")) {
      sheet(element.getTextContent());
      return;
    }
    if (isPaper(element) || isUnseen(element)) {
      return;
    }
    int start = out.length();
    out.append('<').append(element.getTagName());
    attributes(element);
    out.append('>');
    int inside = out.length();
    children(element);
    boolean empty = out.length() == inside;
    boolean drawsNothing = element.getTagName().matches("g|text|defs") || !element.hasAttributes();
    if (empty && drawsNothing) {
      out.setLength(start);
    } else if (empty) {
      out.setLength(inside - 1);
      out.append("/>");
    } else {
      out.append("</").append(element.getTagName()).append('>');
    }
  }

  /** Words that only took room. */
  private boolean isUnseen(Element element) {
    String color = "rgb(10,11,12)";
    Face face = faces.get(element.getAttribute("class"));
    if (face != null && face.color.equals(Theme.UNSEEN)) {
      return true;
    }
    return element.getAttribute("style").contains(color)
        || element.getAttribute("stroke").equals(color)
        || element.getAttribute("fill").equals(color);
  }

  /** The white square behind a sign in the legend and its white border; the page has its own. */
  private static boolean isPaper(Element element) {
    String white = "rgb(255,255,255)";
    boolean square =
        element.getTagName().equals("rect")
            && element.getAttribute("width").equals(element.getAttribute("height"));
    boolean filled =
        element.getAttribute("fill").equals(white)
            && element.getAttribute("stroke-width").startsWith("0");
    boolean border =
        element.getAttribute("stroke").equals(white)
            && element.getAttribute("fill-opacity").startsWith("0");
    return square && (filled || border);
  }

  private void sheet(String rules) {
    Matcher rule = RULE.matcher(rules);
    while (rule.find()) {
      faces.put(
          rule.group(1), new Face(rule.group(2), rule.group(3), rule.group(4), rule.group(5)));
    }
  }

  private void attributes(Element element) {
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      String name = all.item(i).getNodeName();
      String value = all.item(i).getNodeValue();
      switch (name) {
        case "class" -> {
          if (faces.containsKey(value)) {
            face(faces.get(value));
          }
        }
        case "clip-bounds-jfx" -> {}
        case "style" ->
            attribute(
                name,
                paint(
                    value
                        .replace("image-rendering: optimizeSpeed; ", "")
                        .replace("font-family:sans-serif;", "")));
        case "id" -> attribute("id", id(value));
        case "xlink:href", "href" -> attribute("href", value);
        case "stroke-opacity", "fill-opacity" -> {
          if (!value.equals("1.0")) {
            attribute(name, shorter(value));
          }
        }
        default -> attribute(name, paint(shorter(value)));
      }
    }
    if (element.getTagName().equals("text")
        && element.getAttribute("style").isEmpty()
        && !faces.containsKey(element.getAttribute("class"))) {
      attribute("font-size", "13");
    }
    if (isFaint(element.getAttribute("stroke"))) {
      attribute("class", MARK + element.getAttribute("stroke").replaceAll("\\D+", "_"));
    }
  }

  private void face(Face face) {
    attribute("font-size", shorter(face.size));
    attribute("fill", paint(face.color));
    if (!face.weight.equals("normal")) {
      attribute("font-weight", face.weight);
    }
    if (!face.style.equals("normal")) {
      attribute("font-style", face.style);
    }
  }

  private static boolean isFaint(String paint) {
    return paint.equals("rgb(2,2,2)") || paint.equals("rgb(2,2,3)");
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(Html.escape(value)).append('"');
  }

  private String id(String id) {
    return MARK + ids.computeIfAbsent(id, key -> ids.size());
  }

  /** Two decimals are a hundredth of a pixel. */
  private static String shorter(String value) {
    if (value.startsWith("data:")) {
      return value;
    }
    return NUMBER
        .matcher(value)
        .replaceAll(
            number -> {
              double rounded = Math.round(Double.parseDouble(number.group()) * 100) / 100.0;
              return rounded == (long) rounded
                  ? Long.toString((long) rounded)
                  : Double.toString(rounded);
            })
        .replace(" )", ")")
        .strip();
  }

  private String paint(String value) {
    String hex =
        RGB.matcher(value)
            .replaceAll(
                rgb ->
                    String.format(
                        Locale.ROOT,
                        "#%02x%02x%02x",
                        Integer.parseInt(rgb.group(1)),
                        Integer.parseInt(rgb.group(2)),
                        Integer.parseInt(rgb.group(3))));
    return REFERENCE
        .matcher(
            hex.replace(Colors.INK, "currentColor")
                .replace(Colors.FAINT, "currentColor")
                .replace(Colors.FAINT_UPRIGHT, "currentColor"))
        .replaceAll(reference -> "url(#" + id(reference.group(1)) + ")");
  }
}
