package io.nyala.dsl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Charts stand out from their page, as the Web Content Accessibility Guidelines 2.2 ask: graphics 3
 * to 1, words 4.5 to 1, on white and, turned over, on the dark of JupyterLab.
 */
class ContrastTest {
  private static final String DARK = "#111111";

  @Test
  void everyColourOfTheCycleStandsOut() {
    for (int i = 0; i < Colors.CYCLED - 1; i++) {
      String color = Colors.cycle(i);
      assertTrue(ratio(color, "#ffffff") >= 3, color + " on white: " + ratio(color, "#ffffff"));
      String turned = turned(color);
      assertTrue(ratio(turned, DARK) >= 3, turned + " on dark: " + ratio(turned, DARK));
    }
  }

  @Test
  void wordsAreRead() {
    String ink = io.nyala.dsl.show.Still.INK;
    assertTrue(ratio(ink, "#ffffff") >= 4.5);
    assertTrue(ratio(turned(ink), DARK) >= 4.5);
    for (int i = 0; i < Colors.CYCLED - 1; i++) {
      String paper = Colors.cycle(i);
      assertTrue(ratio(Colors.against(paper), paper) >= 4.5, paper);
    }
    assertEquals(21, ratio("#000000", "#ffffff"), 1e-9);
  }

  /** What {@code invert(1) hue-rotate(180deg)} makes of a colour; source: CSS Filter Effects. */
  private static String turned(String hex) {
    double[] from = new double[3];
    for (int i = 0; i < 3; i++) {
      from[i] = 255 - Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16);
    }
    double[] weights = {0.213, 0.715, 0.072};
    double light = weights[0] * from[0] + weights[1] * from[1] + weights[2] * from[2];
    StringBuilder to = new StringBuilder("#");
    for (double level : from) {
      to.append(String.format("%02x", Math.round(Math.max(0, Math.min(255, 2 * light - level)))));
    }
    return to.toString();
  }

  private static double ratio(String a, String b) {
    double one = light(a);
    double two = light(b);
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  private static double light(String hex) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double level = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum +=
          weights[i] * (level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
