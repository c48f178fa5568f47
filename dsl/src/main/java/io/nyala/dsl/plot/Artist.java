package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Members;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;

/** What a drawing function hands back; prints as matplotlib's object of the same kind. */
class Artist extends Members {
  private final String text;
  private final Axes axes;
  private Mark mark;

  /**
   * An object.
   *
   * @param text what it prints as
   * @param axes the chart it stands in; null for words about a chart
   * @param mark what was drawn; null for words about a chart
   */
  Artist(String text, Axes axes, Mark mark) {
    super("Artist");
    this.text = text;
    this.axes = axes;
    this.mark = mark;
    if (mark != null) {
      def(
          "get_label()",
          given -> axes.nameOf(this.mark) == null ? "_child" + place() : axes.nameOf(this.mark));
      def("set_label(s)", this::setLabel);
      def("remove()", given -> remove());
      def("set_zorder(level)", given -> axes.order.put(this.mark, given.number("level")));
    }
    if (mark instanceof Mark.Line) {
      LineMethods.into(this);
    }
    if (mark != null && mark.shades() != null) {
      def("set_clim(vmin=None, vmax=None)", this::setLimits);
      def("legend_elements()", given -> Proxies.ofShades(axes, this.mark));
    }
  }

  /** An object that prints with its class and a number of its own. */
  static Artist of(String type, Axes axes, Mark mark) {
    String number = String.format("%x", 0x7f0000000000L + System.identityHashCode(mark));
    return new Artist("<" + type + " at 0x" + number + ">", axes, mark);
  }

  /** Words about the chart. */
  static Artist text(String place, String words) {
    Artist made = new Artist("Text(" + place + ", " + Repr.quote(words) + ")", null, null);
    made.def("get_text()", given -> words);
    return made;
  }

  Axes axes() {
    return axes;
  }

  Mark mark() {
    return mark;
  }

  /** Draws another mark in the place of this one. */
  void replace(Mark other) {
    int at = place();
    if (at < 0) {
      throw PyError.value("this was removed from its chart");
    }
    if (axes.order.containsKey(mark)) {
      axes.order.put(other, axes.order.get(mark));
    }
    axes.marks.set(at, other);
    mark = other;
  }

  private int place() {
    for (int i = 0; i < axes.marks.size(); i++) {
      if (axes.marks.get(i) == mark) {
        return i;
      }
    }
    return -1;
  }

  private Object setLabel(Given given) {
    replace(mark.named(given.has("s") ? Repr.text(given.get("s")) : null));
    return null;
  }

  private Object remove() {
    axes.marks.removeIf(each -> each == mark);
    return null;
  }

  private Object setLimits(Given given) {
    Shades now = mark.shades();
    replace(
        mark.shaded(
            now.between(
                Style.first(given, now.low(), "vmin"), Style.first(given, now.high(), "vmax"))));
    return null;
  }

  @Override
  public String toString() {
    return text;
  }
}
