package io.nyala.dsl.plot;

import io.nyala.dsl.show.Html;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * A drawing in fewer characters: groups that only move what is in them are taken apart, paints are
 * written once for neighbours that share them, lines of one colour are one path, what is not seen
 * is left out. It looks the same. As SVGO does it.
 */
final class Minifier {
  private static final Pattern MOVE =
      Pattern.compile("translate\\((-?[\\d.]+)(?:[ ,]+(-?[\\d.]+))?\\)");
  private static final Pattern NO_TURN = Pattern.compile("rotate\\(0(?:[ ,][^)]*)?\\)");
  private static final Pattern REFERENCE = Pattern.compile("url\\(#([^)]*)\\)");
  private static final String DECIMAL = "-?\\d*\\.?\\d+";

  /** The attributes that say where a shape is, across and up. */
  private static final Map<String, List<String>> PLACES =
      Map.of(
          "rect", List.of("x", "y"),
          "image", List.of("x", "y"),
          "text", List.of("x", "y"),
          "circle", List.of("cx", "cy"),
          "ellipse", List.of("cx", "cy"));

  /** Ids that are referred to, each with that of the first definition of the same content. */
  private final Map<String, String> ids = new HashMap<>();

  private Minifier() {}

  /** The same drawing; its ink, {@code currentColor}, hides what is below. */
  static String of(String body) {
    Element root = Tidy.parse("<g>" + body + "</g>");
    Minifier minifier = new Minifier();
    Matcher reference = REFERENCE.matcher(body);
    while (reference.find()) {
      minifier.ids.put(reference.group(1), reference.group(1));
    }
    minifier.unite(root.getElementsByTagName("clipPath"));
    List<Painted> all = new ArrayList<>();
    minifier.takeApart(root, 0, 0, Map.of(), all);
    return Grouping.of(fewer(all));
  }

  /** Many charts clip to a room of the same size; the definitions of all but the first go. */
  private void unite(NodeList clips) {
    Map<String, String> first = new HashMap<>();
    List<Node> needless = new ArrayList<>();
    for (int i = 0; i < clips.getLength(); i++) {
      Element clip = (Element) clips.item(i);
      String id = clip.getAttribute("id");
      ids.put(id, first.computeIfAbsent(inside(clip), content -> id));
      if (!ids.get(id).equals(id)) {
        needless.add(clip);
      }
    }
    needless.forEach(clip -> clip.getParentNode().removeChild(clip));
  }

