package io.nyala.dsl.python.run;

import io.nyala.dsl.lang.GrowingText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Augmented assignment: {@code a += b} and its kin, which may change {@code a} itself. */
public final class InPlace {
  private InPlace() {}

  /** {@code a += b}. */
  public static Object add(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return Ints.fit((long) x + y);
    }
    if (a instanceof Double x && b instanceof Double y) {
      return x + y;
    }
    if (Containers.isList(a) || a instanceof PyDeque) {
      Containers.list(a).addAll(Iterators.list(b));
      return a;
    }
    Object done = own("iadd", a, b);
    if (done == Unbound.VALUE && a instanceof Derived.OfList list) {
      list.plain().addAll(Iterators.list(b));
      return a;
    }
    return done == Unbound.VALUE ? Operators.add(a, b) : done;
  }

  /** {@code a += b} for a variable, which may hold a text that grows. */
  public static Object grow(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return Ints.fit((long) x + y);
    }
    if (b instanceof String more && (a instanceof GrowingText || a instanceof String)) {
      return GrowingText.join(a, more);
    }
    return add(GrowingText.read(a), b);
  }

  private static Object own(String name, Object a, Object b) {
    return a instanceof Instance ? Dunders.attempt(a, "__" + name + "__", b) : Unbound.VALUE;
  }

  @SuppressWarnings("unchecked")
  private static Set<Object> mutable(Set<?> set) {
    return (Set<Object>) set;
  }

  /** {@code a -= b}. */
  public static Object subtract(Object a, Object b) {
    if (a instanceof Set<?> set && b instanceof Set<?> other && Sets.isMutable(a)) {
      SetMethods.update(mutable(set), "-", new Object[] {other});
      return a;
    }
    Object done = own("isub", a, b);
    return done == Unbound.VALUE ? Operators.subtract(a, b) : done;
  }

  /** {@code a *= b}. */
  public static Object multiply(Object a, Object b) {
    if (Containers.isList(a) && Ints.is(b)) {
      List<Object> list = Containers.list(a);
      List<Object> once = new ArrayList<>(list);
      list.clear();
      for (int i = 0; i < Ints.small(b); i++) {
        list.addAll(once);
      }
      return a;
    }
    Object done = own("imul", a, b);
    return done == Unbound.VALUE ? Operators.multiply(a, b) : done;
  }

  /** {@code a /= b}. */
  public static Object divide(Object a, Object b) {
    Object done = own("itruediv", a, b);
    return done == Unbound.VALUE ? Operators.divide(a, b) : done;
  }

  /** {@code a //= b}. */
  public static Object floorDivide(Object a, Object b) {
    Object done = own("ifloordiv", a, b);
    return done == Unbound.VALUE ? Operators.floorDivide(a, b) : done;
  }

  /** {@code a %= b}. */
  public static Object modulo(Object a, Object b) {
    Object done = own("imod", a, b);
    return done == Unbound.VALUE ? Operators.modulo(a, b) : done;
  }

  /** {@code a **= b}. */
  public static Object power(Object a, Object b) {
    Object done = own("ipow", a, b);
    return done == Unbound.VALUE ? Operators.power(a, b) : done;
  }

  /** {@code a @= b}. */
  public static Object matmul(Object a, Object b) {
    Object done = own("imatmul", a, b);
    return done == Unbound.VALUE ? Operators.matmul(a, b) : done;
  }

  /** {@code a <<= b}. */
  public static Object shiftLeft(Object a, Object b) {
    Object done = own("ilshift", a, b);
    return done == Unbound.VALUE ? Operators.shiftLeft(a, b) : done;
  }

  /** {@code a >>= b}. */
  public static Object shiftRight(Object a, Object b) {
    Object done = own("irshift", a, b);
    return done == Unbound.VALUE ? Operators.shiftRight(a, b) : done;
  }

  /** {@code a &= b}. */
  public static Object and(Object a, Object b) {
    if (a instanceof Set<?> set && b instanceof Set<?> other && Sets.isMutable(a)) {
      SetMethods.update(mutable(set), "&", new Object[] {other});
      return a;
    }
    Object done = own("iand", a, b);
    return done == Unbound.VALUE ? Operators.and(a, b) : done;
  }

  /** {@code a |= b}. */
  @SuppressWarnings("unchecked")
  public static Object or(Object a, Object b) {
    if (a instanceof Set<?> set && b instanceof Set<?> other && Sets.isMutable(a)) {
      SetMethods.update(mutable(set), "|", new Object[] {other});
      return a;
    }
    if (a instanceof Map<?, ?> && b instanceof Map<?, ?> other) {
      Dicts.addAll((Map<Object, Object>) a, other);
      return a;
    }
    Object done = own("ior", a, b);
    return done == Unbound.VALUE ? Operators.or(a, b) : done;
  }

  /** {@code a ^= b}. */
  public static Object xor(Object a, Object b) {
    if (a instanceof Set<?> set && b instanceof Set<?> && Sets.isMutable(a)) {
      SetMethods.update(mutable(set), "^", new Object[] {b});
      return a;
    }
    Object done = own("ixor", a, b);
    return done == Unbound.VALUE ? Operators.xor(a, b) : done;
  }
}
