package io.nyala.compute.rnn;

/**
 * What flows into a sweep from above; null stands for zeros.
 *
 * @param lastOutput gradient of {@link SweepRun#lastOutput}, {@code [batch, units]}
 * @param sequence gradient of {@link SweepRun#sequence}, {@code [batch, time, units]}
 * @param h gradient of {@link SweepRun#finalState} 0, {@code [batch, units]}
 * @param c gradient of {@link SweepRun#finalState} 1, {@code [batch, units]}; LSTM only
 */
public record OutputGradients(float[] lastOutput, float[] sequence, float[] h, float[] c) {}
