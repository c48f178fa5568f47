package io.nyala.autograd;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.tensor.Tensor;

/** Normalised exponentials along an axis. */
public final class Softmax {

  private Softmax() {}

  /** {@code softmax(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ}. */
  public static Tensor softmax(Tensor x, int axis) {
    Tensor[] result = new Tensor[1];
    Tape.withoutRecording(
        () -> {
          Tensor e = Maths.exp(subtract(x, Reduce.max(x, new int[] {axis}, true)));
          result[0] = divide(e, Reduce.sum(e, new int[] {axis}, true));
        });
    Tensor out = result[0];
    return Op.of(
        "softmax",
        x,
        out,
        g -> {
          Tensor weighted = multiply(g, out);
          return subtract(weighted, multiply(out, Reduce.sum(weighted, new int[] {axis}, true)));
        });
  }

  /** {@code ln softmax(x)}, computed without overflow. */
  public static Tensor logSoftmax(Tensor x, int axis) {
    return subtract(x, Reduce.logSumExp(x, new int[] {axis}, true));
  }
}
