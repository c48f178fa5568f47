package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a grid of charts is divided, and the room between them. */
final class Gaps {
  private static final List<String> KNOWN =
      List.of("width_ratios", "height_ratios", "wspace", "hspace");

  private Gaps() {}

  /** The arguments of a grid, those of {@code gridspec_kw} among them. */
  static Given read(Figure figure, Given given) {
    Map<String, Object> all = new LinkedHashMap<>(given.values());
    if (given.get("gridspec_kw") instanceof Map<?, ?> more) {
      more.forEach(
          (name, value) -> {
            if (!KNOWN.contains(String.valueOf(name))) {
              throw PyError.type(
                  "gridspec_kw: "
                      + Repr.of(name)
                      + " is not supported; there are "
                      + Repr.of(KNOWN));
            }
            all.put(String.valueOf(name), value);
          });
    }
    Given read = new Given(given.function(), given.kind(), all);
    figure.gapX = Style.first(read, figure.gapX, "wspace");
    figure.gapY = Style.first(read, figure.gapY, "hspace");
    return read;
  }

  /** Charts keep clear of each other by themselves; more room between them can be asked for. */
  static Object adjust(Figure figure, Given given) {
    for (String margin : List.of("left", "bottom", "right", "top")) {
      double edge = margin.equals("left") || margin.equals("bottom") ? 0 : 1;
      if (given.has(margin) && Math.abs(given.number(margin) - edge) > 0.3) {
        throw given.wrong(
            margin, "None or a number near " + edge + ": margins are as wide as their labels are");
      }
    }
    figure.gapX = Style.first(given, figure.gapX, "wspace");
    figure.gapY = Style.first(given, figure.gapY, "hspace");
    return null;
  }
}
