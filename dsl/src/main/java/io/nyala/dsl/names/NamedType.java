package io.nyala.dsl.names;

/**
 * A class of the library under its Keras name: called, it makes an object; in {@code class A
 * extends keras.Model}, {@code new keras.Model()} and {@code x instanceof keras.Model} it is its
 * Java class.
 */
public interface NamedType extends Callable {

  /** The Java class behind the name. */
  Class<?> javaClass();

  /** How Groovy calls a local variable that holds the class: {@code layer(64, dropout = 0.5)}. */
  default Object call(Object... arguments) {
    return callWith(arguments);
  }

  /** Whether a value is one of its objects. */
  default boolean hasInstance(Object value) {
    return instanceClass().isInstance(value);
  }

  /** What its objects are instances of, others' subclasses among them. */
  default Class<?> instanceClass() {
    return javaClass();
  }
}
