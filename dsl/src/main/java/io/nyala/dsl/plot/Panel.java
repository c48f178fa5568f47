package io.nyala.dsl.plot;

import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Where in a drawn chart the data are, in pixels: the room that data are clipped to.
 *
 * @param left its left edge
 * @param top its upper edge, counted downwards
 */
record Panel(double left, double top, double width, double height) {
  private static final Pattern MOVE =
      Pattern.compile("translate\\((-?[\\d.]+)[ ,]*(-?[\\d.]+)?\\)");

  /** The room of a chart's drawing; of no size if the chart has none. */
  static Panel of(String body) {
    NodeList clips = Tidy.parse("<x>" + body + "</x>").getElementsByTagName("clipPath");
    Panel room = new Panel(0, 0, 0, 0);
    for (int i = 0; i < clips.getLength(); i++) {
      Element clip = (Element) clips.item(i);
      Element rect = (Element) clip.getElementsByTagName("rect").item(0);
      double width = rect == null ? 0 : number(rect, "width");
      if (width > room.width) {
        double[] moved = moved(clip);
        room =
            new Panel(
                number(rect, "x") + moved[0],
                number(rect, "y") + moved[1],
                width,
                number(rect, "height"));
      }
    }
    return room;
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  /** Where numbers of the horizontal axis are. */
  DoubleUnaryOperator across(Axes axes) {
    DoubleUnaryOperator share = share(axes, axes.x);
    return value -> left + share.applyAsDouble(value) * width;
  }

  /** Where numbers of the vertical axis are. */
  DoubleUnaryOperator up(Axes axes) {
    DoubleUnaryOperator share = share(axes, axes.y);
    return value -> top + (1 - share.applyAsDouble(value)) * height;
  }

  private static DoubleUnaryOperator share(Axes axes, Axis axis) {
    double[] ends = axes.ends(axis);
    double low = axis.along(ends[0]);
    double high = axis.along(ends[1]);
    boolean turned = axis.inverted;
    return value -> {
      double share = (axis.along(value) - low) / (high - low);
      return turned ? 1 - share : share;
    };
  }

  private static double number(Element element, String name) {
    String text = element.getAttribute(name);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  private static double[] moved(Node inside) {
    double[] all = {0, 0};
    for (Node at = inside; at instanceof Element element; at = at.getParentNode()) {
      Matcher move = MOVE.matcher(element.getAttribute("transform"));
      if (move.find()) {
        all[0] += Double.parseDouble(move.group(1));
        all[1] += move.group(2) == null ? 0 : Double.parseDouble(move.group(2));
      }
    }
    return all;
  }
}
