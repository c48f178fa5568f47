package io.nyala.compute;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** The bits of many kernels' results as one line a kernel, after as many rounds as asked for. */
final class Fingerprint {

  private static final int ROWS = 7;
  private static final int COLUMNS = 83;
  private static final int SIZE = ROWS * COLUMNS;

  private final Kernels kernels = Compute.kernels();
  private final StringBuilder lines = new StringBuilder();
  private final float[] x = values(1);
  private final float[] y = values(2);

  private Fingerprint() {}

  public static void main(String[] args) {
    String last = "";
    for (int round = Integer.parseInt(args[0]); round > 0; round--) {
      last = new Fingerprint().compute();
    }
    System.out.print(last);
  }

  private String compute() {
    double[] sums = {
      kernels.sum(SIZE, x, 0), kernels.sumSquares(SIZE, x, 0), kernels.dot(SIZE, x, 0, y, 0)
    };
    lines.append("sums ").append(Arrays.toString(sums)).append('\n');
    float[] out = new float[SIZE];
    kernels.exp(SIZE, x, 0, out, 0);
    say("exp", out);
    kernels.tanh(SIZE, x, 0, out, 0);
    say("tanh", out);
    kernels.sigmoid(SIZE, x, 0, out, 0);
    say("sigmoid", out);
    kernels.softmaxRows(ROWS, COLUMNS, x, 0, COLUMNS, out, 0, COLUMNS);
    say("softmax", out);
    kernels.softmaxRowsGrad(ROWS, COLUMNS, out.clone(), 0, y, 0, out, 0);
    say("softmax backward", out);
    kernels.rowSums(ROWS, COLUMNS, x, 0, COLUMNS, out, 0);
    kernels.columnSums(ROWS, COLUMNS, x, 0, COLUMNS, false, out, ROWS);
    say("row and column sums", out);
    products();
    adam();
    return lines.toString();
  }

  private void products() {
    for (int form = 0; form < 4; form++) {
      boolean transA = (form & 1) != 0;
      boolean transB = (form & 2) != 0;
      float[] out = new float[ROWS * ROWS];
      int lda = transA ? ROWS : COLUMNS;
      int ldb = transB ? COLUMNS : ROWS;
      kernels.gemm(transA, transB, ROWS, ROWS, COLUMNS, x, 0, lda, y, 0, ldb, false, out, 0, ROWS);
      say("product " + form, out);
    }
  }

  private void adam() {
    float[] w = x.clone();
    kernels.adam(
        SIZE, w, 0, y, 0, new float[SIZE], 0, new float[SIZE], 0, 1e-3f, 0.9, 0.999, 1e-7f);
    say("adam", w);
  }

  private void say(String what, float[] values) {
    CRC32 sum = new CRC32();
    for (float value : values) {
      int bits = Float.floatToIntBits(value);
      sum.update(
          new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)});
    }
    lines.append(what).append(' ').append(Long.toHexString(sum.getValue())).append('\n');
  }

  private static float[] values(int seed) {
    Random random = new Random(seed);
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
