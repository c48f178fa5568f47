package io.nyala.dsl.plot;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import io.nyala.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Colours by their names. The ones that charts choose themselves are Okabe and Ito's, which people
 * of every colour vision tell apart, the light ones darkened until they stand out from white paper;
 * black and white mean the page's own ink and paper.
 */
final class Colors {

  /** Drawn in the page's text colour. */
  static final String INK = "#010101";

  /** Drawn in the page's text colour, faintly. */
  static final String FAINT = "#020202";

  /** The same, for lines that stand upright. */
  static final String FAINT_UPRIGHT = "#020203";

  /** Drawn in the page's background colour. */
  static final String PAPER = "#fefefe";

  private static final List<String> CYCLE =
      List.of("#0072b2", "#d55e00", "#009e73", "#c46a97", "#c98500", "#3a97d0", "#6b4c00", INK);

  /** How many colours are chosen before they come again. */
  static final int CYCLED = CYCLE.size();

  private static final Map<String, String> NAMED = named();

  private Colors() {}

  private static Map<String, String> named() {
    Map<String, String> all = new HashMap<>();
    String[] pairs = {
      "b blue #0072b2",
      "g green #009e73",
      "r red #d62728",
      "c cyan #17a2b8",
      "m magenta #b5499b",
      "y yellow #c9a800",
      "k black #010101",
      "w white #fefefe",
      "orange #e69f00",
      "purple #8250c4",
      "brown #8c564b",
      "pink #cc79a7",
      "gray grey #7f7f7f",
      "lightgray lightgrey #b8b8b8",
      "darkgray darkgrey #5f5f5f",
      "olive #9a8f00",
      "navy #2f4b9c",
      "teal #00857a",
      "gold #d4a600",
      "crimson #c2185b",
      "salmon #f08070",
      "coral #f07850",
      "tomato #e5533d",
      "steelblue #4682b4",
      "skyblue #56b4e9",
      "royalblue #4169e1",
      "darkblue #27408b",
      "darkgreen #1b7837",
      "darkred #a11d1d",
      "darkorange #d55e00",
      "forestgreen #228b22",
      "seagreen #2e8b57",
      "limegreen #32a852",
      "lime #4caf1f",
      "indigo #5e35b1",
      "violet #b57edc",
      "turquoise #2bb5a8",
      "slateblue #6a5acd",
      "firebrick #b22222",
      "chocolate #c8641e",
      "maroon #802a2a"
    };
    for (String pair : pairs) {
      String[] words = pair.split(" ");
      for (int i = 0; i < words.length - 1; i++) {
        all.put(words[i], words[words.length - 1]);
      }
    }
    String[] tableau = {
      "blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan"
    };
    for (String each : tableau) {
      all.put("tab:" + each, all.get(each));
    }
    return all;
  }

  /** The n-th colour that a chart chooses by itself. */
  static String cycle(int n) {
    return CYCLE.get(Math.floorMod(n, CYCLE.size()));
  }

  /** Whether a letter of a format string is a colour. */
  static boolean isLetter(char letter) {
    return "bgrcmykw".indexOf(letter) >= 0;
  }

  /**
   * A colour as {@code #rrggbb}.
   *
   * @throws PyError {@code ValueError} if it is not one
   */
  static String of(Object given) {
    if (given instanceof Tensor tensor) {
      return of(Values.items(tensor));
    }
    if (given instanceof List<?> parts && (parts.size() == 3 || parts.size() == 4)) {
      return hex(parts);
    }
    String name = String.valueOf(given).toLowerCase(Locale.ROOT);
    if (name.matches("#[0-9a-f]{6}([0-9a-f]{2})?")) {
      return name.substring(0, 7);
    }
    if (name.matches("#[0-9a-f]{3}")) {
      return name.replaceAll("([0-9a-f])", "$1$1");
    }
    if (name.matches("c\\d+")) {
      return cycle(Integer.parseInt(name.substring(1)));
    }
    if (name.matches("0?\\.\\d+|[01](\\.0+)?") && given instanceof CharSequence) {
      double level = Double.parseDouble(name);
      return hex(List.of(level, level, level));
    }
    String found = NAMED.get(name);
    if (found == null) {
      throw PyError.value(
          Repr.of(given)
              + " is not a valid value for color: use a name such as 'red' or 'tab:blue', 'C0' to"
              + " 'C7', '#rrggbb', or a tuple of three numbers from 0 to 1.");
    }
    return found;
  }

  /** Black or white, whichever is read better on a colour. */
  static String against(String hex) {
    if (!hex.startsWith("#")) {
      return INK;
    }
    double light = 0;
    double[] parts = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double level = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      light +=
          parts[i] * (level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4));
    }
    return light > 0.18 ? "#000001" : "#ffffff";
  }

  /** A colour mixed with white. */
  static String faded(String hex, double share) {
    StringBuilder mixed = new StringBuilder("#");
    for (int i = 1; i < 7; i += 2) {
      int level = Integer.parseInt(hex.substring(i, i + 2), 16);
      mixed.append(String.format("%02x", Math.round(255 + (level - 255) * share)));
    }
    return mixed.toString();
  }

  /** A colour, or none. */
  static String orNone(Object given) {
    return "none".equals(given) ? "none" : of(given);
  }

  private static String hex(List<?> parts) {
    StringBuilder text = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      double level = Math.max(0, Math.min(1, ((Number) parts.get(i)).doubleValue()));
      text.append(String.format("%02x", Math.round(level * 255)));
    }
    return text.toString();
  }
}
