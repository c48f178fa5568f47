package io.nyala.dsl.names.tf;

import io.nyala.autograd.Tape;
import io.nyala.autograd.Variable;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.Signature;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** What cells can do with gradient tapes beyond their Java methods. A Groovy extension class. */
public final class TapeMethods {

  private TapeMethods() {}

  /** {@code tape.gradient(target, sources)}, nested as the sources are. */
  public static Object gradient(Tape self, Object target, Object sources) {
    return TfTape.gradient(self, target, sources, null);
  }

  /** {@code tape.gradient(target, sources, output_gradients)}. */
  public static Object gradient(Tape self, Object target, Object sources, Object upstream) {
    return TfTape.gradient(self, target, sources, upstream);
  }

  /** {@code tape.gradient(target = …, sources = …, output_gradients = …)}. */
  public static Object gradient(Tape self, Map<?, ?> named, Object... positional) {
    Map<String, Object> values =
        Signature.parse("gradient(target, sources, output_gradients=None)")
            .bind(List.of(positional), new Kwargs(named));
    return TfTape.gradient(
        self, values.get("target"), values.get("sources"), values.get("output_gradients"));
  }

  /** {@code tape.jacobian(target, source)}. */
  public static Tensor jacobian(Tape self, Object target, Object source) {
    return self.derivatives(Operands.tensorOf(target), source);
  }

  /** {@code tape.batch_jacobian(target, source)}. */
  public static Tensor batch_jacobian(Tape self, Object target, Object source) {
    return self.derivativesBySample(Operands.tensorOf(target), source);
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
