package io.nyala.dsl.python.run;

import java.util.Map;

/** An object of a class that a Python cell declared. */
public interface Instance {

  /** Its class. */
  PyClass type();

  /** The attributes set on it. */
  Map<String, Object> attributes();
}
