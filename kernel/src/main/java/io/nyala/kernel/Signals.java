package io.nyala.kernel;

import io.nyala.kernel.wire.Log;
import java.lang.reflect.Proxy;

/** The interrupt signal, by reflection: its classes are outside the platform's public modules. */
final class Signals {

  private Signals() {}

  /** Runs the action on SIGINT instead of ending the process. */
  static void onInterrupt(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, args) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                  return null;
                }
                return switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(self);
                  case "equals" -> self == args[0];
                  default -> "interrupt handler";
                };
              });
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      signal.getMethod("handle", signal, handler).invoke(null, interrupt, proxy);
    } catch (ReflectiveOperationException | RuntimeException e) {
      Log.warn("the interrupt signal is not handled: " + e);
    }
  }
}
