package io.nyala.compute.rnn;

/**
 * Where a sweep writes its gradients; null for what nobody needs. Each array is overwritten, except
 * {@code input} when the forward pass was given row numbers: then it is added to.
 *
 * @param input the shape of the forward pass' x: {@code [batch, time, inputs]}, zero where masked;
 *     or {@code [any, inputs]} with row numbers
 * @param tokens the same without the padding: a row for each real token, {@code [tokens, inputs]},
 *     in the order of {@link SweepRun#places}
 * @param kernel like {@link Weights#kernel}
 * @param recurrent like {@link Weights#recurrent}
 * @param bias like {@link Weights#bias}
 * @param h0 gradient of the initial state, {@code [batch, units]}
 * @param c0 gradient of the initial cell state, {@code [batch, units]}; LSTM only
 */
public record Gradients(
    float[] input,
    float[] tokens,
    float[] kernel,
    float[] recurrent,
    float[] bias,
    float[] h0,
    float[] c0) {}
