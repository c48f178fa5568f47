package io.nyala.keras.random;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Normal numbers by the ziggurat of 256 layers, with the table that NumPy's {@code default_rng}
 * has.
 *
 * <p>The table is computed by NumPy's own recipe with exactly rounded functions; in four places,
 * where the functions it was once made with were a last digit off, so is the table.
 *
 * <p>Source: Marsaglia and Tsang, "The Ziggurat Method for Generating Random Variables" (2000).
 */
final class Ziggurat {

  private static final int LAYERS = 256;
  private static final double START = 3.6541528853610088;
  private static final double AREA = 0.00492867323397465;
  private static final double INVERSE_START = 0.27366123732975827203338247596;
  private static final double WIDEST = 8.68362706080130616677e-16;
  private static final long NARROWEST = 0x000EF33D8025EF6AL;
  private static final double UNIT = 0x1p52;
  private static final MathContext DIGITS = new MathContext(40);

  /** Below this a number of 52 bits surely lies under the curve. */
  private final long[] sure = new long[LAYERS];

  private final double[] width = new double[LAYERS];
  private final double[] height = new double[LAYERS];

  private static Ziggurat table;

  private Ziggurat() {
    double[] edge = new double[LAYERS];
    edge[LAYERS - 1] = START;
    height[LAYERS - 1] = exp(-0.5 * START * START);
    for (int i = LAYERS - 2; i > 0; i--) {
      double exact = Math.sqrt(-2 * log(AREA / edge[i + 1] + height[i + 1]));
      edge[i] = i == 252 || i == 129 || i == 84 ? Math.nextDown(exact) : exact;
      height[i] = exp(-0.5 * edge[i] * edge[i]);
      height[i] = i == 38 ? Math.nextUp(height[i]) : height[i];
      sure[i + 1] = (long) Math.rint(edge[i] / edge[i + 1] * UNIT);
    }
    for (int i = 1; i < LAYERS; i++) {
      width[i] = edge[i] / UNIT;
    }
    width[0] = WIDEST;
    height[0] = 1;
    sure[0] = NARROWEST;
  }

  private static synchronized Ziggurat table() {
    if (table == null) {
      table = new Ziggurat();
    }
    return table;
  }

  private static BigDecimal bigExp(BigDecimal x) {
    BigDecimal small = x.divide(BigDecimal.valueOf(1024), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; n < 30; n++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum.pow(1024, DIGITS);
  }

  private static double exp(double x) {
    return bigExp(new BigDecimal(x)).doubleValue();
  }

  /** By Newton's steps from the machine's own logarithm. */
  private static double log(double x) {
    BigDecimal wanted = new BigDecimal(x);
    BigDecimal y = BigDecimal.valueOf(Math.log(x));
    for (int i = 0; i < 2; i++) {
      BigDecimal ratio = wanted.divide(bigExp(y), DIGITS);
      y = y.add(ratio.subtract(BigDecimal.ONE), DIGITS);
    }
    return y.doubleValue();
  }

  /** A normal number of mean 0 and deviation 1. */
  static double normal(LongSupplier bits, DoubleSupplier uniform) {
    Ziggurat t = table();
    while (true) {
      long drawn = bits.getAsLong();
      int layer = (int) (drawn & 0xff);
      long size = drawn >>> 9 & 0x000fffffffffffffL;
      double x = size * t.width[layer] * ((drawn >>> 8 & 1) == 1 ? -1 : 1);
      if (size < t.sure[layer]) {
        return x;
      }
      if (layer == 0) {
        double tail = START + tail(uniform);
        return (size >>> 8 & 1) == 1 ? -tail : tail;
      }
      double gap = t.height[layer - 1] - t.height[layer];
      if (gap * uniform.getAsDouble() + t.height[layer] < Math.exp(-0.5 * x * x)) {
        return x;
      }
    }
  }

  private static double tail(DoubleSupplier uniform) {
    while (true) {
      double x = -INVERSE_START * Math.log1p(-uniform.getAsDouble());
      double y = -Math.log1p(-uniform.getAsDouble());
      if (y + y > x * x) {
        return x;
      }
    }
  }
}
