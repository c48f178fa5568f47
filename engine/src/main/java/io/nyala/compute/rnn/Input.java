package io.nyala.compute.rnn;

/**
 * What a sweep reads: at {@code (b, t)} the vector {@code x[b, t]·factors[b]}.
 *
 * @param x {@code [batch, time, inputs]}; or with {@code rows} any table {@code [·, inputs]}
 * @param rows for each place of the padded batch, {@code [batch, time]}, the row of x to read, so
 *     that an embedding need not be spelled out; null for the place itself
 * @param factors what every step of a row is multiplied by, {@code [batch, inputs]}, as dropout
 *     does that holds for a whole sequence; null for ones
 */
public record Input(float[] x, int[] rows, float[] factors) {

  /** A padded batch as it is. */
  public Input(float[] x) {
    this(x, null, null);
  }
}
