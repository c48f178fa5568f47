package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Namespace;
import java.util.Optional;

/** Finds modules that are written in Python: those in the box, and the user's own files. */
@FunctionalInterface
public interface ModuleLoader {

  /** A module by its dotted name, run when it is first asked for. */
  Optional<Namespace> find(String path);
}
