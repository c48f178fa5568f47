package io.nyala.keras.args;

import io.nyala.keras.KerasException;
import java.util.Collection;

/** Finds the name a person most likely meant. */
public final class Nearest {

  private Nearest() {}

  /** The known name closest to what was typed, or null if none is close. */
  public static String to(String typed, Collection<String> known) {
    String best = null;
    int least = Math.max(2, typed.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(typed.toLowerCase(), name.toLowerCase());
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best;
  }

  /**
   * The error for a name that stands for nothing.
   *
   * @param kind what it was to name, such as a loss
   */
  public static KerasException unknown(String kind, String typed, Collection<String> known) {
    String near = to(typed, known);
    return KerasException.value(
        "Could not interpret "
            + kind
            + " identifier: "
            + typed
            + "."
            + (near == null ? "" : " Did you mean '" + near + "'?")
            + " Known: "
            + String.join(", ", known)
            + ".");
  }

  /** Edits (insert, delete, replace, swap neighbours) between two names. */
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] twoAbove = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
      }
      int[] spare = twoAbove;
      twoAbove = above;
      above = row;
      row = spare;
    }
    return above[b.length()];
  }
}
