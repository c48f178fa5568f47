/**
 * Recurrent sweeps: a whole recurrent layer forward and backward over a batch, on real tokens only.
 *
 * <p>How a layer uses them (one {@link io.nyala.compute.rnn.Sweep} per layer, kept for good):
 *
 * <pre>{@code
 * Sweep sweep = new LstmSweep(inputs, units);
 * Packing packing = Packing.of(mask, batch, time, goBackwards);        // mask may be null
 * SweepRun run = sweep.forward(packing, new Input(x), new Weights(kernel, recurrent, bias), h0, c0);
 * run.lastOutput(y);                                                   // or run.sequence(y, false)
 * run.finalState(0, h);                                                // with return_state
 * …
 * run.backward(new OutputGradients(dLast, dSequence, dh, dc),          // each may be null
 *              new Gradients(dx, null, dKernel, dRecurrent, dBias, dh0, dc0)); // null for what nobody needs
 * run.close();                                                         // its buffers serve the next
 * }</pre>
 *
 * <p>Both directions of a {@code Bidirectional} layer run at once as two tasks of {@link
 * io.nyala.compute.Threads#parallel}, each with a packing of one part made for its direction.
 */
package io.nyala.compute.rnn;
