package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;

/** The arguments of a built-in, by position or name. */
final class Args {
  private static final Kwargs NONE = new Kwargs();

  private final String function;
  private final Object[] given;
  private final Kwargs named;

  Args(String function, Object[] given, Kwargs named, int least, int most) {
    this.function = function;
    this.given = given;
    this.named = named == null ? NONE : named;
    int all = given.length + this.named.size();
    if (all < least || given.length > most) {
      throw Errors.type(
          function
              + (least == most
                  ? "() takes exactly "
                      + (least == 1 ? "one argument" : least + " arguments")
                      + " ("
                      + all
                      + " given)"
                  : all < least
                      ? " expected at least "
                          + least
                          + " argument"
                          + (least == 1 ? "" : "s")
                          + ", got "
                          + all
                      : " expected at most "
                          + most
                          + " argument"
                          + (most == 1 ? "" : "s")
                          + ", got "
                          + all));
    }
  }

  /** The names that may be given; any other is an error. */
  Args names(String... allowed) {
    for (String name : named.keySet()) {
      if (!java.util.List.of(allowed).contains(name)) {
        throw Errors.type("'" + name + "' is an invalid keyword argument for " + function + "()");
      }
    }
    return this;
  }

  boolean has(int index, String name) {
    return index < given.length || named.containsKey(name);
  }

  Object get(int index, String name, Object otherwise) {
    return index >= 0 && index < given.length
        ? given[index]
        : named.containsKey(name) ? named.get(name) : otherwise;
  }

  Object get(int index) {
    return get(index, "", null);
  }

  int index(int index, String name, int otherwise) {
    Object value = get(index, name, null);
    return value == null ? otherwise : Ints.index(value);
  }

  String text(int index) {
    Object value = get(index);
    if (value instanceof CharSequence) {
      return value.toString();
    }
    throw Errors.type(
        function + "() argument " + (index + 1) + " must be str, not " + Types.name(value));
  }
}
