package io.nyala.compute.portable;

/**
 * exp, tanh and the logistic function in single precision without branches that depend on the
 * value, a few ulp from the true one. The Vector API form uses the same constants.
 */
public final class PortableMath {

  /** exp underflows to 0 and overflows to infinity beyond ±104, so nothing is lost by clamping. */
  public static final int EXP_CLAMP_BITS = Float.floatToRawIntBits(104f);

  /** Adding and subtracting this rounds to an integer that stands in the low bits of the sum. */
  public static final float ROUNDER = 12582912f; // 1.5·2^23

  public static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
  public static final float LOG2_E = 1.44269504f;

  /** ln 2 in two parts; the first has so few bits that multiples up to 2^9 are exact. */
  public static final float LN2_HIGH = 0.693359375f;

  public static final float LN2_LOW = -2.12194440e-4f;

  // exp(r) = 1 + r + r²·(E2 + E3·r + …), minimax in relative error on |r| <= ln(2)/2.
  public static final float E2 = 0.49999994f;
  public static final float E3 = 0.1666652f;
  public static final float E4 = 0.041668408f;
  public static final float E5 = 0.008368921f;
  public static final float E6 = 0.0013814174f;

  /** From here on tanh rounds to 1. */
  public static final int TANH_CLAMP_BITS = Float.floatToRawIntBits(9.02f);

  // tanh(x) = x·P(x²)/Q(x²), minimax in relative error on [0, 9.02]; P and Q start with 1.
  public static final float P1 = 0.13083157f;
  public static final float P2 = 0.0031030017f;
  public static final float P3 = 1.1144259e-5f;
  public static final float P4 = -2.0183977e-8f;
  public static final float P5 = 5.257783e-11f;
  public static final float P6 = -8.436054e-14f;
  public static final float Q1 = 0.46416485f;
  public static final float Q2 = 0.024491383f;
  public static final float Q3 = 2.5447516e-4f;

  private static final int MAGNITUDE = 0x7fffffff;

  private PortableMath() {}

  /** {@code e^x}. */
  public static float exp(float x) {
    int bits = Float.floatToRawIntBits(x);
    int magnitude = Math.min(bits & MAGNITUDE, EXP_CLAMP_BITS);
    float y = expOfClamped(Float.intBitsToFloat(magnitude | (bits & ~MAGNITUDE)));
    return x != x ? x : y;
  }

  /** {@code 1 / (1 + e^-x)}, from {@code e^-|x|} so that small results keep their digits. */
  public static float sigmoid(float x) {
    int magnitude = Math.min(Float.floatToRawIntBits(x) & MAGNITUDE, EXP_CLAMP_BITS);
    float e = expOfClamped(-Float.intBitsToFloat(magnitude));
    float y = (x < 0 ? e : 1f) / (1f + e);
    return x != x ? x : y;
  }

  /** The hyperbolic tangent. */
  public static float tanh(float x) {
    int bits = Float.floatToRawIntBits(x);
    float t = Float.intBitsToFloat(Math.min(bits & MAGNITUDE, TANH_CLAMP_BITS));
    float s = t * t;
    float p = ((((((P6 * s + P5) * s + P4) * s + P3) * s + P2) * s + P1) * s + 1f) * t;
    float q = ((Q3 * s + Q2) * s + Q1) * s + 1f;
    float y = Math.min(p / q, 1f);
    y = Float.intBitsToFloat(Float.floatToRawIntBits(y) | (bits & ~MAGNITUDE));
    return x != x ? x : y;
  }

  private static float expOfClamped(float x) {
    float rounded = x * LOG2_E + ROUNDER;
    int n = Float.floatToRawIntBits(rounded) - ROUNDER_BITS;
    float whole = rounded - ROUNDER;
    float r = (x - whole * LN2_HIGH) - whole * LN2_LOW;
    float q = (((E6 * r + E5) * r + E4) * r + E3) * r + E2;
    float y = (q * r) * r + r + 1f;
    // 2^n in two factors, as n reaches beyond the exponents of one float at either end.
    int half = n >> 1;
    return y
        * Float.intBitsToFloat((half + 127) << 23)
        * Float.intBitsToFloat((n - half + 127) << 23);
  }
}
