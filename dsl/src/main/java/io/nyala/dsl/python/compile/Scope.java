package io.nyala.dsl.python.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of a module, function, class or comprehension, and where each of them lives. */
final class Scope {

  /** What a scope belongs to. */
  enum Kind {
    MODULE,
    FUNCTION,
    COMPREHENSION,
    CLASS
  }

  /** Where a name lives. */
  enum Home {
    GLOBAL,
    LOCAL,
    CELL,
    FREE,
    CLASS
  }

  final Kind kind;
  final Scope parent;
  final String qualified;
  final Set<String> mentioned = new LinkedHashSet<>();
  final Set<String> locals = new LinkedHashSet<>();
  final Set<String> globals = new LinkedHashSet<>();
  final Set<String> nonlocals = new LinkedHashSet<>();
  final Set<String> grown = new LinkedHashSet<>();
  final Set<String> deleted = new LinkedHashSet<>();
  final Set<String> cells = new LinkedHashSet<>();
  final List<String> frees = new ArrayList<>();
  boolean generator;

  Scope(Kind kind, Scope parent, String qualified) {
    this.kind = kind;
    this.parent = parent;
    this.qualified = qualified;
  }

  /** The qualified name of something defined here. */
  String qualify(String name) {
    return switch (kind) {
      case MODULE -> name;
      case CLASS -> qualified + "." + name;
      default -> qualified + ".<locals>." + name;
    };
  }

  /** Where a name used here lives; marks it as captured where a closure is needed. */
  Home home(String name) {
    if (kind == Kind.MODULE || globals.contains(name)) {
      return Home.GLOBAL;
    }
    if (locals.contains(name) && !nonlocals.contains(name)) {
      if (kind == Kind.CLASS && !name.equals("__class__")) {
        return Home.CLASS;
      }
      return cells.contains(name) ? Home.CELL : Home.LOCAL;
    }
    return capture(name) ? Home.FREE : Home.GLOBAL;
  }

  private boolean capture(String name) {
    if (frees.contains(name)) {
      return true;
    }
    if (parent == null || !parent.provide(name)) {
      return false;
    }
    frees.add(name);
    return true;
  }

  /** Makes a name available to a scope inside this one; false if it is not there. */
  private boolean provide(String name) {
    if (kind == Kind.MODULE || globals.contains(name)) {
      return false;
    }
    boolean visible = kind != Kind.CLASS || name.equals("__class__");
    if (visible && locals.contains(name) && !nonlocals.contains(name)) {
      cells.add(name);
      return true;
    }
    return capture(name);
  }
}
