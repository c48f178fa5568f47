package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Members;
import io.nyala.dsl.show.Repr;

/** {@code ax.xaxis} and {@code ax.yaxis}: where an axis has marks and what is written there. */
final class AxisMethods extends Members {
  private final Axis axis;

  AxisMethods(Axes axes, Axis axis) {
    super("Axis");
    this.axis = axis;
    def("set_major_locator(locator)", this::places);
    def("set_major_formatter(formatter)", this::words);
    def("set_ticks(ticks=None, labels=None)", given -> AxesFunctions.ticks(axes, axis, given));
    def("set_label_text(label)", given -> axis.label = given.string("label"));
    def("set_visible(b)", this::visible);
    def("set_inverted(inverted)", given -> axis.inverted = given.flag("inverted"));
    def("grid(visible=True)", given -> axis.grid = given.flag("visible"));
    def("get_label_text()", given -> axis.label);
  }

  private Object places(Given given) {
    if (!(given.get("locator") instanceof Ticks.Places places)) {
      throw given.wrong("locator", "one of matplotlib.ticker, such as MaxNLocator(integer=True)");
    }
    axis.places = places;
    axis.ticks = null;
    axis.tickLabels = null;
    return null;
  }

  private Object words(Given given) {
    axis.words = Ticks.words(given.get("formatter"));
    return null;
  }

  private Object visible(Given given) {
    boolean on = given.flag("b");
    axis.marked = on;
    axis.labelled = on;
    return null;
  }

  @Override
  public String toString() {
    return "<matplotlib.axis.Axis " + Repr.quote(axis.label) + ">";
  }
}
