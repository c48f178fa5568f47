package io.nyala.dsl.python.run;

/** Operators that classes of Python cells define. */
final class Dunders {
  private Dunders() {}

  /** What a special method gives, or Unbound if neither operand has one that applies. */
  static Object binary(String name, Object a, Object b) {
    if (overrides(a, b, "__r" + name + "__")) {
      Object first = attempt(b, "__r" + name + "__", a);
      return first == Unbound.VALUE ? attempt(a, "__" + name + "__", b) : first;
    }
    Object result = attempt(a, "__" + name + "__", b);
    return result == Unbound.VALUE ? attempt(b, "__r" + name + "__", a) : result;
  }

  /** What a comparison's method gives, the subclass's first; Unbound if none applies. */
  static Object compare(String name, String mirrored, Object a, Object b) {
    if (overrides(a, b, "__" + mirrored + "__")) {
      Object first = attempt(b, "__" + mirrored + "__", a);
      return first == Unbound.VALUE ? attempt(a, "__" + name + "__", b) : first;
    }
    Object result = attempt(a, "__" + name + "__", b);
    return result == Unbound.VALUE ? attempt(b, "__" + mirrored + "__", a) : result;
  }

  /** Whether b is of a class that derives from a's and has a method of its own. */
  private static boolean overrides(Object a, Object b, String method) {
    if (!(b instanceof Instance other)) {
      return false;
    }
    PyClass type = Types.of(a);
    return other.type() != type
        && other.type().derivesFrom(type)
        && other.type().find(method) != null
        && other.type().find(method) != type.find(method);
  }

  static Object attempt(Object self, String method, Object other) {
    if (!(self instanceof Instance instance) || instance.type().find(method) == null) {
      return Unbound.VALUE;
    }
    Object own = Descriptors.bind(instance.type().find(method), self, instance.type(), method);
    Object result = Invoke.call(own, new Object[] {other}, null);
    return result == Builtins.NOT_IMPLEMENTED ? Unbound.VALUE : result;
  }

  static Object unary(String sign, String method, Object a) {
    if (a instanceof Instance instance && instance.type().find(method) != null) {
      return Invoke.method(a, method, new Object[0], null);
    }
    throw Errors.type("bad operand type for unary " + sign + ": '" + Types.name(a) + "'");
  }

  static PyRaised unsupported(String sign, Object a, Object b) {
    if (sign.equals("+") && a instanceof PyBytes) {
      return Errors.type("can't concat " + Types.name(b) + " to bytes");
    }
    if (sign.equals("+")) {
      String sequence = Types.name(a);
      boolean joins = sequence.equals("str") || sequence.equals("list") || sequence.equals("tuple");
      if (joins) {
        return Errors.type(
            "can only concatenate " + sequence + " (not \"" + Types.name(b) + "\") to " + sequence);
      }
    }
    if (sign.equals("*") && (Containers.isSequence(a) || Containers.isSequence(b))) {
      Object wrong = Containers.isSequence(a) ? b : a;
      return Errors.type("can't multiply sequence by non-int of type '" + Types.name(wrong) + "'");
    }
    return Errors.type(
        "unsupported operand type(s) for "
            + sign
            + ": '"
            + Types.name(a)
            + "' and '"
            + Types.name(b)
            + "'");
  }
}
