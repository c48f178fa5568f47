package io.nyala.compute.rnn;

/**
 * An LSTM with Keras' default activations and gate order i, f, c, o:
 *
 * <pre>
 * i, f, o = σ(x·W + b + h·U);  g = tanh(x·W + b + h·U), each with its own columns
 * c' = f·c + i·g
 * h' = o·tanh(c')
 * </pre>
 *
 * Source: Hochreiter and Schmidhuber, "Long short-term memory", 1997; Gers et al., 2000, for the
 * forget gate; Keras' {@code LSTM}.
 */
public final class LstmSweep extends Sweep {

  /** For inputs {@code [batch, time, inputs]} and states {@code [batch, units]}. */
  public LstmSweep(int inputs, int units) {
    super(inputs, units, 4);
  }

  @Override
  public int states() {
    return 2;
  }

  @Override
  void prepareForward(Workspace space, Packing packing) {
    space.get(Workspace.C_BEFORE, packing.tokens() * units);
    space.get(Workspace.EXTRA, packing.tokens() * units);
    space.get(Workspace.C_FINAL, packing.batch() * units);
  }

  @Override
  void activate(Workspace space, int token, int rows, boolean last, int to) {
    kernels.lstmForward(
        rows,
        units,
        space.get(Workspace.GATES),
        token * gates * units,
        space.get(Workspace.C_BEFORE),
        token * units,
        space.get(last ? Workspace.C_FINAL : Workspace.C_BEFORE),
        to * units,
        space.get(Workspace.EXTRA),
        token * units,
        space.get(last ? Workspace.H_FINAL : Workspace.H_BEFORE),
        to * units);
  }

  @Override
  void activateBackward(Workspace space, int token, int rows, int row) {
    kernels.lstmBackward(
        rows,
        units,
        space.get(Workspace.GATES),
        token * gates * units,
        space.get(Workspace.C_BEFORE),
        token * units,
        space.get(Workspace.EXTRA),
        token * units,
        space.get(Workspace.D_H),
        row * units,
        space.get(Workspace.D_C),
        row * units,
        space.get(Workspace.D_GATES),
        token * gates * units);
  }
}
