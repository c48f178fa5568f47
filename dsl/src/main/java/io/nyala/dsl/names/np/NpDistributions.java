package io.nyala.dsl.names.np;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.keras.random.Distributions;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.function.Supplier;

/** The distributions of {@code np.random}, of the old generators and the new. */
final class NpDistributions {

  private NpDistributions() {}

  /** Those that {@code RandomState} and {@code default_rng} draw alike. */
  static void shared(Library to, Supplier<Distributions> from) {
    to.def(
        "uniform(low=0.0, high=1.0, size=None)",
        g -> {
          double low = g.number("low");
          double width = g.number("high") - low;
          return reals(g, () -> low + width * from.get().uniform().getAsDouble());
        });
    to.def(
        "normal(loc=0.0, scale=1.0, size=None)",
        g -> {
          double loc = g.number("loc");
          double scale = g.number("scale");
          return reals(g, () -> loc + scale * from.get().normal().getAsDouble());
        });
    to.def("standard_normal(size=None)", g -> reals(g, () -> from.get().normal().getAsDouble()));
    to.def(
        "lognormal(mean=0.0, sigma=1.0, size=None)",
        g -> {
          double mean = g.number("mean");
          double sigma = g.number("sigma");
          return reals(g, () -> Math.exp(mean + sigma * from.get().normal().getAsDouble()));
        });
    to.def(
        "laplace(loc=0.0, scale=1.0, size=None)",
        g -> reals(g, () -> from.get().laplace(g.number("loc"), g.number("scale"))));
    to.def(
        "poisson(lam=1.0, size=None)",
        g -> NpRandom.whole(NpRandom.size(g), () -> from.get().poisson(g.number("lam"))));
    to.def(
        "binomial(n, p, size=None)",
        g ->
            NpRandom.whole(
                NpRandom.size(g), () -> from.get().binomial(g.integer("n"), g.number("p"))));
    to.def("multinomial(n, pvals, size=None)", g -> multinomial(g, from.get()));
  }

  /** Those of {@code RandomState} only. */
  static void legacy(Library to, Supplier<Distributions> from) {
    to.def(
        "exponential(scale=1.0, size=None)",
        g -> reals(g, () -> g.number("scale") * from.get().exponential()));
    to.def("standard_exponential(size=None)", g -> reals(g, () -> from.get().exponential()));
    to.def(
        "gamma(shape, scale=1.0, size=None)",
        g -> reals(g, () -> g.number("scale") * from.get().gamma(g.number("shape"))));
    to.def(
        "standard_gamma(shape, size=None)",
        g -> reals(g, () -> from.get().gamma(g.number("shape"))));
    to.def(
        "chisquare(df, size=None)", g -> reals(g, () -> 2 * from.get().gamma(g.number("df") / 2)));
    to.def(
        "beta(a, b, size=None)",
        g -> reals(g, () -> from.get().beta(g.number("a"), g.number("b"))));
    to.def("dirichlet(alpha, size=None)", g -> dirichlet(g, from.get()));
  }

  private static Tensor reals(Given g, java.util.function.DoubleSupplier next) {
    return NpRandom.reals(NpRandom.size(g), next);
  }

  private static double[] doubles(Given g, String name) {
    return g.floats(name).cast(DType.FLOAT64).doubles();
  }

  private static Tensor multinomial(Given g, Distributions from) {
    double[] shares = doubles(g, "pvals");
    Shape shape = NpRandom.size(g).concat(Shape.of(shares.length));
    long[] out = new long[shape.elements()];
    for (int at = 0; at < out.length; at += shares.length) {
      System.arraycopy(from.multinomial(g.integer("n"), shares), 0, out, at, shares.length);
    }
    return Tensor.of(shape, out);
  }

  private static Tensor dirichlet(Given g, Distributions from) {
    double[] weights = doubles(g, "alpha");
    Shape shape = NpRandom.size(g).concat(Shape.of(weights.length));
    double[] out = new double[shape.elements()];
    for (int at = 0; at < out.length; at += weights.length) {
      System.arraycopy(from.dirichlet(weights), 0, out, at, weights.length);
    }
    return Tensor.of(shape, out);
  }
}
