package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.scale;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Slices;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.tensor.Tensor;
import java.util.List;

/** The three ways of keeping gradients small. Source: keras/src/optimizers/base_optimizer.py. */
record Clipping(double norm, double value, double globalNorm) {

  static Clipping of(Arguments a) {
    int given = 0;
    for (String name : List.of("clipnorm", "clipvalue", "global_clipnorm")) {
      given += a.get(name) == null ? 0 : 1;
    }
    if (given > 1) {
      throw KerasException.value(
          "Only one of `clipnorm`, `clipvalue` and `global_clipnorm` can be set. Received:"
              + " clipnorm="
              + a.get("clipnorm")
              + ", clipvalue="
              + a.get("clipvalue")
              + ", global_clipnorm="
              + a.get("global_clipnorm"));
    }
    return new Clipping(
        orZero(a.number("clipnorm")),
        orZero(a.number("clipvalue")),
        orZero(a.number("global_clipnorm")));
  }

  private static double orZero(Double number) {
    return number == null ? 0 : number;
  }

  List<Tensor> apply(List<Tensor> gradients) {
    if (norm > 0) {
      return gradients.stream().map(this::byNorm).toList();
    }
    if (globalNorm > 0) {
      return byGlobalNorm(gradients);
    }
    return value > 0 ? gradients.stream().map(this::byValue).toList() : gradients;
  }

  private Tensor byValue(Tensor gradient) {
    return Slices.each(gradient, g -> Maths.clip(g, -value, value));
  }

  private Tensor byNorm(Tensor gradient) {
    double length = Math.sqrt(squares(gradient));
    return Slices.each(gradient, g -> scale(g, norm / Math.max(length, norm)));
  }

  private static double squares(Tensor gradient) {
    return Reduce.sum(Slices.each(gradient, Maths::square)).getDouble(0);
  }

  private List<Tensor> byGlobalNorm(List<Tensor> gradients) {
    double squares = 0;
    for (Tensor g : gradients) {
      squares += squares(g);
    }
    double length = Math.sqrt(squares);
    double factor = globalNorm * Math.min(1 / length, 1 / globalNorm) + (length - length);
    // As in Keras, slices do not outlive this product.
    return gradients.stream().map(g -> scale(g, factor)).toList();
  }
}
