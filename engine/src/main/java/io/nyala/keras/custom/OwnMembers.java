package io.nyala.keras.custom;

import java.util.Collection;

/** An object whose class was not written in Java: it finds its methods and attributes itself. */
public interface OwnMembers {

  /** The name of its class. */
  String className();

  /** The method of this name that a person wrote; null if there is none. */
  OwnMethod method(String name);

  /** The values of the attributes that were set on it, in order. */
  Collection<?> values();
}
