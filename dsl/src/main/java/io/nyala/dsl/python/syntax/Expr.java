package io.nyala.dsl.python.syntax;

import java.util.ArrayList;
import java.util.List;

/** An expression of Python. */
public sealed interface Expr extends Node {

  /** A number, text, {@code None}, {@code True}, {@code False} or {@code ...}. */
  record Constant(Object value, int line) implements Expr {}

  /** An f-string: its texts and values in order. */
  record Joined(List<Expr> parts, int line) implements Expr {}

  /** A value in an f-string; {@code conversion} is r, s, a or 0; the spec may be null. */
  record Formatted(Expr value, char conversion, Expr spec, int line) implements Expr {}

  /** A name. */
  record Name(String id, int line) implements Expr {}

  /** {@code value.name}. */
  record Attribute(Expr value, String name, int line) implements Expr {}

  /** {@code value[index]}. */
  record Subscript(Expr value, Expr index, int line) implements Expr {}

  /** {@code start:stop:step}; parts may be null. */
  record SliceOf(Expr start, Expr stop, Expr step, int line) implements Expr {}

  /** {@code callee(arguments)}. */
  record Call(Expr callee, List<Argument> arguments, int line) implements Expr {}

  /** {@code left operator right}. */
  record Binary(String operator, Expr left, Expr right, int line) implements Expr {}

  /** {@code operator operand}, where the operator is {@code - + ~ not}. */
  record Unary(String operator, Expr operand, int line) implements Expr {}

  /** {@code a and b}, {@code a or b}. */
  record Logic(boolean and, Expr left, Expr right, int line) implements Expr {}

  /** {@code a < b <= c}. */
  record Comparison(Expr left, List<String> operators, List<Expr> rights, int line)
      implements Expr {}

  /** {@code a if test else b}. */
  record Conditional(Expr test, Expr then, Expr otherwise, int line) implements Expr {}

  /** {@code lambda parameters: body}. */
  record Lambda(Parameters parameters, Expr body, int line) implements Expr {}

  /** {@code [a, *b]}. */
  record ListOf(List<Expr> items, int line) implements Expr {}

  /** {@code (a, *b)}. */
  record TupleOf(List<Expr> items, int line) implements Expr {}

  /** {@code {a, *b}}. */
  record SetOf(List<Expr> items, int line) implements Expr {}

  /** {@code {a: b, **c}}; the key of {@code **c} is null. */
  record DictOf(List<Expr> keys, List<Expr> values, int line) implements Expr {}

  /** A comprehension or generator expression; {@code value} is a dict's value or null. */
  record Comprehension(Form form, Expr item, Expr value, List<Clause> clauses, int line)
      implements Expr {}

  /** {@code yield value}; the value may be null. */
  record Yield(Expr value, int line) implements Expr {}

  /** {@code yield from value}. */
  record YieldFrom(Expr value, int line) implements Expr {}

  /** {@code *value}. */
  record Starred(Expr value, int line) implements Expr {}

  /** {@code name := value}. */
  record Walrus(String name, Expr value, int line) implements Expr {}

  /** A value that was computed before and is kept in a place of the function's frame. */
  record Stored(int place, int line) implements Expr {}

  /** What a comprehension makes. */
  enum Form {
    LIST,
    SET,
    DICT,
    GENERATOR
  }

  /** {@code for target in source if conditions}. */
  record Clause(Expr target, Expr source, List<Expr> conditions) {}

  /** An argument of a call: {@code stars} is 0, 1 or 2; the name is null unless it is a keyword. */
  record Argument(int stars, String name, Expr value) {}

  /**
   * The parameters of a function.
   *
   * @param all in order: positional, then keyword-only ones
   * @param positionalOnly how many come before {@code /}
   * @param positional how many may be given by position
   * @param rest the name after {@code *}, or null
   * @param keywords the name after {@code **}, or null
   * @param annotations the types that parameters are said to have
   */
  record Parameters(
      List<Parameter> all,
      int positionalOnly,
      int positional,
      String rest,
      String keywords,
      List<Annotation> annotations) {

    /** What makes the dict of the types, with that of the result; null if there are none. */
    Lambda kinds(Expr result, int line) {
      List<Expr> names = new ArrayList<>();
      List<Expr> kinds = new ArrayList<>();
      for (Annotation each : annotations) {
        names.add(new Constant(each.name(), line));
        kinds.add(each.kind());
      }
      if (result != null) {
        names.add(new Constant("return", line));
        kinds.add(result);
      }
      return names.isEmpty() ? null : new Lambda(NONE, new DictOf(names, kinds, line), line);
    }

    /** No parameters. */
    public static final Parameters NONE = new Parameters(List.of(), 0, 0, null, null, List.of());
  }

  /** The type that a parameter is said to have. */
  record Annotation(String name, Expr kind) {}

  /** A parameter; its default may be null. */
  record Parameter(String name, Expr fallback) {}
}
