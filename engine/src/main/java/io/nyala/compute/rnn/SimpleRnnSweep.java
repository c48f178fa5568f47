package io.nyala.compute.rnn;

/**
 * A simple recurrent layer with tanh: {@code h' = tanh(x·W + b + h·U)}. Source: Elman, "Finding
 * structure in time", 1990; Keras' {@code SimpleRNN}.
 */
public final class SimpleRnnSweep extends Sweep {

  /** For inputs {@code [batch, time, inputs]} and states {@code [batch, units]}. */
  public SimpleRnnSweep(int inputs, int units) {
    super(inputs, units, 1);
  }

  @Override
  void activate(Workspace space, int token, int rows, boolean last, int to) {
    float[] gates = space.get(Workspace.GATES);
    float[] h = space.get(last ? Workspace.H_FINAL : Workspace.H_BEFORE);
    kernels.tanh(rows * units, gates, token * units, gates, token * units);
    System.arraycopy(gates, token * units, h, to * units, rows * units);
  }

  @Override
  void activateBackward(Workspace space, int token, int rows, int row) {
    kernels.tanhGrad(
        rows * units,
        space.get(Workspace.GATES),
        token * units,
        space.get(Workspace.D_H),
        row * units,
        space.get(Workspace.D_GATES),
        token * units);
  }
}
