package io.nyala.dsl.python.modules;

import io.nyala.dsl.lang.SystemExit;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.NamedTuple;
import io.nyala.dsl.python.run.PyClass;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code sys}. */
final class SysModule {
  private SysModule() {}

  private static final PyClass VERSION =
      NamedTuple.declare(
          "version_info", List.of("major", "minor", "micro", "releaselevel", "serial"), List.of());
  private static final PyClass FLOATS =
      NamedTuple.declare(
          "float_info",
          List.of(
              "max",
              "max_exp",
              "max_10_exp",
              "min",
              "min_exp",
              "min_10_exp",
              "dig",
              "mant_dig",
              "epsilon",
              "radix",
              "rounds"),
          List.of());
  private static final Object[] FLOAT_INFO = {
    Double.MAX_VALUE, 1024, 308, Double.MIN_NORMAL, -1021, -307, 15, 53, Math.ulp(1.0), 2, 1
  };

  private static Object refused(String what) {
    throw Module.error("NotImplementedError", what + " is not supported in Nyala's Python cells");
  }

  static Namespace names() {
    Module sys = new Module("sys");
    sys.value("maxsize", Long.MAX_VALUE).value("version", "3.11 (Nyala)");
    sys.value("version_info", Module.call(VERSION, 3, 11, 0, "final", 0))
        .value("platform", "linux");
    sys.value("argv", new ArrayList<>(List.of(""))).value("byteorder", "little");
    sys.value("path", new ArrayList<>()).value("modules", new java.util.LinkedHashMap<>());
    sys.value("executable", "nyala");
    sys.value("stdin", new StandardInput());
    sys.value("float_info", Module.call(FLOATS, FLOAT_INFO));
    sys.one("getsizeof", value -> refused("sys.getsizeof()"));
    sys.function("exc_info", (given, named) -> refused("sys.exc_info()"));
    sys.value("stdout", stream("stdout", () -> System.out));
    sys.value("stderr", stream("stderr", () -> System.err));
    sys.function("getrecursionlimit", (given, named) -> 1000);
    sys.one("setrecursionlimit", limit -> null);
    sys.function(
        "exit",
        (given, named) -> {
          boolean fine = given.length == 0 || given[0] == null;
          if (!fine && !Module.isWhole(given[0])) {
            System.err.println(Module.str(given[0]));
          }
          SystemExit.exit(fine ? 0 : Module.isWhole(given[0]) ? Module.index(given[0]) : 1);
          return null;
        });
    return sys.names();
  }

  private static Namespace stream(String name, Supplier<PrintStream> out) {
    Module stream = new Module("sys." + name);
    stream.one(
        "write",
        text -> {
          String plain = Module.str(text);
          out.get().print(plain);
          return plain.length();
        });
    stream.function(
        "flush",
        (given, named) -> {
          out.get().flush();
          return null;
        });
    return stream.names();
  }
}
