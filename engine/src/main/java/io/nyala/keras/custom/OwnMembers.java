package io.nyala.keras.custom;

import java.util.Map;

/** An object whose class was not written in Java: it finds its methods and attributes itself. */
public interface OwnMembers {

  /** The name of its class. */
  String className();

  /** Its class, as its language has it. */
  Object definition();

  /**
   * The arguments it was made with, by name: its config, where no {@code get_config} is written.
   */
  default Map<String, Object> madeWith() {
    return Map.of();
  }

  /** The method of this name that a person wrote; null if there is none. */
  OwnMethod method(String name);

  /** The attribute of this name; null if there is none. */
  default Object attribute(String name) {
    return null;
  }

  /** The attributes that were set on it, in order. */
  Map<String, Object> attributes();
}
