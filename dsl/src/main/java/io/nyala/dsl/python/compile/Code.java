package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.AALOAD;
import static groovyjarjarasm.asm.Opcodes.AASTORE;
import static groovyjarjarasm.asm.Opcodes.ACONST_NULL;
import static groovyjarjarasm.asm.Opcodes.ALOAD;
import static groovyjarjarasm.asm.Opcodes.ANEWARRAY;
import static groovyjarjarasm.asm.Opcodes.ASTORE;
import static groovyjarjarasm.asm.Opcodes.CHECKCAST;
import static groovyjarjarasm.asm.Opcodes.DUP;
import static groovyjarjarasm.asm.Opcodes.GETFIELD;
import static groovyjarjarasm.asm.Opcodes.GETSTATIC;
import static groovyjarjarasm.asm.Opcodes.INVOKEINTERFACE;
import static groovyjarjarasm.asm.Opcodes.INVOKESTATIC;
import static groovyjarjarasm.asm.Opcodes.INVOKEVIRTUAL;
import static groovyjarjarasm.asm.Opcodes.SWAP;

import groovyjarjarasm.asm.Label;
import groovyjarjarasm.asm.MethodVisitor;
import java.util.List;

/** The instructions of one function, with the few shapes that Python code is made of. */
final class Code {
  static final String OBJECT = "Ljava/lang/Object;";
  static final String SLOT = "Lio/nyala/dsl/lang/Variables$Slot;";
  static final String RUN = "io/nyala/dsl/python/run/";
  private static final int FIRST_FREE = 3;

  final MethodVisitor mv;
  final Unit unit;
  private final boolean framed;
  private int next;
  private int lastLine = -1;

  /**
   * Instructions for a method.
   *
   * @param framed whether variables live in the frame array, as those of generators do
   * @param first the first free place in the frame
   */
  Code(MethodVisitor mv, Unit unit, boolean framed, int first) {
    this.mv = mv;
    this.unit = unit;
    this.framed = framed;
    this.next = framed ? first : FIRST_FREE;
  }

  /** A new place for a value. */
  int place() {
    return next++;
  }

  int places() {
    return next;
  }

  void load(int place) {
    if (framed) {
      mv.visitVarInsn(ALOAD, 2);
      integer(place);
      mv.visitInsn(AALOAD);
    } else {
      mv.visitVarInsn(ALOAD, place);
    }
  }

  void load(int place, String type) {
    load(place);
    if (framed) {
      mv.visitTypeInsn(CHECKCAST, type);
    }
  }

  void store(int place) {
    if (framed) {
      mv.visitVarInsn(ALOAD, 2);
      mv.visitInsn(SWAP);
      integer(place);
      mv.visitInsn(SWAP);
      mv.visitInsn(AASTORE);
    } else {
      mv.visitVarInsn(ASTORE, place);
    }
  }

  void line(int line) {
    if (line > 0 && line != lastLine) {
      Label here = new Label();
      mv.visitLabel(here);
      mv.visitLineNumber(line, here);
      lastLine = line;
    }
  }

  void forgetLine() {
    lastLine = -1;
  }

  void integer(int value) {
    if (value >= -1 && value <= 5) {
      mv.visitInsn(groovyjarjarasm.asm.Opcodes.ICONST_0 + value);
    } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
      mv.visitIntInsn(groovyjarjarasm.asm.Opcodes.SIPUSH, value);
    } else {
      mv.visitLdcInsn(value);
    }
  }

  void nothing() {
    mv.visitInsn(ACONST_NULL);
  }

  void unbound() {
    mv.visitFieldInsn(GETSTATIC, RUN + "Unbound", "VALUE", OBJECT);
  }

  /** A string the class file can hold, or one from the constants. */
  void text(String value) {
    if (value.length() < 20_000) {
      mv.visitLdcInsn(value);
    } else {
      constant(value);
      mv.visitTypeInsn(CHECKCAST, "java/lang/String");
    }
  }

  void value(Object value) {
    if (value == null) {
      nothing();
    } else if (value instanceof Boolean flag) {
      mv.visitFieldInsn(
          GETSTATIC, "java/lang/Boolean", flag ? "TRUE" : "FALSE", "Ljava/lang/Boolean;");
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Integer small && small >= -128 && small <= 127) {
      integer(small);
      mv.visitMethodInsn(
          INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
    } else {
      constant(value);
    }
  }

  private void constant(Object value) {
    mv.visitVarInsn(ALOAD, 0);
    mv.visitFieldInsn(GETFIELD, Unit.SCRIPT, "constants", "[Ljava/lang/Object;");
    integer(unit.constant(value));
    mv.visitInsn(AALOAD);
  }

  /** The slot of a variable of the session. */
  void slot(String variable) {
    mv.visitVarInsn(ALOAD, 0);
    mv.visitFieldInsn(GETFIELD, Unit.SCRIPT, "slots", "[" + SLOT);
    integer(unit.slot(variable));
    mv.visitInsn(AALOAD);
  }

  void globals() {
    mv.visitVarInsn(ALOAD, 0);
    mv.visitFieldInsn(GETFIELD, Unit.SCRIPT, "globals", "L" + RUN + "Globals;");
  }

  void call(String owner, String method, String descriptor) {
    mv.visitMethodInsn(INVOKESTATIC, RUN + owner, method, descriptor, false);
  }

  /** Calls a static method of so many objects that gives an object. */
  void call(String owner, String method, int objects) {
    call(owner, method, "(" + OBJECT.repeat(objects) + ")" + OBJECT);
  }

  void virtual(String owner, String method, String descriptor) {
    mv.visitMethodInsn(INVOKEVIRTUAL, RUN + owner, method, descriptor, false);
  }

  void iface(String owner, String method, String descriptor) {
    mv.visitMethodInsn(INVOKEINTERFACE, owner, method, descriptor, true);
  }

  void cast(String type) {
    mv.visitTypeInsn(CHECKCAST, type);
  }

  void op(int opcode) {
    mv.visitInsn(opcode);
  }

  void jump(int opcode, Label to) {
    mv.visitJumpInsn(opcode, to);
  }

  void label(Label here) {
    mv.visitLabel(here);
  }

  /** An array of objects, each pushed by its own piece of code. */
  void array(List<Runnable> items) {
    integer(items.size());
    mv.visitTypeInsn(ANEWARRAY, "java/lang/Object");
    for (int i = 0; i < items.size(); i++) {
      mv.visitInsn(DUP);
      integer(i);
      items.get(i).run();
      mv.visitInsn(AASTORE);
    }
  }

  void strings(List<String> items) {
    integer(items.size());
    mv.visitTypeInsn(ANEWARRAY, "java/lang/String");
    for (int i = 0; i < items.size(); i++) {
      mv.visitInsn(DUP);
      integer(i);
      text(items.get(i));
      mv.visitInsn(AASTORE);
    }
  }
}
