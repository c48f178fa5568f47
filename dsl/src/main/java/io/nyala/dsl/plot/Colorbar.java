package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Members;
import java.util.List;

/** The scale beside a chart that says which colour stands for which number. */
final class Colorbar extends Members {

  private Colorbar(Axes on) {
    super("Colorbar");
    def(
        "set_label(label, rotation=None, labelpad=None, " + Font.ARGUMENTS + ")",
        given -> label(on, given));
    def("set_ticks(ticks, labels=None)", given -> ticks(on, given));
    property("ax", () -> on);
  }

  static Object of(Figure figure, Given given) {
    for (String name : List.of("cax", "fraction", "pad", "aspect")) {
      if (name.equals("cax") && given.has(name)) {
        throw given.wrong(name, "None: the scale of colours stands beside its chart");
      }
    }
    Artist mappable = figure.mappable(given);
    Axes on = mappable.axes();
    on.colorbar = mappable.mark();
    on.colorbarLabel = given.has("label") ? given.string("label") : "";
    on.colorbarPlace = place(given);
    if (given.has("ticks")) {
      on.colorbarTicks = Values.numbers(given.get("ticks"));
    }
    if (given.has("format")) {
      on.colorbarWords = Ticks.words(given.get("format"));
    }
    return new Colorbar(on);
  }

  private static String place(Given given) {
    String orientation = given.string("orientation");
    if (!List.of("vertical", "horizontal").contains(orientation)) {
      throw given.wrong("orientation", "'vertical' or 'horizontal'");
    }
    String place =
        given.has("location")
            ? given.string("location")
            : orientation.equals("vertical") ? "right" : "bottom";
    if (!List.of("left", "right", "top", "bottom").contains(place)) {
      throw given.wrong("location", "'left', 'right', 'top' or 'bottom'");
    }
    return place;
  }

  private static Object label(Axes on, Given given) {
    on.colorbarLabel = given.string("label");
    return null;
  }

  private static Object ticks(Axes on, Given given) {
    on.colorbarTicks = Values.numbers(given.get("ticks"));
    if (given.has("labels")) {
      List<Object> labels = Values.items(given.get("labels"));
      on.colorbarWords = (value, place) -> String.valueOf(labels.get(place));
    }
    return null;
  }

  @Override
  public String toString() {
    return "<matplotlib.colorbar.Colorbar>";
  }
}
