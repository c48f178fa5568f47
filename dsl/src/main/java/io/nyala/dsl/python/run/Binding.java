package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the arguments of a call become the values of a function's parameters. */
final class Binding {
  private Binding() {}

  static Object[] bind(PyCode code, Object[] defaults, Object[] given, Kwargs named) {
    int count = code.names().size();
    int total = count + (code.rest() == null ? 0 : 1) + (code.keywords() == null ? 0 : 1);
    Object[] values = new Object[total];
    Arrays.fill(values, 0, count, Unbound.VALUE);
    int positional = Math.min(given.length, code.positional());
    System.arraycopy(given, 0, values, 0, positional);
    if (code.rest() != null) {
      values[count] = Tuple.of(Arrays.copyOfRange(given, positional, given.length));
    } else if (given.length > positional) {
      throw tooMany(code, defaults, given.length, named);
    }
    Map<Object, Object> extra = code.keywords() == null ? null : new LinkedHashMap<>();
    if (named != null) {
      named.forEach((name, value) -> name(code, values, name, value, extra));
    }
    if (extra != null) {
      values[total - 1] = extra;
    }
    fill(code, defaults, values);
    return values;
  }

  private static void name(
      PyCode code, Object[] values, String name, Object value, Map<Object, Object> extra) {
    int at = code.names().indexOf(name);
    if (at < 0 || at < code.positionalOnly()) {
      if (extra == null) {
        throw Errors.type(
            at < 0
                ? code.qualified() + "() got an unexpected keyword argument '" + name + "'"
                : code.qualified()
                    + "() got some positional-only arguments passed as keyword arguments: '"
                    + name
                    + "'");
      }
      extra.put(name, value);
      return;
    }
    if (values[at] != Unbound.VALUE) {
      throw Errors.type(code.qualified() + "() got multiple values for argument '" + name + "'");
    }
    values[at] = value;
  }

  private static void fill(PyCode code, Object[] defaults, Object[] values) {
    List<String> missing = new ArrayList<>();
    List<String> missingNamed = new ArrayList<>();
    for (int i = 0; i < code.names().size(); i++) {
      if (values[i] == Unbound.VALUE) {
        values[i] = defaults.length == 0 ? Unbound.VALUE : defaults[i];
        if (values[i] == Unbound.VALUE) {
          (i < code.positional() ? missing : missingNamed).add("'" + code.names().get(i) + "'");
        }
      }
    }
    if (!missing.isEmpty()) {
      throw missing(code, missing, "positional");
    }
    if (!missingNamed.isEmpty()) {
      throw missing(code, missingNamed, "keyword-only");
    }
  }

  private static PyRaised missing(PyCode code, List<String> names, String kind) {
    int count = names.size();
    String list =
        switch (count) {
          case 1 -> names.get(0);
          case 2 -> names.get(0) + " and " + names.get(1);
          default ->
              String.join(", ", names.subList(0, count - 1)) + ", and " + names.get(count - 1);
        };
    return Errors.type(
        code.qualified()
            + "() missing "
            + count
            + " required "
            + kind
            + " argument"
            + (count == 1 ? "" : "s")
            + ": "
            + list);
  }

  private static PyRaised tooMany(PyCode code, Object[] defaults, int given, Kwargs named) {
    int most = code.positional();
    int least = 0;
    while (least < most && (defaults.length == 0 || defaults[least] == Unbound.VALUE)) {
      least++;
    }
    String takes = least == most ? String.valueOf(most) : "from " + least + " to " + most;
    return Errors.type(
        code.qualified()
            + "() takes "
            + takes
            + " positional argument"
            + (most == 1 && least == most ? "" : "s")
            + " but "
            + given
            + alsoNamed(code, given, named)
            + (given == 1 && alsoNamed(code, given, named).isEmpty() ? " was" : " were")
            + " given");
  }

  /** What is said of keyword-only arguments that were given too. */
  private static String alsoNamed(PyCode code, int given, Kwargs named) {
    List<String> only = code.names().subList(code.positional(), code.names().size());
    long count = named == null ? 0 : named.keySet().stream().filter(only::contains).count();
    return count == 0
        ? ""
        : " positional argument"
            + (given == 1 ? "" : "s")
            + " (and "
            + count
            + " keyword-only argument"
            + (count == 1 ? "" : "s")
            + ")";
  }
}
