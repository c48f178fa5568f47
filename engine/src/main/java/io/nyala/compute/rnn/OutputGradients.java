package io.nyala.compute.rnn;

/**
 * What flows into a sweep from above; null stands for zeros.
 *
 * @param lastOutput gradient of {@link SweepRun#lastOutput}, {@code [batch, units]}
 * @param sequence gradient of {@link SweepRun#sequence}, {@code [batch, time, units]}; or with
 *     {@code places} the rows {@code [n, units]} of it that are not zero
 * @param places for each row of {@code sequence} its place {@code row·time + step}, each once; null
 *     if all are there in order
 * @param h gradient of {@link SweepRun#finalState} 0, {@code [batch, units]}
 * @param c gradient of {@link SweepRun#finalState} 1, {@code [batch, units]}; LSTM only
 */
public record OutputGradients(
    float[] lastOutput, float[] sequence, int[] places, float[] h, float[] c) {

  /** With the whole sequence, or none. */
  public OutputGradients(float[] lastOutput, float[] sequence, float[] h, float[] c) {
    this(lastOutput, sequence, null, h, c);
  }
}
