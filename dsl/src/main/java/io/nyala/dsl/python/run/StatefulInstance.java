package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import java.util.Map;

/** An object of a class that derives from Keras', which keeps all it has in an {@link OwnState}. */
interface StatefulInstance extends KerasInstance {

  /** Where its class, its attributes and its arguments are. */
  OwnState state();

  @Override
  default PyClass type() {
    return state().type();
  }

  @Override
  default Map<String, Object> attributes() {
    return state().attributes();
  }

  @Override
  default void madeWith(Map<String, Object> arguments) {
    state().made(arguments);
  }

  @Override
  default Map<String, Object> madeWith() {
    return state().made();
  }

  @Override
  default void initialize(Object[] arguments, Kwargs named) {
    state().none(arguments, named);
  }

  @Override
  default Object parent(String name, Object[] arguments, Kwargs named) {
    return Invoke.inherited(this, name, arguments, named);
  }
}
