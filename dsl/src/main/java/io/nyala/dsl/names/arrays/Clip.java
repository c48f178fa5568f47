package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Operands;
import io.nyala.tensor.Tensor;

/** Keeping values within bounds. */
public final class Clip {

  private Clip() {}

  /** A tensor held between two bounds, either of which may be None or a tensor. */
  public static Tensor between(Given g, String x, String low, String high) {
    boolean numbers =
        (!g.has(low) || g.get(low) instanceof Number)
            && (!g.has(high) || g.get(high) instanceof Number);
    if (numbers && g.tensor(x).dtype().isFloating()) {
      return Maths.clip(
          g.tensor(x),
          g.has(low) ? g.number(low) : Double.NEGATIVE_INFINITY,
          g.has(high) ? g.number(high) : Double.POSITIVE_INFINITY);
    }
    Tensor out = g.tensor(x);
    if (g.has(low)) {
      Tensor[] pair = Operands.pair(g.function(), out, g.get(low), g.kind());
      out = Arithmetic.maximum(pair[0], pair[1]);
    }
    if (g.has(high)) {
      Tensor[] pair = Operands.pair(g.function(), out, g.get(high), g.kind());
      out = Arithmetic.minimum(pair[0], pair[1]);
    }
    return out;
  }
}
