package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.FunctionParts;
import io.nyala.dsl.python.run.Literals;
import io.nyala.dsl.python.run.Module;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What {@code platform}, {@code inspect} and {@code ast} are made of. */
final class SystemModule {
  private SystemModule() {}

  static Namespace names() {
    Module system = new Module("_system");
    String name = System.getProperty("os.name");
    String machine = System.getProperty("os.arch");
    system.value("system", name.startsWith("Mac") ? "Darwin" : name.split(" ")[0]);
    system.value("machine", machine.equals("amd64") ? "x86_64" : machine);
    system.value("release", System.getProperty("os.version")).value("node", host());
    system.one("parts", FunctionParts::of);
    system.one("kind", FunctionParts::kind);
    system.one("literal", Literals::value);
    return system.names();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
