package io.nyala.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nyala.autograd.Reduce;
import io.nyala.autograd.Tape;
import io.nyala.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Compares a gradient with central differences, in float64. */
public final class GradientCheck {

  private static final double STEP = 1e-5;

  private GradientCheck() {}

  /** Checks the gradient of {@code Σ c · f(x)} by every element of {@code x}. */
  public static void check(String what, UnaryOperator<Tensor> f, Tensor x) {
    Tensor gradient;
    try (Tape tape = new Tape()) {
      tape.watch(x);
      gradient = tape.gradient(weigh(f.apply(x)), x);
    }
    for (int i = 0; i < x.elements(); i++) {
      double expected = (at(f, x, i, STEP) - at(f, x, i, -STEP)) / (2 * STEP);
      double found = gradient == null ? 0 : gradient.getDouble(i);
      assertEquals(expected, found, 1e-5 * Math.max(1, Math.abs(expected)), what + " at " + i);
    }
  }

  private static double at(UnaryOperator<Tensor> f, Tensor x, int i, double step) {
    Tensor moved = x.copy();
    moved.put(i, x.getDouble(i) + step);
    return weigh(f.apply(moved)).getDouble(0);
  }

  /** A sum with different factors, so that errors cannot cancel. */
  private static Tensor weigh(Tensor y) {
    Tensor factors = Tensor.zeros(y.dtype(), y.shape());
    for (int i = 0; i < y.elements(); i++) {
      factors.put(i, 1 + 0.37 * i - 0.05 * i * i);
    }
    return Reduce.sum(io.nyala.autograd.Arithmetic.multiply(y, factors));
  }
}
