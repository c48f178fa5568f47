package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.AALOAD;
import static groovyjarjarasm.asm.Opcodes.ALOAD;
import static groovyjarjarasm.asm.Opcodes.GETFIELD;
import static groovyjarjarasm.asm.Opcodes.INVOKESTATIC;
import static groovyjarjarasm.asm.Opcodes.SWAP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the code of one scope reads and writes its names. */
final class Variables {
  private static final String CELL = Code.RUN + "PyCell";
  private static final String GLOBALS = "L" + Code.RUN + "Globals;";
  private static final String CELL_TYPE = "L" + CELL + ";";

  private final Scope scope;
  private final Code code;
  private final Map<String, Integer> places = new HashMap<>();
  private final java.util.Set<String> parameters = new java.util.HashSet<>();

  Variables(Scope scope, Code code) {
    this.scope = scope;
    this.code = code;
  }

  /**
   * Gives every local a place. The parameters' values are in the argument array, from {@code
   * first}.
   */
  void prepare(List<String> parameterNames, int first, boolean framed) {
    parameters.addAll(parameterNames);
    for (int i = 0; i < parameterNames.size(); i++) {
      String name = parameterNames.get(i);
      int place = framed ? first + i : code.place();
      places.put(name, place);
      if (!framed || scope.cells.contains(name)) {
        code.mv.visitVarInsn(ALOAD, 2);
        code.integer(first + i);
        code.op(AALOAD);
        initial(name, place);
      }
    }
    for (String name : scope.locals) {
      boolean local = scope.kind != Scope.Kind.CLASS || scope.cells.contains(name);
      if (!places.containsKey(name) && local && !scope.globals.contains(name)) {
        int place = code.place();
        places.put(name, place);
        code.unbound();
        initial(name, place);
      }
    }
  }

  private void initial(String name, int place) {
    if (scope.cells.contains(name)) {
      code.call("PyCell", "of", "(" + Code.OBJECT + ")" + CELL_TYPE);
    }
    code.store(place);
  }

  void load(String name) {
    switch (scope.home(name)) {
      case GLOBAL -> global(name, "get");
      case LOCAL -> {
        read(name);
        checked(name);
      }
      case CLASS -> {
        code.mv.visitVarInsn(ALOAD, 2);
        code.integer(0);
        code.op(AALOAD);
        code.globals();
        code.text(name);
        code.call(
            "Unbound",
            "inClass",
            "(" + Code.OBJECT + "L" + Code.RUN + "Globals;Ljava/lang/String;)" + Code.OBJECT);
      }
      default -> {
        cell(name);
        code.text(name);
        code.virtual("PyCell", "get", "(Ljava/lang/String;)" + Code.OBJECT);
      }
    }
  }

  /** The value of a local name, or its cell. */
  private void read(String name) {
    code.load(places.get(name));
    if (scope.grown.contains(name) && scope.home(name) == Scope.Home.LOCAL) {
      code.mv.visitMethodInsn(
          INVOKESTATIC,
          "io/nyala/dsl/lang/GrowingText",
          "read",
          "(" + Code.OBJECT + ")" + Code.OBJECT,
          false);
    }
  }

  /** The value of a name that is about to grow: a text in the form in which it is held. */
  void loadGrowing(String name) {
    if (scope.home(name) == Scope.Home.GLOBAL) {
      global(name, "held");
    } else {
      code.load(places.get(name));
      checked(name);
    }
  }

  /** Whether a name's place may hold a text that grows: whoever reads it must know. */
  boolean canGrow(String name) {
    Scope.Home home = scope.home(name);
    return home == Scope.Home.GLOBAL || home == Scope.Home.LOCAL;
  }

  private void global(String name, String method) {
    code.slot(name);
    code.globals();
    code.text(name);
    code.call(
        "Globals",
        method,
        "(" + Code.SLOT + "L" + Code.RUN + "Globals;Ljava/lang/String;)" + Code.OBJECT);
  }

  private void checked(String name) {
    if (!parameters.contains(name) || scope.deleted.contains(name)) {
      code.text(name);
      code.call("Unbound", "check", "(" + Code.OBJECT + "Ljava/lang/String;)" + Code.OBJECT);
    }
  }

  /** Makes a function that asks for the names around it one that knows those of this scope. */
  void names() {
    if (scope.kind == Scope.Kind.CLASS) {
      code.mv.visitVarInsn(ALOAD, 2);
      code.integer(0);
      code.op(AALOAD);
      code.globals();
      code.call("Evaluation", "inClass", "(" + Code.OBJECT.repeat(2) + GLOBALS + ")" + Code.OBJECT);
      return;
    }
    List<Runnable> all = new ArrayList<>();
    for (String name : scope.locals) {
      Scope.Home home = scope.home(name);
      if (home == Scope.Home.LOCAL || home == Scope.Home.CELL) {
        all.add(() -> code.text(name));
        all.add(() -> read(name));
      }
    }
    for (String name : scope.frees) {
      all.add(() -> code.text(name));
      all.add(() -> cell(name));
    }
    code.array(all);
    code.globals();
    code.call(
        "Evaluation",
        "within",
        "(" + Code.OBJECT + "[" + Code.OBJECT + GLOBALS + ")" + Code.OBJECT);
  }

  /** The cell of a captured name. */
  void cell(String name) {
    int free = scope.frees.indexOf(name);
    if (free < 0) {
      code.load(places.get(name), CELL);
      return;
    }
    code.mv.visitVarInsn(ALOAD, 1);
    code.mv.visitFieldInsn(GETFIELD, Code.RUN + "PyFunction", "closure", "[" + CELL_TYPE);
    code.integer(free);
    code.op(AALOAD);
  }

  /** Takes the value off the stack into the name. */
  void store(String name) {
    switch (scope.home(name)) {
      case GLOBAL -> {
        code.slot(name);
        code.call("Globals", "put", "(" + Code.OBJECT + Code.SLOT + ")V");
      }
      case LOCAL -> code.store(places.get(name));
      case CLASS -> {
        code.mv.visitVarInsn(ALOAD, 2);
        code.integer(0);
        code.op(AALOAD);
        code.text(name);
        code.call("Unbound", "define", "(" + Code.OBJECT.repeat(2) + "Ljava/lang/String;)V");
      }
      default -> {
        cell(name);
        code.op(SWAP);
        code.virtual("PyCell", "set", "(" + Code.OBJECT + ")V");
      }
    }
  }

  /** {@code del name}; the name must be bound. */
  void delete(String name) {
    load(name);
    code.op(groovyjarjarasm.asm.Opcodes.POP);
    clear(name);
  }

  /** Makes a name unbound, whether it is bound or not. */
  void clear(String name) {
    if (scope.home(name) == Scope.Home.GLOBAL) {
      code.globals();
      code.text(name);
      code.virtual("Globals", "remove", "(Ljava/lang/String;)V");
    } else {
      code.unbound();
      store(name);
    }
  }
}
