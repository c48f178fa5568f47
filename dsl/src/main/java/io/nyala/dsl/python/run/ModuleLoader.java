package io.nyala.dsl.python.run;

import io.nyala.dsl.lang.Variables;
import io.nyala.dsl.names.Namespace;
import java.util.Optional;

/** Finds modules that are written in Python: those in the box, and the user's own files. */
public interface ModuleLoader {

  /** A module by its dotted name, run when it is first asked for. */
  Optional<Namespace> find(String path);

  /**
   * Compiles a text whose global names are these variables.
   *
   * @param expression whether it must be a single expression
   * @throws io.nyala.dsl.lang.CellSyntaxError if it is no Python
   */
  PyScript compile(String text, boolean expression, Variables names);
}
