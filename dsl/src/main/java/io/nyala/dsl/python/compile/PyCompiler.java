package io.nyala.dsl.python.compile;

import groovyjarjarasm.asm.MethodTooLargeException;
import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.python.run.PyCode;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.List;

/** A Python cell as the bytes of a class. */
public final class PyCompiler {

  /**
   * What a cell was compiled to.
   *
   * @param bytes its class
   * @param codes its functions, by number
   * @param constants the values its code refers to
   * @param names the session's variables its code refers to
   */
  public record Result(byte[] bytes, PyCode[] codes, Object[] constants, List<String> names) {}

  private PyCompiler() {}

  /**
   * Compiles a cell.
   *
   * @throws CellSyntaxError if it is Python that is not supported
   */
  public static Result compile(List<Stmt> body, String className) {
    Unit unit = new Unit(className, Scopes.of(body));
    try {
      Function.module(unit, body);
      byte[] bytes = unit.finish();
      return new Result(
          bytes, unit.codes.toArray(new PyCode[0]), unit.constants.toArray(), unit.names);
    } catch (MethodTooLargeException e) {
      throw new CellSyntaxError(
          "this cell, or a function in it, is too long to compile; split it in two", 1, 1);
    }
  }
}
