package io.nyala.dsl.plot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Where in a drawn chart the data are: the room that data are clipped to. */
final class Panel {
  private static final Pattern MOVE = Pattern.compile("translate\\((-?[\\d.]+)");

  private Panel() {}

  /** Left edge and width, in pixels. */
  static double[] of(String body) {
    NodeList clips = Tidy.parse("<x>" + body + "</x>").getElementsByTagName("clipPath");
    double[] room = {0, 0};
    for (int i = 0; i < clips.getLength(); i++) {
      Element clip = (Element) clips.item(i);
      Element rect = (Element) clip.getElementsByTagName("rect").item(0);
      double width = rect == null ? 0 : number(rect, "width");
      if (width > room[1]) {
        room = new double[] {number(rect, "x") + moved(clip), width};
      }
    }
    return room;
  }

  private static double number(Element element, String name) {
    String text = element.getAttribute(name);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  private static double moved(Node inside) {
    double all = 0;
    for (Node at = inside; at instanceof Element element; at = at.getParentNode()) {
      Matcher move = MOVE.matcher(element.getAttribute("transform"));
      all += move.find() ? Double.parseDouble(move.group(1)) : 0;
    }
    return all;
  }
}
