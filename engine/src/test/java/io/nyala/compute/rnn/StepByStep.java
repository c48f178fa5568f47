package io.nyala.compute.rnn;

/**
 * The recurrent layers written down as in a textbook, in double precision, one row and one padded
 * step at a time, with Keras' meaning of a mask.
 */
final class StepByStep {

  enum Kind {
    SIMPLE(1),
    LSTM(4),
    GRU(3),
    GRU_RESET_BEFORE(3);

    final int gates;

    Kind(int gates) {
      this.gates = gates;
    }

    int biasLength(int units) {
      return (this == GRU ? 2 : 1) * gates * units;
    }

    Sweep sweep(int inputs, int units) {
      return switch (this) {
        case SIMPLE -> new SimpleRnnSweep(inputs, units);
        case LSTM -> new LstmSweep(inputs, units);
        case GRU -> new GruSweep(inputs, units);
        case GRU_RESET_BEFORE -> new GruResetBeforeSweep(inputs, units);
      };
    }
  }

  final double[] last;
  final double[] sequence;
  final double[] h;
  final double[] c;

  private final Kind kind;
  private final int inputs;
  private final int units;
  private final double[] kernel;
  private final double[] recurrent;
  private final double[] bias;

  /** Arguments as in {@link Sweep#forward}, all in {@code values}: x, W, U, b, h0, c0. */
  StepByStep(
      Kind kind,
      int inputs,
      int units,
      int batch,
      int time,
      boolean[] mask,
      boolean goBackwards,
      boolean zeroMasked,
      double[][] values) {
    this.kind = kind;
    this.inputs = inputs;
    this.units = units;
    kernel = values[1];
    recurrent = values[2];
    bias = values[3];
    h = values[4].clone();
    c = values[5].clone();
    last = new double[batch * units];
    sequence = new double[batch * time * units];
    for (int row = 0; row < batch; row++) {
      for (int s = 0; s < time; s++) {
        int t = goBackwards ? time - 1 - s : s;
        boolean real = mask == null || mask[row * time + t];
        if (real) {
          step(values[0], (row * time + t) * inputs, row * units);
          System.arraycopy(h, row * units, last, row * units, units);
        }
        if (real || !zeroMasked) {
          System.arraycopy(last, row * units, sequence, (row * time + s) * units, units);
        }
      }
    }
  }

  private void step(double[] x, int xAt, int at) {
    int width = kind.gates * units;
    double[] in = new double[width];
    double[] rec = new double[width];
    for (int j = 0; j < width; j++) {
      in[j] = bias[j];
      rec[j] = kind == Kind.GRU ? bias[width + j] : 0;
      for (int i = 0; i < inputs; i++) {
        in[j] += x[xAt + i] * kernel[i * width + j];
      }
      for (int i = 0; i < units; i++) {
        rec[j] += h[at + i] * recurrent[i * width + j];
      }
    }
    double[] next = new double[units];
    for (int j = 0; j < units; j++) {
      next[j] =
          switch (kind) {
            case SIMPLE -> Math.tanh(in[j] + rec[j]);
            case LSTM -> lstm(in, rec, j, at);
            case GRU ->
                gru(in, rec[2 * units + j] * sigmoid(in[units + j] + rec[units + j]), rec, j, at);
            case GRU_RESET_BEFORE -> gru(in, resetBefore(in, rec, j, at), rec, j, at);
          };
    }
    System.arraycopy(next, 0, h, at, units);
  }

  private double lstm(double[] in, double[] rec, int j, int at) {
    double i = sigmoid(in[j] + rec[j]);
    double f = sigmoid(in[units + j] + rec[units + j]);
    double g = Math.tanh(in[2 * units + j] + rec[2 * units + j]);
    double o = sigmoid(in[3 * units + j] + rec[3 * units + j]);
    c[at + j] = f * c[at + j] + i * g;
    return o * Math.tanh(c[at + j]);
  }

  private double gru(double[] in, double recurrentPart, double[] rec, int j, int at) {
    double z = sigmoid(in[j] + rec[j]);
    return z * h[at + j] + (1 - z) * Math.tanh(in[2 * units + j] + recurrentPart);
  }

  private double resetBefore(double[] in, double[] rec, int j, int at) {
    double sum = 0;
    for (int i = 0; i < units; i++) {
      double r = sigmoid(in[units + i] + rec[units + i]);
      sum += r * h[at + i] * recurrent[i * 3 * units + 2 * units + j];
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
