package io.nyala.dsl.lang;

import io.nyala.dsl.names.Modules;
import java.util.Map;
import java.util.Set;

/** What running cells see of their session. */
public interface CellHost {

  /** The session's variables, live. */
  Variables variables();

  /** Names every cell has, unless a variable of the same name hides them. */
  Map<String, Object> builtins();

  /** The modules that imports reach. */
  Modules modules();

  /** A class declared by an earlier cell, or null. */
  Class<?> type(String name);

  /** The names of the classes that earlier cells declared. */
  Set<String> typeNames();
}
