package io.nyala.dsl.python.run;

import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.names.Kwargs;
import io.nyala.keras.custom.OwnMembers;
import io.nyala.keras.custom.OwnMethod;
import java.util.Map;

/** An object of a class that derives from one of Keras'. */
public interface KerasInstance extends Instance, OwnMembers {

  /** What {@code super().__init__(…)} does. */
  void initialize(Object[] arguments, Kwargs named);

  /** Takes note of the arguments it was made with, by the names of {@code __init__}. */
  default void madeWith(Map<String, Object> arguments) {}

  /** What a method that the class overrides does in Keras: {@code super().name(…)}. */
  Object parent(String name, Object[] arguments, Kwargs named);

  /** Sets an attribute that Keras knows too; false for all others. */
  default boolean assign(String name, Object value) {
    return false;
  }

  @Override
  default String className() {
    return type().name();
  }

  @Override
  default Object attribute(String name) {
    return attributes().containsKey(name) ? attributes().get(name) : type().find(name);
  }

  @Override
  default Object definition() {
    return type();
  }

  @Override
  default OwnMethod method(String name) {
    return type().find(name) instanceof PyFunction function
        ? new OwnFunction(this, function)
        : null;
  }

  /** The object called as Keras calls it. */
  default Object called(Object[] arguments, Kwargs named) {
    return Calls.call(this, named == null ? arguments : Invoke.prepend(named, arguments));
  }
}
