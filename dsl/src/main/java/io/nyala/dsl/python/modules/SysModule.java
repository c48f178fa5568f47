package io.nyala.dsl.python.modules;

import io.nyala.dsl.lang.SystemExit;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.run.Module;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code sys}. */
final class SysModule {
  private SysModule() {}

  static Namespace names() {
    Module sys = new Module("sys");
    sys.value("maxsize", Long.MAX_VALUE).value("version", "3.11 (Nyala)");
    sys.value("version_info", Tuple.of(3, 11, 0, "final", 0)).value("platform", "linux");
    sys.value("argv", new ArrayList<>(List.of(""))).value("byteorder", "little");
    sys.value("path", new ArrayList<>()).value("modules", new java.util.LinkedHashMap<>());
    sys.value("executable", "nyala");
    sys.value("stdout", stream("stdout", () -> System.out));
    sys.value("stderr", stream("stderr", () -> System.err));
    sys.function("getrecursionlimit", (given, named) -> 1000);
    sys.one("setrecursionlimit", limit -> null);
    sys.function(
        "exit",
        (given, named) -> {
          boolean fine = given.length == 0 || given[0] == null;
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
