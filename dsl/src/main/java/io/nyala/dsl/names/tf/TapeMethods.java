package io.nyala.dsl.names.tf;

import io.nyala.autograd.Tape;
import io.nyala.autograd.Variable;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Managed;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.Signature;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What cells can do with gradient tapes beyond their Java methods. A Groovy extension class. */
public final class TapeMethods {

  private static final List<String> GRADIENT =
      List.of("target", "sources", "output_gradients", "unconnected_gradients");

  private static final String REST = ", output_gradients=None, unconnected_gradients='none')";

  private TapeMethods() {}

  /** {@code tape.gradient(target, sources)}, nested as the sources are. */
  public static Object gradient(Tape self, Object target, Object sources) {
    return bound(self, target, sources);
  }

  /** {@code tape.gradient(target, sources, output_gradients)}, or one of these by name. */
  public static Object gradient(Tape self, Object first, Object second, Object third) {
    return bound(self, first, second, third);
  }

  /** {@code tape.gradient(target = …, unconnected_gradients = …)}, all or some by name. */
  public static Object gradient(Tape self, Object... given) {
    return bound(self, given);
  }

  /** Names stand in a map before what is given by position. */
  private static Object bound(Tape self, Object... given) {
    boolean named =
        given[0] instanceof Kwargs
            || given[0] instanceof Map<?, ?> map
                && GRADIENT.containsAll(map.keySet().stream().map(String::valueOf).toList());
    List<Object> positional = Arrays.asList(given).subList(named ? 1 : 0, given.length);
    Map<String, Object> values =
        Signature.parse("gradient(" + String.join(", ", GRADIENT.subList(0, 2)) + REST)
            .bind(positional, named ? new Kwargs((Map<?, ?>) given[0]) : new Kwargs());
    return TfTape.gradient(self, values);
  }

  /** {@code tape.jacobian(target, source)}. */
  public static Tensor jacobian(Tape self, Object target, Object source) {
    return TfTape.once(() -> self.derivatives(Operands.tensorOf(target), source));
  }

  /** {@code tape.batch_jacobian(target, source)}. */
  public static Tensor batch_jacobian(Tape self, Object target, Object source) {
    return TfTape.once(() -> self.derivativesBySample(Operands.tensorOf(target), source));
  }

  /** Follows each of these tensors and variables. */
  public static void watch(Tape self, List<?> sources) {
    for (Object source : sources) {
      if (source instanceof Variable variable) {
        self.watch(variable);
      } else {
        self.watch((Tensor) source);
      }
    }
  }

  /** {@code with tape.stop_recording():}, a block that is not recorded. */
  public static Managed stop_recording(Tape self) {
    return new Managed() {
      private Tape.Pause pause;

      @Override
      public Object enter() {
        pause = self.pause();
        return null;
      }

      @Override
      public boolean exit(Throwable thrown) {
        pause.close();
        return false;
      }
    };
  }

  /** The variables read while the tape recorded. */
  public static List<Object> watched_variables(Tape self) {
    return io.nyala.dsl.names.Tuple.copyOf(self.watchedVariables());
  }

  /** Runs a closure while the tape records. */
  public static Object with(Tape self, groovy.lang.Closure<?> body) {
    self.resume();
    try (self) {
      return body.call(self);
    }
  }
}
