package io.nyala.dsl.python.run;

/** Special methods of built-in values, called by name. */
final class Protocol {
  private Protocol() {}

  static Object call(Object self, String name, Object[] given) {
    return switch (name) {
      case "__len__" -> Builtins.len(self);
      case "__iter__" -> Iterators.of(self);
      case "__next__" -> Iterators.next(self);
      case "__getitem__" -> Items.get(self, given[0]);
      case "__contains__" -> Comparisons.in(given[0], self);
      case "__str__" -> Texts.str(self);
      case "__repr__" -> Texts.repr(self);
      case "__hash__" -> Builtins.hash(self);
      case "__add__" -> Operators.add(self, given[0]);
      case "__sub__" -> Operators.subtract(self, given[0]);
      case "__mul__" -> Operators.multiply(self, given[0]);
      case "__eq__" -> Comparisons.equal(self, given[0]);
      case "__lt__" -> Comparisons.less(self, given[0]);
      default -> Unbound.VALUE;
    };
  }
}