  /** The elements in another, with all that the groups around them said of them. */
  private void takeApart(
      Element parent, double dx, double dy, Map<String, String> paint, List<Painted> out) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, String> all = new LinkedHashMap<>(paint);
        attributes(element, own, all);
        Painted made = element(element, new double[] {dx, dy}, own, all, out);
        if (made != null && !made.isUnseen()) {
          out.add(made);
        }
      }
    }
  }

  /** An element; null if it was a group, whose elements are handed out by themselves. */
  private Painted element(
      Element element,
      double[] moved,
      Map<String, String> own,
      Map<String, String> paint,
      List<Painted> out) {
    String tag = element.getTagName();
    Matcher move = MOVE.matcher(own.getOrDefault("transform", ""));
    if (move.matches()) {
      moved[0] += Double.parseDouble(move.group(1));
      moved[1] += move.group(2) == null ? 0 : Double.parseDouble(move.group(2));
      own.remove("transform");
    }
    if (tag.equals("defs")) {
      return element.hasChildNodes()
          ? new Painted(tag, Map.of(), Map.of(), inside(element), List.of())
          : null;
    }
    if (tag.equals("g") && own.isEmpty()) {
      takeApart(element, moved[0], moved[1], paint, out);
      return null;
    }
    if (tag.equals("g")) {
      List<Painted> parts = new ArrayList<>();
      takeApart(element, 0, 0, paint, parts);
      transform(own, moved);
      return new Painted(tag, own, Map.of(), "", parts);
    }
    String kind = tag.equals("line") ? "path" : tag;
    if (tag.equals("line")) {
      straight(own, paint);
    }
    place(tag, element, moved, own, paint);
    plain(kind, paint);
    return new Painted(kind, own, paint, inside(element), List.of());
  }

  private void attributes(Element element, Map<String, String> own, Map<String, String> paint) {
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      attribute(all.item(i).getNodeName(), all.item(i).getNodeValue(), own, paint);
    }
    own.remove("opacity", "1");
    own.remove("opacity", "1.00");
    if (NO_TURN.matcher(own.getOrDefault("transform", "")).matches()) {
      own.remove("transform");
    }
  }

  private void attribute(
      String name, String value, Map<String, String> own, Map<String, String> paint) {
    if (name.equals("style")) {
      for (String rule : value.split(";")) {
        String[] sides = rule.split(":", 2);
        if (sides.length == 2) {
          attribute(sides[0].strip(), sides[1].strip(), own, paint);
        }
      }
    } else if (name.equals("id")) {
      if (ids.containsKey(value)) {
        own.put(name, value);
      }
    } else {
      Map<String, String> to = Painted.INHERITED.contains(name) ? paint : own;
      Matcher reference = REFERENCE.matcher(value);
      boolean refers = reference.matches();
      to.put(name, refers ? "url(#" + ids.get(reference.group(1)) + ")" : shorter(value));
    }
  }

  private static String shorter(String value) {
    return value.matches("-?\\d*\\.\\d+(?:px)?")
        ? PathData.number(Double.parseDouble(value.replace("px", "")))
        : value;
  }

  /** A line as the path it is. */
  private static void straight(Map<String, String> own, Map<String, String> paint) {
    StringBuilder path = new StringBuilder();
    for (String name : List.of("x1", "y1", "x2", "y2")) {
      String value = own.remove(name);
      path.append(path.isEmpty() ? "M" : name.equals("x2") ? "L" : " ");
      path.append(value == null ? "0" : value);
    }
    own.put("d", path.toString());
    paint.put("fill", "none");
    if (own.containsKey("opacity") && !paint.containsKey("stroke-opacity")) {
      paint.put("stroke-opacity", own.remove("opacity"));
    }
  }

  /** Moves a shape, and its words by a share of their size, by its numbers where it has some. */
  private static void place(
      String tag,
      Element element,
      double[] moved,
      Map<String, String> own,
      Map<String, String> paint) {
    boolean turned = own.containsKey("transform");
    boolean simple =
        !turned
            && paint.values().stream().noneMatch(value -> value.startsWith("url("))
            && element.getElementsByTagName("*").getLength() == 0;
    PathData path = own.containsKey("d") ? PathData.of(own.get("d")) : null;
    List<String> places = PLACES.getOrDefault(tag, List.of());
    if (path != null) {
      own.put("d", (simple ? path.moved(moved[0], moved[1]) : path).simple().toString());
    } else if (simple) {
      simple = places.stream().allMatch(name -> own.getOrDefault(name, "0").matches(DECIMAL));
      for (int i = 0; simple && i < places.size(); i++) {
        double at = Double.parseDouble(own.getOrDefault(places.get(i), "0")) + moved[i];
        at += tag.equals("text") && i == 1 ? drop(own, paint) : 0;
        // The edges of neighbours meet.
        boolean edge = places.contains("x") && !tag.equals("text");
        own.put(places.get(i), edge ? PathData.number(at) : PathData.place(at));
      }
      simple &= !places.isEmpty();
    }
    for (String name : places) {
      own.remove(name, "0");
    }
    if (!simple) {
      transform(own, moved);
    }
  }

  /** How far words stand below their place. */
  private static double drop(Map<String, String> own, Map<String, String> paint) {
    String by = own.getOrDefault("dy", "");
    String size = paint.getOrDefault("font-size", "");
    if (!by.matches(DECIMAL + "em") || !size.matches(DECIMAL)) {
      return 0;
    }
    own.remove("dy");
    return Double.parseDouble(by.replace("em", "")) * Double.parseDouble(size);
  }

  private static void transform(Map<String, String> own, double[] moved) {
    if (moved[0] != 0 || moved[1] != 0) {
      String move =
          "translate(" + PathData.number(moved[0]) + " " + PathData.number(moved[1]) + ")";
      own.merge("transform", move, (turn, by) -> by + " " + turn);
    }
  }

  /** Leaves out paint that paints nothing. */
  private static void plain(String tag, Map<String, String> paint) {
    String width = paint.getOrDefault("stroke-width", "1");
    String opacity = paint.getOrDefault("stroke-opacity", "1");
    boolean invisible = Painted.isZero(width) || Painted.isZero(opacity);
    if (invisible || paint.getOrDefault("stroke", "none").equals("none")) {
      paint.keySet().removeIf(name -> name.startsWith("stroke"));
    }
    if (!tag.equals("text")) {
      paint.keySet().removeIf(name -> name.startsWith("font") || name.equals("text-anchor"));
    }
    if ("none".equals(paint.get("fill"))) {
      paint.remove("fill-opacity");
    }
    paint.remove("fill-opacity", "1");
    paint.remove("stroke-opacity", "1");
  }

  /** Neighbours that can be one element without a change of what is seen. */
  private static List<Painted> fewer(List<Painted> all) {
    List<Painted> kept = new ArrayList<>();
    for (Painted next : all) {
      Painted last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      int rule = next.isRule() ? likeBefore(kept, next) : -1;
      if (rule >= 0) {
        Map<String, String> own = Map.of("d", kept.get(rule).own().get("d") + next.own().get("d"));
        kept.set(rule, new Painted(next.tag(), own, next.paint(), "", List.of()));
      } else if (last != null && isSameGroup(last, next)) {
        last.parts().addAll(next.parts());
      } else if (last == null || !next.isLostOn(last)) {
        kept.add(next);
      }
    }
    kept.replaceAll(
        each ->
            each.parts().isEmpty()
                ? each
                : new Painted(
                    each.tag(), each.own(), each.paint(), each.inside(), fewer(each.parts())));
    return kept;
  }

  private static boolean isSameGroup(Painted a, Painted b) {
    return a.tag().equals("g")
        && b.tag().equals("g")
        && a.own().equals(b.own())
        && List.of("clip-path", "transform").containsAll(a.own().keySet());
  }

  /** Where lines of the same paint are, with nothing but words of their colour since; or -1. */
  private static int likeBefore(List<Painted> kept, Painted rule) {
    for (int i = kept.size() - 1; i >= 0; i--) {
      Painted each = kept.get(i);
      if (each.isRule() && each.paint().equals(rule.paint())) {
        return i;
      }
      if (!each.isWordsIn(rule.paint().getOrDefault("stroke", ""))) {
        return -1;
      }
    }
    return -1;
  }

  /** The markup between an element's tags. */
  private static String inside(Element element) {
    StringBuilder out = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Text text) {
        out.append(Html.escape(text.getData()));
      } else if (node instanceof Element child) {
        Map<String, String> attributes = new LinkedHashMap<>();
        NamedNodeMap all = child.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
          attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
        }
        out.append('<').append(child.getTagName());
        Painted.write(out, attributes);
        out.append('>').append(inside(child));
        out.append("</").append(child.getTagName()).append('>');
      }
    }
    return out.toString();
  }
}
