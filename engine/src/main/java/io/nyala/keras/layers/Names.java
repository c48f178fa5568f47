package io.nyala.keras.layers;

import io.nyala.keras.args.ObjectType;
import java.util.HashMap;
import java.util.Map;

/** Gives layers and models their automatic names: {@code dense}, {@code dense_1}, … */
public final class Names {

  private static final Map<String, Integer> COUNTS = new HashMap<>();

  private Names() {}

  /** The next name for an object of this class. */
  public static synchronized String next(String className) {
    String base = ObjectType.snake(className);
    int count = COUNTS.merge(base, 1, Integer::sum);
    return count == 1 ? base : base + "_" + (count - 1);
  }

  /** Starts counting anew: {@code keras.backend.clear_session()}. */
  public static synchronized void reset() {
    COUNTS.clear();
  }
}
