package io.nyala.compute.rnn;

import io.nyala.compute.Compute;
import java.util.Arrays;
import java.util.Random;

/**
 * Prints the milliseconds of one forward and backward sweep of the course models: 32 sentences,
 * about 386 real tokens, 64 inputs, 128 units. Run it by hand like {@code KernelRates}.
 */
final class SweepRates {

  private SweepRates() {}

  public static void main(String[] args) {
    System.out.println(Compute.description() + ", JDK " + Runtime.version());
    run("SimpleRNN", new SimpleRnnSweep(64, 128), 1, args.length > 0);
    run("LSTM", new LstmSweep(64, 128), 4, args.length > 0);
    run("GRU", new GruSweep(64, 128), 3, args.length > 0);
    run("GRU, reset before", new GruResetBeforeSweep(64, 128), 3, args.length > 0);
  }

  private static void run(String name, Sweep sweep, int gates, boolean longer) {
    Random random = new Random(1);
    int batch = 32;
    int time = 34;
    boolean[] mask = new boolean[batch * time];
    for (int row = 0; row < batch; row++) {
      int length = row == 0 ? time : 2 + (int) (Math.abs(random.nextGaussian()) * 11);
      Arrays.fill(mask, row * time, row * time + Math.min(time, length), true);
    }
    int width = gates * 128;
    float[] x = random(random, batch * time * 64);
    Weights weights =
        new Weights(
            random(random, 64 * width),
            random(random, 128 * width),
            random(random, sweep.biasLength()));
    float[] out = new float[batch * 128];
    OutputGradients from = new OutputGradients(random(random, batch * 128), null, null, null);
    Gradients to =
        new Gradients(
            new float[x.length],
            null,
            new float[64 * width],
            new float[128 * width],
            new float[sweep.biasLength()],
            null,
            null);
    int rounds = longer ? 20_000 : 1_500;
    double[] forward = new double[rounds];
    double[] both = new double[rounds];
    int tokens = 0;
    for (int r = 0; r < rounds; r++) {
      long start = System.nanoTime();
      Packing packing = Packing.of(mask, batch, time, false);
      tokens = packing.tokens();
      try (SweepRun run = sweep.forward(packing, new Input(x), weights, null, null)) {
        run.lastOutput(out);
        forward[r] = (System.nanoTime() - start) * 1e-6;
        run.backward(from, to);
      }
      both[r] = (System.nanoTime() - start) * 1e-6;
    }
    double[] f = Arrays.copyOfRange(forward, rounds / 2, rounds);
    double[] b = Arrays.copyOfRange(both, rounds / 2, rounds);
    Arrays.sort(f);
    Arrays.sort(b);
    System.out.printf(
        "%-18s %d tokens: forward %.3f best, %.3f median; with backward %.3f best, %.3f median ms%n",
        name, tokens, f[0], f[f.length / 2], b[0], b[b.length / 2]);
  }

  private static float[] random(Random random, int n) {
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (random.nextFloat() - 0.5f) * 0.2f;
    }
    return x;
  }
}
