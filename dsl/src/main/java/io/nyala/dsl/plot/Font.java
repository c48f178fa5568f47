package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How words look.
 *
 * @param size in points
 * @param color {@code #rrggbb}
 */
record Font(double size, String color, boolean bold, boolean italic) {

  /** The arguments that say it, of every function that writes. */
  static final String ARGUMENTS =
      "fontsize=None, size=None, color=None, c=None, fontweight=None, weight=None, fontstyle=None,"
          + " style=None, fontdict=None";

  private static final Map<String, Double> SIZES =
      Map.of(
          "xx-small",
          0.579,
          "x-small",
          0.694,
          "small",
          0.833,
          "medium",
          1.0,
          "large",
          1.2,
          "x-large",
          1.44,
          "xx-large",
          1.728,
          "smaller",
          0.833,
          "larger",
          1.2);

  static Font of(double size) {
    return new Font(size, Colors.INK, false, false);
  }

  /** This font with what is given. */
  Font with(Given asked) {
    Given given = asked;
    if (asked.get("fontdict") instanceof Map<?, ?> more) {
      Map<String, Object> all = new LinkedHashMap<>(asked.values());
      more.forEach(
          (name, value) -> {
            if (!all.containsKey(String.valueOf(name))) {
              throw PyError.type("Text.set() got an unexpected keyword argument " + Repr.of(name));
            }
            all.put(String.valueOf(name), value);
          });
      given = new Given(asked.function(), asked.kind(), all);
    }
    Object ink = given.has("color") ? given.get("color") : given.get("c");
    return new Font(
        size(given, size, "fontsize", "size"),
        ink == null ? color : Colors.of(ink),
        bold(given),
        italic(given));
  }

  /** A size in points, by number or by name. */
  static double size(Given given, double otherwise, String... names) {
    for (String name : names) {
      if (given.get(name) instanceof CharSequence word) {
        Double factor = SIZES.get(word.toString());
        if (factor == null) {
          throw given.wrong(
              name,
              "a number of points or one of " + Repr.of(SIZES.keySet().stream().sorted().toList()));
        }
        return 10 * factor;
      }
      if (given.has(name)) {
        return given.number(name);
      }
    }
    return otherwise;
  }

  private boolean bold(Given given) {
    String name = given.has("fontweight") ? "fontweight" : "weight";
    Object weight = given.get(name);
    if (weight instanceof Number number) {
      return number.doubleValue() >= 600;
    }
    return switch (weight == null ? "" : weight.toString().toLowerCase(Locale.ROOT)) {
      case "" -> bold;
      case "normal", "regular", "medium", "light" -> false;
      case "bold", "semibold", "demibold", "heavy", "black", "extra bold" -> true;
      default -> throw given.wrong(name, "'normal' or 'bold'");
    };
  }

  private boolean italic(Given given) {
    String name = given.has("fontstyle") ? "fontstyle" : "style";
    return switch (given.has(name) ? given.string(name) : "") {
      case "" -> italic;
      case "normal" -> false;
      case "italic", "oblique" -> true;
      default -> throw given.wrong(name, "'normal' or 'italic'");
    };
  }

  /** Its face as the charting library names it. */
  String face() {
    return bold ? italic ? "bold_italic" : "bold" : italic ? "italic" : "plain";
  }

  /** Its size in pixels. */
  double pixels() {
    return size * 100 / 72;
  }

  /** How wide words are in pixels, more or less: a little more than in the usual typefaces. */
  double width(String text) {
    double widest = 0;
    for (String line : text.split("\n", -1)) {
      widest = Math.max(widest, line.codePoints().mapToDouble(Font::em).sum());
    }
    return widest * pixels() * (bold ? 1.1 : 1);
  }

  private static double em(int letter) {
    if (letter > 0x2e80) {
      return 1;
    }
    if ("ijlI.,:;|!'()[] tfr".indexOf(letter) >= 0) {
      return 0.38;
    }
    if ("mwMW@%".indexOf(letter) >= 0) {
      return 0.93;
    }
    return Character.isUpperCase(letter) ? 0.71 : 0.61;
  }
}
