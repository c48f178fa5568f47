package io.nyala.compute;

/**
 * What happens between two matrix products of a recurrent step, forward and backward, for a block
 * of rows that lie back to back. {@code units} is the width of a state row.
 */
public interface GateKernels {

  /**
   * LSTM gates: {@code z [rows, 4·units]} holds the sums before activation, in the order i, f, c,
   * o, and is overwritten by {@code i, f, g, o = σ, σ, tanh, σ}. Then {@code c = f·cPrev + i·g},
   * {@code tanhC = tanh(c)}, {@code h = o·tanhC}, each {@code [rows, units]}.
   */
  void lstmForward(
      int rows,
      int units,
      float[] z,
      int zOff,
      float[] cPrev,
      int cPrevOff,
      float[] c,
      int cOff,
      float[] tanhC,
      int tanhCOff,
      float[] h,
      int hOff);

  /**
   * Gradient of {@link #lstmForward}: from {@code dh} and the carried {@code dc} (overwritten by
   * the gradient of {@code cPrev}) to {@code dz [rows, 4·units]}.
   */
  void lstmBackward(
      int rows,
      int units,
      float[] gates,
      int gatesOff,
      float[] cPrev,
      int cPrevOff,
      float[] tanhC,
      int tanhCOff,
      float[] dh,
      int dhOff,
      float[] dc,
      int dcOff,
      float[] dz,
      int dzOff);

  /**
   * GRU gates, reset after the product: {@code z [rows, 3·units]} holds {@code x·W + b} in the
   * order z, r, h and is overwritten by the activations; {@code rec [rows, 3·units]} holds {@code
   * hPrev·U + b'}. Then
   *
   * <pre>
   * z = σ(z + rec_z);  r = σ(r + rec_r);  ĥ = tanh(h + r·rec_h);  h = z·hPrev + (1 - z)·ĥ
   * </pre>
   */
  void gruForward(
      int rows,
      int units,
      float[] z,
      int zOff,
      float[] rec,
      int recOff,
      float[] hPrev,
      int hPrevOff,
      float[] h,
      int hOff);

  /**
   * Gradient of {@link #gruForward}: {@code dz} and {@code dRec}, both {@code [rows, 3·units]},
   * from {@code dh}, which is overwritten by the part of the gradient of {@code hPrev} that does
   * not pass through {@code dRec}.
   */
  void gruBackward(
      int rows,
      int units,
      float[] gates,
      int gatesOff,
      float[] rec,
      int recOff,
      float[] hPrev,
      int hPrevOff,
      float[] dh,
      int dhOff,
      float[] dz,
      int dzOff,
      float[] dRec,
      int dRecOff);
}
