package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;

/** An object of a class that derives from one of Keras'. */
public interface KerasInstance extends Instance {

  /** What {@code super().__init__(…)} does. */
  void initialize(Object[] arguments, Kwargs named);
}
