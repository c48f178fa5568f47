package io.nyala.compute.rnn;

/**
 * A GRU with {@code reset_after=False}, gate order z, r, h, bias {@code [3·units]}:
 *
 * <pre>
 * z, r = σ(x·W + b + h·U);  ĥ = tanh(x·W + b + (r·h)·U), each with its own columns
 * h' = z·h + (1 - z)·ĥ
 * </pre>
 *
 * Source: Cho et al., 2014; Keras' {@code GRU}.
 */
public final class GruResetBeforeSweep extends Sweep {

  /** For inputs {@code [batch, time, inputs]} and states {@code [batch, units]}. */
  public GruResetBeforeSweep(int inputs, int units) {
    super(inputs, units, 3);
  }

  /** The packed recurrent weights are two matrices: the columns of z and r, then those of h. */
  @Override
  void prepareForward(Workspace space, Packing packing) {
    space.get(Workspace.EXTRA, packing.tokens() * units);
    int split = kernels.packedSize(units, 2 * units) + kernels.packedSize(units, units);
    space.get(Workspace.PACKED_RECURRENT, split);
  }

  @Override
  void prepareBackward(Workspace space, Packing packing) {
    space.get(Workspace.D_RECURRENT_SUMS, packing.batch() * units);
    int split = kernels.packedSize(2 * units, units) + kernels.packedSize(units, units);
    space.get(Workspace.PACKED_RECURRENT, split);
  }

  @Override
  void pack(Weights weights, float[] kernel, float[] recurrent, boolean transposed) {
    int width = gates * units;
    float[] u = weights.recurrent();
    if (transposed) {
      kernels.pack(true, width, inputs, weights.kernel(), 0, width, kernel, 0);
      kernels.pack(true, 2 * units, units, u, 0, width, recurrent, 0);
      int second = kernels.packedSize(2 * units, units);
      kernels.pack(true, units, units, u, 2 * units, width, recurrent, second);
    } else {
      kernels.pack(false, inputs, width, weights.kernel(), 0, width, kernel, 0);
      kernels.pack(false, units, 2 * units, u, 0, width, recurrent, 0);
      int second = kernels.packedSize(units, 2 * units);
      kernels.pack(false, units, units, u, 2 * units, width, recurrent, second);
    }
  }

  @Override
  void multiplyState(Workspace space, int token, int rows, Weights weights) {
    int width = gates * units;
    float[] sums = space.get(Workspace.GATES);
    float[] h = space.get(Workspace.H_BEFORE);
    float[] packed = space.get(Workspace.PACKED_RECURRENT);
    float[] reset = space.get(Workspace.EXTRA);
    kernels.gemmPacked(
        rows,
        2 * units,
        units,
        h,
        token * units,
        units,
        packed,
        0,
        true,
        sums,
        token * width,
        width);
    for (int r = token; r < token + rows; r++) {
      kernels.sigmoid(2 * units, sums, r * width, sums, r * width);
      kernels.multiply(units, sums, r * width + units, h, r * units, reset, r * units);
    }
    int second = kernels.packedSize(units, 2 * units);
    int candidates = token * width + 2 * units;
    kernels.gemmPacked(
        rows,
        units,
        units,
        reset,
        token * units,
        units,
        packed,
        second,
        true,
        sums,
        candidates,
        width);
  }

  /** The reset gate is applied here, whatever the state. */
  @Override
  void multiplyZeroState(Workspace space, int token, int rows, Weights weights) {
    multiplyState(space, token, rows, weights);
  }

  @Override
  void activate(Workspace space, int token, int rows, boolean last, int to) {
    int width = gates * units;
    float[] sums = space.get(Workspace.GATES);
    float[] before = space.get(Workspace.H_BEFORE);
    float[] after = space.get(last ? Workspace.H_FINAL : Workspace.H_BEFORE);
    for (int r = 0; r < rows; r++) {
      int at = (token + r) * width;
      kernels.tanh(units, sums, at + 2 * units, sums, at + 2 * units);
      int from = (token + r) * units;
      int dst = (to + r) * units;
      for (int j = 0; j < units; j++) {
        float z = sums[at + j];
        after[dst + j] = z * before[from + j] + (1f - z) * sums[at + 2 * units + j];
      }
    }
  }

  @Override
  void activateBackward(Workspace space, int token, int rows, int row) {
    int width = gates * units;
    float[] gate = space.get(Workspace.GATES);
    float[] h = space.get(Workspace.H_BEFORE);
    float[] dh = space.get(Workspace.D_H);
    float[] dz = space.get(Workspace.D_GATES);
    for (int r = 0; r < rows; r++) {
      int at = (token + r) * width;
      int from = (token + r) * units;
      int d = (row + r) * units;
      for (int j = 0; j < units; j++) {
        float z = gate[at + j];
        float candidate = gate[at + 2 * units + j];
        float g = dh[d + j];
        dz[at + j] = g * (h[from + j] - candidate) * z * (1f - z);
        dz[at + 2 * units + j] = g * (1f - z) * (1f - candidate * candidate);
        dh[d + j] = g * z;
      }
    }
  }

  @Override
  void multiplyStateBackward(Workspace space, int token, int rows, int row, Weights weights) {
    int width = gates * units;
    float[] gate = space.get(Workspace.GATES);
    float[] h = space.get(Workspace.H_BEFORE);
    float[] dz = space.get(Workspace.D_GATES);
    float[] dh = space.get(Workspace.D_H);
    float[] dReset = space.get(Workspace.D_RECURRENT_SUMS);
    float[] packed = space.get(Workspace.PACKED_RECURRENT);
    int second = kernels.packedSize(2 * units, units);
    kernels.gemmPacked(
        rows,
        units,
        units,
        dz,
        token * width + 2 * units,
        width,
        packed,
        second,
        false,
        dReset,
        row * units,
        units);
    for (int r = 0; r < rows; r++) {
      int at = (token + r) * width;
      int from = (token + r) * units;
      int d = (row + r) * units;
      for (int j = 0; j < units; j++) {
        float reset = gate[at + units + j];
        float g = dReset[d + j];
        dz[at + units + j] = g * h[from + j] * reset * (1f - reset);
        dh[d + j] += g * reset;
      }
    }
    kernels.gemmPacked(
        rows, units, 2 * units, dz, token * width, width, packed, 0, true, dh, row * units, units);
  }

  /** The gradient of the reset gate is found here, whatever the state. */
  @Override
  void multiplyZeroStateBackward(Workspace space, int token, int rows, int row, Weights weights) {
    multiplyStateBackward(space, token, rows, row, weights);
  }

  /** The columns of z and r saw h, those of the candidate r·h. */
  @Override
  void recurrentGradient(Workspace space, Block block, float[] gradient) {
    int split = Math.max(block.from(), Math.min(block.to(), 2 * units));
    columns(space, Workspace.H_BEFORE, block, block.from(), split, gradient);
    columns(space, Workspace.EXTRA, block, split, block.to(), gradient);
  }

  private void columns(Workspace space, int seen, Block block, int from, int to, float[] gradient) {
    if (from < to) {
      sumOuter(
          space.get(seen), units, space.get(Workspace.D_GATES), block.columns(from, to), gradient);
    }
  }
}
