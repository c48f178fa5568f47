package io.nyala.dsl.python.run;

/** An object of the library whose class has another name in Python than in Java. */
interface NamedClass {

  /** What {@code type(x).__name__} gives. */
  String className();
}
