package io.nyala.dsl.names;

/** A value whose type has another name in a cell than its Java class. */
public interface OfNamedType {

  /** The type's name, as {@code type(x).__name__} gives it. */
  String typeName();
}
