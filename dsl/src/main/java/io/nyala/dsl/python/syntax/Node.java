package io.nyala.dsl.python.syntax;

/** A part of a parsed cell. */
public interface Node {

  /** The line it starts on, from 1. */
  int line();
}
