package io.nyala.keras.random;

import java.util.function.DoubleSupplier;

/**
 * NumPy's ways from uniform and normal numbers to other distributions, number for number; of {@code
 * RandomState}, and where they are the same, of {@code default_rng}.
 *
 * <p>Sources: numpy/random/src/legacy/legacy-distributions.c and
 * numpy/random/src/distributions/distributions.c; Hörmann, "The transformed rejection method for
 * generating Poisson random variables" (1993).
 *
 * @param uniform numbers in [0, 1)
 * @param normal numbers of mean 0 and deviation 1
 */
public record Distributions(DoubleSupplier uniform, DoubleSupplier normal) {

  private static final double[] STIRLING = {
    8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04,
    -5.952380952380952e-04, 8.417508417508418e-04, -1.917526917526918e-03,
    6.410256410256410e-03, -2.955065359477124e-02, 1.796443723688307e-01,
    -1.39243221690590e+00
  };

  private double next() {
    return uniform.getAsDouble();
  }

  /** Waiting times of mean 1, as {@code RandomState} has them. */
  public double exponential() {
    return -Math.log(1.0 - next());
  }

  /** {@code gamma(shape, 1)}, as {@code RandomState} has it. */
  public double gamma(double shape) {
    if (shape == 1 || shape == 0) {
      return shape == 1 ? exponential() : 0;
    }
    return shape < 1 ? smallGamma(shape) : largeGamma(shape);
  }

  private double smallGamma(double shape) {
    while (true) {
      double u = next();
      double v = exponential();
      if (u <= 1.0 - shape) {
        double x = Math.pow(u, 1 / shape);
        if (x <= v) {
          return x;
        }
      } else {
        double y = -Math.log((1 - u) / shape);
        double x = Math.pow(1.0 - shape + shape * y, 1 / shape);
        if (x <= v + y) {
          return x;
        }
      }
    }
  }

  private double largeGamma(double shape) {
    double b = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * b);
    while (true) {
      double x;
      double v;
      do {
        x = normal.getAsDouble();
        v = 1 + c * x;
      } while (v <= 0);
      v = v * v * v;
      double u = next();
      boolean surely = u < 1.0 - 0.0331 * (x * x) * (x * x);
      if (surely || Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) {
        return b * v;
      }
    }
  }

  /** {@code beta(a, b)}, as {@code RandomState} has it. */
  public double beta(double a, double b) {
    if (a > 1 || b > 1) {
      double one = gamma(a);
      return one / (one + gamma(b));
    }
    while (true) {
      double x = Math.pow(next(), 1 / a);
      double y = Math.pow(next(), 1 / b);
      if (x + y <= 1 && x + y > 0) {
        return x / (x + y);
      }
    }
  }

  /** {@code laplace(loc, scale)}. */
  public double laplace(double loc, double scale) {
    double u = next();
    while (u == 0) {
      u = next();
    }
    return u >= 0.5 ? loc - scale * Math.log(2 - u - u) : loc + scale * Math.log(u + u);
  }

  /** {@code poisson(mean)}. */
  public long poisson(double mean) {
    if (mean >= 10) {
      return largePoisson(mean);
    }
    double least = Math.exp(-mean);
    long count = 0;
    for (double product = next(); mean > 0 && product > least; product *= next()) {
      count++;
    }
    return count;
  }

  private long largePoisson(double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverse = 1.1239 + 1.1328 / (b - 3.4);
    double ratio = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = next() - 0.5;
      double v = next();
      double us = 0.5 - Math.abs(u);
      long k = (long) Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= ratio) {
        return k;
      }
      boolean no = k < 0 || us < 0.013 && v > us;
      double left = Math.log(v) + Math.log(inverse) - Math.log(a / (us * us) + b);
      if (!no && left <= -mean + k * Math.log(mean) - logGamma(k + 1)) {
        return k;
      }
    }
  }

  private static double logGamma(double x) {
    if (x == 1 || x == 2) {
      return 0;
    }
    int n = x < 7 ? (int) (7 - x) : 0;
    double from = x + n;
    double square = 1 / from * (1 / from);
    double sum = STIRLING[9];
    for (int k = 8; k >= 0; k--) {
      sum = sum * square + STIRLING[k];
    }
    double result = sum / from + 0.5 * 1.8378770664093453 + (from - 0.5) * Math.log(from) - from;
    for (int k = 1; k <= n; k++) {
      result -= Math.log(from - 1);
      from -= 1;
    }
    return result;
  }

  /**
   * {@code binomial(n, p)}.
   *
   * @throws IllegalArgumentException if the smaller of n·p and n·(1 - p) is above 30, where NumPy
   *     goes another way
   */
  public long binomial(long n, double p) {
    double smaller = Math.min(p, 1 - p);
    if (n * smaller > 30) {
      throw new IllegalArgumentException(
          "binomial() draws NumPy's numbers up to n*p = 30; received n=" + n + ", p=" + p + ".");
    }
    if (n == 0 || p == 0) {
      return 0;
    }
    return p <= 0.5 ? inverted(n, p) : n - inverted(n, 1 - p);
  }

  private long inverted(long n, double p) {
    double q = 1 - p;
    double first = Math.exp(n * Math.log(q));
    double mean = n * p;
    long bound = (long) Math.min(n, mean + 10 * Math.sqrt(mean * q + 1));
    long count = 0;
    double share = first;
    double u = next();
    while (u > share) {
      count++;
      if (count > bound) {
        count = 0;
        share = first;
        u = next();
      } else {
        u -= share;
        share = (n - count + 1) * p * share / (count * q);
      }
    }
    return count;
  }

  /** How often each of several outcomes comes in n draws: {@code multinomial}. */
  public long[] multinomial(long n, double... shares) {
    long[] counts = new long[shares.length];
    long left = n;
    double rest = 1;
    for (int i = 0; i < shares.length - 1 && left > 0; i++) {
      counts[i] = binomial(left, shares[i] / rest);
      left -= counts[i];
      rest -= shares[i];
    }
    counts[shares.length - 1] += Math.max(0, left);
    return counts;
  }

  /** Shares that sum to 1: {@code dirichlet}. */
  public double[] dirichlet(double... weights) {
    double[] shares = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = gamma(weights[i]);
      sum += shares[i];
    }
    double inverse = 1 / sum;
    for (int i = 0; i < shares.length; i++) {
      shares[i] *= inverse;
    }
    return shares;
  }
}
