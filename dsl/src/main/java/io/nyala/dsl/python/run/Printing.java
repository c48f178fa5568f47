package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;

/** {@code print}. */
final class Printing {
  private Printing() {}

  static Object print(Object[] given, Kwargs named) {
    Args args =
        new Args("print", given, named, 0, Integer.MAX_VALUE).names("sep", "end", "file", "flush");
    Object separator = args.get(-1, "sep", null);
    Object end = args.get(-1, "end", null);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < given.length; i++) {
      out.append(i == 0 ? "" : separator == null ? " " : separator).append(Texts.str(given[i]));
    }
    out.append(end == null ? "\n" : end);
    Object file = args.get(-1, "file", null);
    if (file == null) {
      System.out.print(out);
      if (Truth.of(args.get(-1, "flush", false))) {
        System.out.flush();
      }
    } else {
      Invoke.method(file, "write", new Object[] {out.toString()}, null);
    }
    return null;
  }
}
