package io.nyala.dsl.names.tf;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.function.DoubleSupplier;

/** {@code tf.random} and {@code keras.random}. */
public final class TfRandom {

  private TfRandom() {}

  static void tensorFlow(Library to) {
    to.def(
        "normal(shape, mean=0.0, stddev=1.0, dtype='float32', seed=None)", g -> normal(g, false));
    to.def(
        "truncated_normal(shape, mean=0.0, stddev=1.0, dtype='float32', seed=None)",
        g -> normal(g, true));
    to.def("uniform(shape, minval=0, maxval=None, dtype='float32', seed=None)", TfRandom::uniform);
    to.def("shuffle(value, seed=None)", g -> shuffle(g.tensor("value"), source(g)));
    to.def(
        "set_seed(seed)",
        g -> {
          Random.setSeed(g.integer("seed"));
          return null;
        });
  }

  public static void keras(Library to) {
    to.def(
        "normal(shape, mean=0.0, stddev=1.0, dtype='float32', seed=None)", g -> normal(g, false));
    to.def(
        "truncated_normal(shape, mean=0.0, stddev=1.0, dtype='float32', seed=None)",
        g -> normal(g, true));
    to.def("uniform(shape, minval=0.0, maxval=1.0, dtype='float32', seed=None)", TfRandom::uniform);
    to.def("randint(shape, minval, maxval, dtype='int32', seed=None)", TfRandom::uniform);
    to.def("shuffle(x, axis=0, seed=None)", g -> shuffle(g.tensor("x"), source(g)));
  }

  private static Random source(Given g) {
    return Random.of(g.has("seed") ? (Number) g.integer("seed") : null);
  }

  private static Tensor normal(Given g, boolean truncated) {
    Random random = source(g);
    double mean = g.number("mean");
    double deviation = g.number("stddev");
    return drawn(
        g.shape("shape"),
        g.dtype("dtype"),
        () -> mean + deviation * (truncated ? random.truncatedNormal() : random.normal()));
  }

  private static Tensor uniform(Given g) {
    Random random = source(g);
    DType type = g.dtype("dtype");
    double low = g.number("minval");
    if (type.isInteger()) {
      if (!g.has("maxval")) {
        throw PyError.value("uniform() needs maxval for whole numbers");
      }
      long from = (long) low;
      long to = (long) g.number("maxval");
      return drawn(g.shape("shape"), type, () -> random.integer(from, to));
    }
    double high = g.has("maxval") ? g.number("maxval") : 1;
    return drawn(g.shape("shape"), type, () -> low + (high - low) * random.uniform());
  }

  private static Tensor drawn(Shape shape, DType type, DoubleSupplier next) {
    Tensor out = Tensor.zeros(type, shape);
    for (int i = 0; i < out.elements(); i++) {
      out.put(i, next.getAsDouble());
    }
    return out;
  }

  private static Tensor shuffle(Tensor x, Random random) {
    return io.nyala.autograd.Gather.take(x, random.permutation(x.dim(0)), 0);
  }
}
