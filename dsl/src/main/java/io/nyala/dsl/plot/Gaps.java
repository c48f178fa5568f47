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

  /**
   * Margins in shares of the figure, and room between charts. matplotlib's margins end at the axes;
   * here labels stand within a chart's room, so that it reaches as far beyond them as labels do.
   */
  static Object adjust(Figure figure, Given given) {
    double[] frame = figure.frame.clone();
    frame[0] = given.has("left") ? Math.max(0, given.number("left") - 0.1) : frame[0];
    frame[1] = given.has("bottom") ? Math.max(0, given.number("bottom") - 0.1) : frame[1];
    frame[2] = given.has("right") ? Math.min(1, given.number("right") + 0.02) : frame[2];
    frame[3] = given.has("top") ? Math.min(1, given.number("top") + 0.07) : frame[3];
    figure.frame = checked(frame, "left < right and bottom < top");
    figure.gapX = Style.first(given, figure.gapX, "wspace");
    figure.gapY = Style.first(given, figure.gapY, "hspace");
    return null;
  }

  /** Pads in sizes of the font; charts keep clear of each other without them. */
  static Object tight(Figure figure, Given given) {
    double usual = 1.08;
    double font = Font.of(10).pixels();
    double pad = given.number("pad");
    figure.pads =
        new double[] {
          Math.max(0, font * (Style.first(given, pad, "w_pad") - usual) / 2),
          Math.max(0, font * (Style.first(given, pad, "h_pad") - usual) / 2),
          Math.max(0, font * (pad - usual))
        };
    if (given.has("rect")) {
      double[] rect = Values.numbers(given.get("rect"));
      if (rect.length != 4) {
        throw given.wrong("rect", "left, bottom, right and top in shares of the figure");
      }
      figure.frame = checked(rect, "left < right and bottom < top in rect");
    }
    return null;
  }

  private static double[] checked(double[] frame, String what) {
    boolean inside = frame[0] >= 0 && frame[1] >= 0 && frame[2] <= 1 && frame[3] <= 1;
    if (!inside || frame[0] >= frame[2] || frame[1] >= frame[3]) {
      throw PyError.value("margins are shares of the figure from 0 to 1 with " + what);
    }
    return frame;
  }
}
