package io.nyala.compute.rnn;

/**
 * The weights of a recurrent layer in Keras' layout, with G gates side by side: SimpleRNN 1, LSTM 4
 * (i, f, c, o), GRU 3 (z, r, h).
 *
 * @param kernel {@code [inputs, G·units]}
 * @param recurrent {@code [units, G·units]}
 * @param bias {@code [G·units]}, for a GRU that resets after the product {@code [2, G·units]}
 *     (input bias, recurrent bias); null for none
 */
public record Weights(float[] kernel, float[] recurrent, float[] bias) {}
