package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Members;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code plt.setp}, and the words at an axis's marks, whose looks are those of the axis. */
final class Setting {
  private Setting() {}

  /** Calls {@code set_name(value)} of one object or of many. */
  static Object of(List<Object> objects, Map<String, Object> values) {
    if (objects.isEmpty() || objects.size() % 2 == 0) {
      throw PyError.type("setp() takes what is to be changed, and names with values");
    }
    Map<String, Object> all = new java.util.LinkedHashMap<>(values);
    for (int i = 1; i < objects.size(); i += 2) {
      all.put(String.valueOf(objects.get(i)), objects.get(i + 1));
    }
    List<Object> done = new ArrayList<>();
    List<Object> targets =
        objects.get(0) instanceof Members one ? List.of(one) : Values.items(objects.get(0));
    for (Object each : targets) {
      if (!(each instanceof Members target)) {
        throw PyError.type("setp() changes what charts hand out; received " + Repr.of(each));
      }
      all.forEach((name, value) -> done.add(target.call("set_" + name, List.of(value), Map.of())));
    }
    return done;
  }

  /** The words at one mark; what is set of them is set for the whole axis. */
  static Artist word(Axis axis, double place, String text) {
    Artist word = Artist.text(Repr.of(place) + ", 0", text);
    word.def("set_rotation(s)", given -> turn(axis, given));
    word.def("set_rotation_mode(m)", given -> null);
    for (String name : List.of("ha", "horizontalalignment")) {
      word.def("set_" + name + "(align)", given -> axis.tickAcross = given.string("align"));
    }
    for (String name : List.of("fontsize", "size", "color", "fontweight", "weight", "fontstyle")) {
      word.def("set_" + name + "(" + name + ")", given -> look(axis, name, given.get(name)));
    }
    word.def("set_visible(b)", given -> axis.labelled = given.flag("b"));
    return word;
  }

  private static Object turn(Axis axis, Given given) {
    axis.rotation = "vertical".equals(given.get("s")) ? 90 : given.number("s");
    return null;
  }

  private static Object look(Axis axis, String name, Object value) {
    Map<String, Object> all = new java.util.LinkedHashMap<>();
    for (String each :
        List.of("fontsize", "size", "color", "c", "fontweight", "weight", "fontstyle", "style")) {
      all.put(each, each.equals(name) ? value : null);
    }
    axis.tickFont =
        axis.tickFont.with(new Given("set_" + name, io.nyala.dsl.names.Kind.ARRAY, all));
    return null;
  }
}
