package io.nyala.compute.rnn;

import java.util.Arrays;

/**
 * A GRU as Keras computes it by default, the reset gate applied after the product ({@code
 * reset_after=True}), gate order z, r, h, bias {@code [2, 3·units]}:
 *
 * <pre>
 * z, r = σ(x·W + b + h·U + b');  ĥ = tanh(x·W + b + r·(h·U + b')), each with its own columns
 * h' = z·h + (1 - z)·ĥ
 * </pre>
 *
 * Source: Cho et al., "Learning phrase representations using RNN encoder-decoder", 2014; Keras'
 * {@code GRU}.
 */
public final class GruSweep extends Sweep {

  /** For inputs {@code [batch, time, inputs]} and states {@code [batch, units]}. */
  public GruSweep(int inputs, int units) {
    super(inputs, units, 3);
  }

  @Override
  public int biasLength() {
    return 2 * gates * units;
  }

  @Override
  void prepareForward(Workspace space, Packing packing) {
    space.get(Workspace.EXTRA, packing.tokens() * gates * units);
  }

  @Override
  void prepareBackward(Workspace space, Packing packing) {
    space.get(Workspace.D_RECURRENT_SUMS, packing.tokens() * gates * units);
  }

  @Override
  void multiplyState(Workspace space, int token, int rows, Weights weights) {
    int width = gates * units;
    float[] sums = space.get(Workspace.EXTRA);
    if (weights.bias() != null) {
      multiplyZeroState(space, token, rows, weights);
    }
    kernels.gemmPacked(
        rows,
        width,
        units,
        space.get(Workspace.H_BEFORE),
        token * units,
        units,
        space.get(Workspace.PACKED_RECURRENT),
        0,
        weights.bias() != null,
        sums,
        token * width,
        width);
  }

  @Override
  void multiplyZeroState(Workspace space, int token, int rows, Weights weights) {
    int width = gates * units;
    float[] sums = space.get(Workspace.EXTRA);
    if (weights.bias() == null) {
      Arrays.fill(sums, token * width, (token + rows) * width, 0f);
    } else {
      Rows.repeat(weights.bias(), width, width, rows, sums, token * width);
    }
  }

  @Override
  void activate(Workspace space, int token, int rows, boolean last, int to) {
    kernels.gruForward(
        rows,
        units,
        space.get(Workspace.GATES),
        token * gates * units,
        space.get(Workspace.EXTRA),
        token * gates * units,
        space.get(Workspace.H_BEFORE),
        token * units,
        space.get(last ? Workspace.H_FINAL : Workspace.H_BEFORE),
        to * units);
  }

  @Override
  void activateBackward(Workspace space, int token, int rows, int row) {
    kernels.gruBackward(
        rows,
        units,
        space.get(Workspace.GATES),
        token * gates * units,
        space.get(Workspace.EXTRA),
        token * gates * units,
        space.get(Workspace.H_BEFORE),
        token * units,
        space.get(Workspace.D_H),
        row * units,
        space.get(Workspace.D_GATES),
        token * gates * units,
        space.get(Workspace.D_RECURRENT_SUMS),
        token * gates * units);
  }

  @Override
  boolean carriesState() {
    return true;
  }

  @Override
  float[] recurrentSumsGradient(Workspace space) {
    return space.get(Workspace.D_RECURRENT_SUMS);
  }

  @Override
  void recurrentBiasGradient(Workspace space, Block block, float[] gradient) {
    sumRows(space.get(Workspace.D_RECURRENT_SUMS), block, gradient, gates * units);
  }
}
