package io.nyala.dsl.python.modules;

/** The error function and the gamma function, to the last digits of a double. */
final class Gammas {
  private static final double G = 6.024680040776729583740234375;
  private static final double[] ABOVE = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408
  };
  private static final double[] BELOW = {
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0
  };

  private Gammas() {}

  private static double ratio(double x) {
    double above = 0;
    double below = 0;
    if (x < 5) {
      for (int i = ABOVE.length - 1; i >= 0; i--) {
        above = above * x + ABOVE[i];
        below = below * x + BELOW[i];
      }
    } else {
      for (int i = 0; i < ABOVE.length; i++) {
        above = above / x + ABOVE[i];
        below = below / x + BELOW[i];
      }
    }
    return above / below;
  }

  static double gamma(double x) {
    if (x == Math.rint(x) && x > 0 && x < 24) {
      double product = 1;
      for (int i = 2; i < x; i++) {
        product *= i;
      }
      return product;
    }
    if (x == Math.rint(x) && x <= 0) {
      return Double.NaN;
    }
    if (x < 0) {
      return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
    }
    double y = x + G - 0.5;
    double half = Math.pow(y, x / 2 - 0.25);
    return ratio(x) / Math.exp(y) * half * half;
  }

  static double logGamma(double x) {
    if (x == 1 || x == 2) {
      return 0;
    }
    if (x <= 0 && x == Math.rint(x)) {
      return Double.POSITIVE_INFINITY;
    }
    double size = Math.abs(x);
    double result = Math.log(ratio(size)) - G + (size - 0.5) * (Math.log(size + G - 0.5) - 1);
    return x > 0
        ? result
        : Math.log(Math.PI)
            - Math.log(Math.abs(Math.sin(Math.PI * size)))
            - Math.log(size)
            - result;
  }

  static double erf(double x) {
    double size = Math.abs(x);
    return Math.copySign(size < 1.5 ? series(size) : 1 - fraction(size), x);
  }

  static double erfc(double x) {
    double size = Math.abs(x);
    if (size < 1.5) {
      return 1 - erf(x);
    }
    return x > 0 ? fraction(size) : 2 - fraction(size);
  }

  private static double series(double x) {
    double square = x * x;
    double sum = 0;
    for (int i = 24; i >= 0; i--) {
      sum = 2.0 + square * sum / (i + 1.5);
    }
    return sum * x * Math.exp(-square) / Math.sqrt(Math.PI);
  }

  private static double fraction(double x) {
    if (x >= 30) {
      return 0;
    }
    double square = x * x;
    double a = 0;
    double step = 0.5;
    double p0 = 1;
    double q0 = 0;
    double p1 = 1;
    double q1 = step + square;
    for (int i = 0; i < 50; i++) {
      a += step;
      step += 2;
      double b = step + square;
      double p2 = b * p1 - a * p0;
      double q2 = b * q1 - a * q0;
      p0 = p1;
      p1 = p2;
      q0 = q1;
      q1 = q2;
    }
    return p1 / q1 * x * Math.exp(-square) / Math.sqrt(Math.PI);
  }
}
