package io.nyala.dsl.python.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Special methods of built-in values, called by name. */
final class Protocol {
  private static final Map<String, UnaryOperator<Object>> ONE = new LinkedHashMap<>();
  private static final Map<String, BinaryOperator<Object>> TWO = new LinkedHashMap<>();
  private static final Set<String> CHANGES =
      Set.of("__setitem__", "__delitem__", "__iadd__", "__ior__", "__imul__");

  /** The names of all of them. */
  static final Set<String> NAMES;

  static {
    ONE.put("__len__", Builtins::len);
    ONE.put("__iter__", Iterators::of);
    ONE.put("__next__", Iterators::next);
    ONE.put("__reversed__", value -> Iteration.reversed(new Object[] {value}, null));
    ONE.put("__str__", Texts::str);
    ONE.put("__repr__", Texts::repr);
    ONE.put("__hash__", Builtins::hash);
    ONE.put("__bool__", Truth::of);
    ONE.put("__int__", value -> Constructors.integer(new Object[] {value}, null));
    ONE.put("__index__", Protocol::whole);
    ONE.put("__float__", value -> Constructors.real(new Object[] {value}, null));
    ONE.put("__neg__", Operators::negate);
    ONE.put("__pos__", Operators::positive);
    ONE.put("__invert__", Operators::invert);
    ONE.put("__abs__", Builtins::abs);
    ONE.put("__trunc__", value -> Constructors.integer(new Object[] {value}, null));
    ONE.put("__floor__", value -> whole(Operators.floorDivide(value, 1)));
    ONE.put(
        "__ceil__",
        value -> whole(Operators.negate(Operators.floorDivide(Operators.negate(value), 1))));
    TWO.put("__getitem__", Items::get);
    TWO.put("__contains__", (self, item) -> Comparisons.in(item, self));
    TWO.put("__format__", (self, spec) -> FormatSpec.format(self, Texts.str(spec)));
    TWO.put("__add__", guarded(Operators::add));
    TWO.put("__sub__", guarded(Operators::subtract));
    TWO.put("__mul__", guarded(Operators::multiply));
    TWO.put("__truediv__", guarded(Operators::divide));
    TWO.put("__floordiv__", guarded(Operators::floorDivide));
    TWO.put("__mod__", guarded(Operators::modulo));
    TWO.put("__pow__", guarded(Operators::power));
    TWO.put("__divmod__", guarded(Builtins::divmod));
    TWO.put("__and__", guarded(Operators::and));
    TWO.put("__or__", guarded(Operators::or));
    TWO.put("__xor__", guarded(Operators::xor));
    TWO.put("__lshift__", guarded(Operators::shiftLeft));
    TWO.put("__rshift__", guarded(Operators::shiftRight));
    for (String name : TWO.keySet().toArray(new String[0])) {
      if (!Set.of("__getitem__", "__contains__", "__format__").contains(name)) {
        BinaryOperator<Object> operator = TWO.get(name);
        TWO.put("__r" + name.substring(2), (self, other) -> operator.apply(other, self));
      }
    }
    TWO.put("__eq__", alike(Comparisons::equal));
    TWO.put("__ne__", alike(Comparisons::notEqual));
    TWO.put("__lt__", guarded(Comparisons::less));
    TWO.put("__le__", guarded(Comparisons::lessEqual));
    TWO.put("__gt__", guarded(Comparisons::greater));
    TWO.put("__ge__", guarded(Comparisons::greaterEqual));
    Set<String> all = new java.util.HashSet<>(ONE.keySet());
    all.addAll(TWO.keySet());
    all.addAll(CHANGES);
    all.add("__round__");
    NAMES = Set.copyOf(all);
  }

  private Protocol() {}

  private static Object whole(Object value) {
    return Constructors.integer(new Object[] {value}, null);
  }

  /** What an operator gives; {@code NotImplemented} where it does not take its operands. */
  private static BinaryOperator<Object> guarded(BinaryOperator<Object> operator) {
    return (self, other) -> {
      try {
        return operator.apply(self, other);
      } catch (PyRaised e) {
        if (e.errorName().equals("TypeError")) {
          return Builtins.NOT_IMPLEMENTED;
        }
        throw e;
      }
    };
  }

  private static BinaryOperator<Object> alike(BinaryOperator<Object> operator) {
    return (self, other) -> {
      boolean numbers = Ints.isNumber(self) && Ints.isNumber(other);
      boolean whole = Ints.is(self) && !Ints.is(other);
      boolean same = Types.of(Derived.plain(other)).derivesFrom(Types.of(self));
      boolean comparable = numbers && !whole || same;
      return comparable ? operator.apply(self, other) : Builtins.NOT_IMPLEMENTED;
    };
  }

  static Object call(Object self, String name, Object[] given) {
    UnaryOperator<Object> one = ONE.get(name);
    if (one != null && given.length == 0) {
      return one.apply(self);
    }
    BinaryOperator<Object> two = TWO.get(name);
    if (two != null && given.length == 1) {
      return two.apply(self, given[0]);
    }
    if (name.equals("__round__")) {
      return Builtins.round(Invoke.prepend(self, given), null);
    }
    return CHANGES.contains(name) ? change(self, name, given) : Unbound.VALUE;
  }

  private static Object change(Object self, String name, Object[] given) {
    switch (name) {
      case "__setitem__" -> Items.set(given[1], self, given[0]);
      case "__delitem__" -> Items.delete(self, given[0]);
      case "__iadd__" -> {
        return InPlace.add(self, given[0]);
      }
      case "__ior__" -> {
        return InPlace.or(self, given[0]);
      }
      default -> {
        return InPlace.multiply(self, given[0]);
      }
    }
    return null;
  }
}
