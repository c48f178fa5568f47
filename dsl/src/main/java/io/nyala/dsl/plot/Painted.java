package io.nyala.dsl.plot;

import io.nyala.dsl.show.Html;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An element of a drawing.
 *
 * @param own attributes that only the element itself can have: where it is, what it refers to
 * @param paint attributes that a group can hold for all in it
 * @param inside markup between its tags that stays as it is
 * @param parts of a group
 */
record Painted(
    String tag,
    Map<String, String> own,
    Map<String, String> paint,
    String inside,
    List<Painted> parts) {

  /** Attributes that elements take over from the groups they are in, of those that charts use. */
  static final Set<String> INHERITED =
      Set.of(
          "fill",
          "fill-opacity",
          "stroke",
          "stroke-width",
          "stroke-opacity",
          "stroke-dasharray",
          "stroke-linecap",
          "stroke-linejoin",
          "stroke-miterlimit",
          "font-family",
          "font-size",
          "font-style",
          "font-weight",
          "text-anchor");

  private static final Set<String> CONTAINERS = Set.of("g", "defs", "text");

  /** Whether nothing of it is seen. */
  boolean isUnseen() {
    boolean filled =
        !"none".equals(paint.get("fill")) && !isZero(paint.getOrDefault("fill-opacity", "1"));
    boolean shape = !CONTAINERS.contains(tag) && parts.isEmpty() && inside.isEmpty();
    boolean paints = filled || paint.containsKey("stroke") || tag.equals("image");
    return tag.equals("g") ? parts.isEmpty() : shape && !paints;
  }

  static boolean isZero(String number) {
    return number.matches("0*\\.?0*");
  }

  /** Whether it lies on another rectangle of its colour: steps of a scale of colours do. */
  boolean isLostOn(Painted under) {
    return tag.equals("rect")
        && under.tag.equals("rect")
        && paint.equals(under.paint)
        && paint.keySet().equals(Set.of("fill"))
        && Set.of("x", "y", "width", "height").containsAll(own.keySet())
        && Set.of("x", "y", "width", "height").containsAll(under.own.keySet())
        && within(under, "x", "width")
        && within(under, "y", "height");
  }

  private boolean within(Painted other, String from, String size) {
    double low = number(from) - other.number(from);
    double high = low + number(size) - other.number(size);
    return low >= -0.011 && high <= 0.011;
  }

  private double number(String name) {
    return Double.parseDouble(own.getOrDefault(name, "0"));
  }

  /** Whether it is upright or level lines in a colour that hides what is below. */
  boolean isRule() {
    return tag.equals("path")
        && own.keySet().equals(Set.of("d"))
        && "none".equals(paint.get("fill"))
        && !paint.containsKey("stroke-opacity")
        && own.get("d").matches("(M[-.\\d ]+[hv]-?[.\\d]+)+");
  }

  /** Whether it consists of words in a colour that hides what is below. */
  boolean isWordsIn(String color) {
    return tag.equals("text")
        && color.equals(paint.get("fill"))
        && paint.get("fill-opacity") == null;
  }

  /** The start of its markup, with these attributes of its paint. */
  void open(StringBuilder out, Map<String, String> shown) {
    out.append('<').append(tag);
    write(out, shown);
    write(out, own);
    out.append(inside.isEmpty() && parts.isEmpty() ? "/>" : ">");
  }

  /** The rest of its markup. */
  void close(StringBuilder out) {
    if (!inside.isEmpty() || !parts.isEmpty()) {
      out.append("</").append(tag).append('>');
    }
  }

  static void write(StringBuilder out, Map<String, String> attributes) {
    attributes.forEach(
        (name, value) ->
            out.append(' ').append(name).append("=\"").append(Html.escape(value)).append('"'));
  }
}
