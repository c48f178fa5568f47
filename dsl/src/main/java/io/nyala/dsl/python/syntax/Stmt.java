package io.nyala.dsl.python.syntax;

import java.util.List;

/** A statement of Python. */
public sealed interface Stmt extends Node {

  /** An expression as a statement. */
  record Evaluate(Expr value, int line) implements Stmt {}

  /** {@code a = b = value}. */
  record Assign(List<Expr> targets, Expr value, int line) implements Stmt {}

  /** {@code target operator= value}. */
  record Augment(Expr target, String operator, Expr value, int line) implements Stmt {}

  /** {@code target: annotation = value}; the value may be null. */
  record Annotate(Expr target, Expr kind, Expr value, int line) implements Stmt {}

  /** {@code return value}; the value may be null. */
  record Return(Expr value, int line) implements Stmt {}

  /** {@code if test: … else: …}. */
  record If(Expr test, List<Stmt> then, List<Stmt> otherwise, int line) implements Stmt {}

  /** {@code while test: … else: …}. */
  record While(Expr test, List<Stmt> body, List<Stmt> otherwise, int line) implements Stmt {}

  /** {@code for target in source: … else: …}. */
  record For(Expr target, Expr source, List<Stmt> body, List<Stmt> otherwise, int line)
      implements Stmt {}

  /** {@code try: … except …: … else: … finally: …}. */
  record Try(
      List<Stmt> body, List<Handler> handlers, List<Stmt> otherwise, List<Stmt> last, int line)
      implements Stmt {}

  /** {@code with item as target: …}, one manager each. */
  record With(Expr manager, Expr target, List<Stmt> body, int line) implements Stmt {}

  /** {@code raise error from cause}; both may be null. */
  record Raise(Expr error, Expr cause, int line) implements Stmt {}

  /** {@code assert test, message}; the message may be null. */
  record Assert(Expr test, Expr message, int line) implements Stmt {}

  /** {@code del targets}. */
  record Delete(List<Expr> targets, int line) implements Stmt {}

  /** {@code global names}. */
  record Global(List<String> names, int line) implements Stmt {}

  /** {@code nonlocal names}. */
  record Nonlocal(List<String> names, int line) implements Stmt {}

  /** {@code import path as name}; the name may be null. */
  record Import(String path, String name, int line) implements Stmt {}

  /** {@code from path import name as alias}; the name {@code *} takes all. */
  record ImportFrom(String path, List<String> names, List<String> aliases, int line)
      implements Stmt {}

  /** {@code def name(parameters): …}. */
  record Function(
      String name,
      Expr.Parameters parameters,
      List<Stmt> body,
      List<Expr> decorators,
      Expr.Lambda kinds,
      int line)
      implements Stmt {}

  /** {@code class name(bases): …}. */
  record ClassOf(
      String name, List<Expr.Argument> bases, List<Stmt> body, List<Expr> decorators, int line)
      implements Stmt {}

  /** {@code match subject: …}. */
  record Match(Expr subject, List<Case> cases, int line) implements Stmt {}

  /** {@code pass}. */
  record Pass(int line) implements Stmt {}

  /** {@code break}. */
  record Break(int line) implements Stmt {}

  /** {@code continue}. */
  record Continue(int line) implements Stmt {}

  /**
   * {@code case pattern if guard: …}; the guard may be null.
   *
   * @param names what the pattern binds
   * @param values the expressions that it refers to by number
   */
  record Case(
      Pattern pattern,
      List<String> names,
      List<Expr> values,
      Expr guard,
      List<Stmt> body,
      int line) {}

  /** {@code except type as name: …}; type and name may be null. */
  record Handler(Expr type, String name, List<Stmt> body, int line) {}
}
