package io.nyala.dsl.python.syntax;

import java.util.List;

/**
 * What a {@code case} looks for. Names and expressions stand outside it and are known by their
 * numbers, so that a pattern is a constant of the compiled cell.
 */
public sealed interface Pattern {

  /** Anything; bound to the name of this number, or to none where it is -1. */
  record Anything(int name) implements Pattern {}

  /** A value equal to the expression of this number; {@code None} and truths must be the same. */
  record Value(int expression) implements Pattern {}

  /** A sequence of items, of which one may be a {@link Star}. */
  record Sequence(List<Pattern> items) implements Pattern {}

  /** The rest of a sequence, as a list. */
  record Star(int name) implements Pattern {}

  /** A mapping that has these keys; what else it has goes to a name, or to none where it is -1. */
  record Mapping(List<Integer> keys, List<Pattern> values, int rest) implements Pattern {}

  /** An object of the class of this number, with attributes by position and by name. */
  record Of(int type, List<Pattern> positional, List<String> names, List<Pattern> named)
      implements Pattern {}

  /** The first of these that fits. */
  record Either(List<Pattern> patterns) implements Pattern {}

  /** A pattern whose subject gets a name. */
  record As(Pattern pattern, int name) implements Pattern {}
}
