package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.ACC_PUBLIC;
import static groovyjarjarasm.asm.Opcodes.ACC_SUPER;
import static groovyjarjarasm.asm.Opcodes.V17;

import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.Label;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import io.nyala.dsl.python.run.PyCode;
import java.util.ArrayList;
import java.util.List;

/** The class a cell becomes: one method for each of its functions. */
final class Unit {
  static final String SCRIPT = "io/nyala/dsl/python/run/PyScript";
  static final String BODY =
      "(Lio/nyala/dsl/python/run/PyFunction;[Ljava/lang/Object;)Ljava/lang/Object;";
  private static final String RUN =
      "(ILio/nyala/dsl/python/run/PyFunction;[Ljava/lang/Object;)Ljava/lang/Object;";

  final String name;
  final Scopes scopes;
  final List<PyCode> codes = new ArrayList<>();
  final List<Object> constants = new ArrayList<>();
  final List<String> names = new ArrayList<>();
  private final ClassWriter writer = new Writer();

  Unit(String name, Scopes scopes) {
    this.name = name;
    this.scopes = scopes;
    writer.visit(V17, ACC_PUBLIC | ACC_SUPER, name, null, SCRIPT, null);
    writer.visitSource(name, null);
    constructor();
  }

  /** Every type is an Object where two ways meet: classes of cells cannot be looked up here. */
  private static final class Writer extends ClassWriter {
    Writer() {
      super(COMPUTE_FRAMES | COMPUTE_MAXS);
    }

    @Override
    protected String getCommonSuperClass(String a, String b) {
      return "java/lang/Object";
    }
  }

  private void constructor() {
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, SCRIPT, "<init>", "()V", false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /** Keeps a place for a function's code; returns its number. */
  int reserve() {
    codes.add(null);
    return codes.size() - 1;
  }

  /** The Java name of a function's method: what a traceback shows, with its number. */
  static String methodName(int id, String name) {
    String plain = name.replaceAll("[.;\\[/<>]", "_");
    return id == 0 ? "run_0" : plain + "$" + id;
  }

  MethodVisitor method(int id, String function) {
    return writer.visitMethod(ACC_PUBLIC, methodName(id, function), BODY, null, null);
  }

  /** The number of a variable of the session. */
  int slot(String variable) {
    int known = names.indexOf(variable);
    if (known >= 0) {
      return known;
    }
    names.add(variable);
    return names.size() - 1;
  }

  int constant(Object value) {
    for (int i = 0; i < constants.size(); i++) {
      Object known = constants.get(i);
      if (known.getClass() == value.getClass() && known.equals(value)) {
        return i;
      }
    }
    constants.add(value);
    return constants.size() - 1;
  }

  /** Adds the method that finds a function by number, and gives the class. */
  byte[] finish() {
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "body", RUN, null, null);
    method.visitCode();
    Label[] labels = new Label[codes.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = new Label();
    }
    Label none = new Label();
    method.visitVarInsn(Opcodes.ILOAD, 1);
    method.visitTableSwitchInsn(0, labels.length - 1, none, labels);
    for (int i = 0; i < labels.length; i++) {
      method.visitLabel(labels[i]);
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitVarInsn(Opcodes.ALOAD, 2);
      method.visitVarInsn(Opcodes.ALOAD, 3);
      method.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, name, methodName(i, codes.get(i).name()), BODY, false);
      method.visitInsn(Opcodes.ARETURN);
    }
    method.visitLabel(none);
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
