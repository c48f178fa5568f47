package io.nyala.compute.rnn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.compute.rnn.StepByStep.Kind;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTest {

  /** One random problem: sizes, mask, values and the gradients that flow in. */
  private static final class Problem {
    final Kind kind;
    final int inputs;
    final int units;
    final int batch;
    final int time;
    final boolean[] mask;
    final boolean goBackwards;
    final boolean zeroMasked;
    final double[][] values;
    final double[][] weightsOfLoss;

    Problem(Kind kind, Random random, int inputs, int units, int batch, int time, boolean[] mask) {
      this.kind = kind;
      this.inputs = inputs;
      this.units = units;
      this.batch = batch;
      this.time = time;
      this.mask = mask;
      goBackwards = random.nextBoolean();
      zeroMasked = random.nextBoolean();
      int width = kind.gates * units;
      double scale = 1.5 / Math.sqrt(units);
      values =
          new double[][] {
            random(random, batch * time * inputs, 1),
            random(random, inputs * width, scale),
            random(random, units * width, scale),
            random(random, kind.biasLength(units), 0.5),
            random(random, batch * units, 1),
            random(random, kind == Kind.LSTM ? batch * units : 0, 1)
          };
      weightsOfLoss =
          new double[][] {
            random(random, batch * units, 1),
            random(random, batch * time * units, 1),
            random(random, batch * units, 1),
            random(random, kind == Kind.LSTM ? batch * units : 0, 1)
          };
    }

    StepByStep reference(double[][] at) {
      return new StepByStep(kind, inputs, units, batch, time, mask, goBackwards, zeroMasked, at);
    }

    double loss(double[][] at) {
      StepByStep run = reference(at);
      return dot(run.last, weightsOfLoss[0])
          + dot(run.sequence, weightsOfLoss[1])
          + dot(run.h, weightsOfLoss[2])
          + dot(run.c, weightsOfLoss[3]);
    }

    SweepRun forward(Sweep sweep, Packing packing) {
      return sweep.forward(
          packing,
          new Input(floats(values[0])),
          new Weights(floats(values[1]), floats(values[2]), floats(values[3])),
          floats(values[4]),
          kind == Kind.LSTM ? floats(values[5]) : null);
    }

    /** The gradients of a run, which are the same the last time as before. */
    float[][] gradients(SweepRun run) {
      boolean lstm = kind == Kind.LSTM;
      OutputGradients from =
          new OutputGradients(
              floats(weightsOfLoss[0]),
              floats(weightsOfLoss[1]),
              floats(weightsOfLoss[2]),
              lstm ? floats(weightsOfLoss[3]) : null);
      float[][] g = unwritten();
      run.backward(from, to(g));
      float[][] last = unwritten();
      run.backwardLast(from, to(last));
      for (int i = 0; i < 6; i++) {
        assertArrayEquals(g[i], last[i], kind + " gradient " + i);
      }
      return g;
    }

    private float[][] unwritten() {
      float[][] g = new float[6][];
      for (int i = 0; i < 6; i++) {
        g[i] = new float[values[i].length];
        Arrays.fill(g[i], 7f);
      }
      return g;
    }

    private Gradients to(float[][] g) {
      return new Gradients(g[0], null, g[1], g[2], g[3], g[4], kind == Kind.LSTM ? g[5] : null);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void smallProblemsAgreeInEveryElement(Kind kind) {
    Random random = new Random(11);
    for (int round = 0; round < 12; round++) {
      Problem p =
          new Problem(kind, random, 3, 4, 5, 6, round == 0 ? null : mask(random, 5, 6, round % 4));
      Sweep sweep = kind.sweep(3, 4);
      SweepRun run = p.forward(sweep, Packing.of(p.mask, 5, 6, p.goBackwards, 1 + round % 3));
      checkOutputs(p, run);
      float[][] gradients = p.gradients(run);
      for (int v = 0; v < 6; v++) {
        for (int i = 0; i < p.values[v].length; i++) {
          double at = p.values[v][i];
          p.values[v][i] = at + 1e-5;
          double up = p.loss(p.values);
          p.values[v][i] = at - 1e-5;
          double down = p.loss(p.values);
          p.values[v][i] = at;
          double expected = (up - down) / 2e-5;
          assertEquals(
              expected,
              gradients[v][i],
              2e-5 * (1 + Math.abs(expected)),
              kind + " gradient " + v + " at " + i + " in round " + round);
        }
      }
      run.close();
    }
  }

  /** Sizes that do not divide into vectors, and a long one; gradients along random directions. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void largerProblemsAgreeInOutputsAndDirectionalDerivatives(Kind kind) {
    Random random = new Random(12);
    int[][] sizes = {
      {64, 128, 32, 20}, {37, 67, 13, 9}, {5, 16, 1, 30}, {16, 33, 7, 1}, {3, 5, 6, 500}
    };
    for (int round = 0; round < 10; round++) {
      int[] s = sizes[round % 5];
      Problem p =
          new Problem(kind, random, s[0], s[1], s[2], s[3], mask(random, s[2], s[3], round % 4));
      SweepRun run =
          p.forward(
              kind.sweep(s[0], s[1]), Packing.of(p.mask, s[2], s[3], p.goBackwards, 1 + round / 4));
      checkOutputs(p, run);
      float[][] gradients = p.gradients(run);
      for (int v = 0; v < 6; v++) {
        double[] kept = p.values[v];
        double[] direction = random(random, kept.length, 1);
        double got = 0;
        double size = 0;
        for (int i = 0; i < kept.length; i++) {
          got += direction[i] * gradients[v][i];
          size += Math.abs(direction[i] * gradients[v][i]);
        }
        p.values[v] = moved(kept, direction, 1e-5);
        double up = p.loss(p.values);
        p.values[v] = moved(kept, direction, -1e-5);
        double down = p.loss(p.values);
        p.values[v] = kept;
        assertEquals(
            (up - down) / 2e-5, got, 1e-5 * (1 + size), kind + " gradient " + v + " " + round);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatIsLeftOutCountsAsZeros(Kind kind) {
    Random random = new Random(13);
    Problem p = new Problem(kind, random, 3, 5, 4, 7, mask(random, 4, 7, 1));
    Sweep sweep = kind.sweep(3, 5);
    Packing packing = Packing.of(p.mask, 4, 7, p.goBackwards);
    Arrays.fill(p.values[3], 0);
    Arrays.fill(p.values[4], 0);
    Arrays.fill(p.values[5], 0);
    for (int w = 1; w < 4; w++) {
      Arrays.fill(p.weightsOfLoss[w], 0);
    }
    SweepRun full = p.forward(sweep, packing);
    float[][] expected = p.gradients(full);
    Weights weights = new Weights(floats(p.values[1]), floats(p.values[2]), null);
    SweepRun bare = sweep.forward(packing, new Input(floats(p.values[0])), weights, null, null);
    float[] dKernel = new float[expected[1].length];
    float[] dRecurrent = new float[expected[2].length];
    bare.backward(
        new OutputGradients(floats(p.weightsOfLoss[0]), null, null, null),
        new Gradients(null, null, dKernel, dRecurrent, null, null, null));
    assertArrayEquals(expected[1], dKernel, 1e-6f);
    assertArrayEquals(expected[2], dRecurrent, 1e-6f);
    full.close();
    bare.close();
  }

  @Test
  void rowNumbersReadAndAddLikeAnEmbedding() {
    Random random = new Random(14);
    int[] ids = {3, 1, 4, 1, 5, 0, 2, 0, 0, 1, 1, 1};
    boolean[] mask = new boolean[12];
    for (int i = 0; i < 12; i++) {
      mask[i] = ids[i] != 0;
    }
    float[] table = floats(random(random, 6 * 3, 1));
    float[] x = new float[12 * 3];
    for (int i = 0; i < 12; i++) {
      System.arraycopy(table, ids[i] * 3, x, i * 3, 3);
    }
    Sweep sweep = new LstmSweep(3, 4);
    Weights weights =
        new Weights(
            floats(random(random, 48, 1)),
            floats(random(random, 64, 1)),
            floats(random(random, 16, 1)));
    Packing packing = Packing.of(mask, 3, 4, false);
    OutputGradients from = new OutputGradients(floats(random(random, 12, 1)), null, null, null);
    float[] dx = new float[36];
    float[] dTable = new float[18];
    try (SweepRun spelled = sweep.forward(packing, new Input(x), weights, null, null);
        SweepRun looked =
            sweep.forward(packing, new Input(table, ids, null), weights, null, null)) {
      float[] a = new float[12];
      float[] b = new float[12];
      spelled.lastOutput(a);
      looked.lastOutput(b);
      assertArrayEquals(a, b);
      spelled.backward(from, new Gradients(dx, null, null, null, null, null, null));
      looked.backward(from, new Gradients(dTable, null, null, null, null, null, null));
    }
    float[] expected = new float[18];
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 3; j++) {
        expected[ids[i] * 3 + j] += dx[i * 3 + j];
      }
    }
    assertArrayEquals(expected, dTable, 1e-6f);
  }

  @Test
  void buffersOfALargerBatchDoNotLeakIntoASmallerOne() {
    Random random = new Random(15);
    Sweep sweep = new GruSweep(3, 4);
    Problem large = new Problem(Kind.GRU, random, 3, 4, 9, 12, mask(random, 9, 12, 1));
    SweepRun first = large.forward(sweep, Packing.of(large.mask, 9, 12, large.goBackwards));
    large.gradients(first);
    first.close();
    Problem small = new Problem(Kind.GRU, random, 3, 4, 3, 5, mask(random, 3, 5, 2));
    SweepRun reused = small.forward(sweep, Packing.of(small.mask, 3, 5, small.goBackwards));
    float[][] got = small.gradients(reused);
    SweepRun fresh =
        small.forward(new GruSweep(3, 4), Packing.of(small.mask, 3, 5, small.goBackwards));
    float[][] expected = small.gradients(fresh);
    for (int v = 0; v < 6; v++) {
      assertArrayEquals(expected[v], got[v]);
    }
    reused.close();
    reused.close();
    assertThrows(IllegalStateException.class, () -> reused.lastOutput(new float[12]));
  }

  @Test
  void everyRealTokenIsPackedOnceWhateverTheParts() {
    Random random = new Random(16);
    for (int parts = 1; parts <= 4; parts++) {
      boolean[] mask = mask(random, 10, 8, parts % 4);
      Packing packing = Packing.of(mask, 10, 8, false, parts);
      boolean[] seen = new boolean[80];
      for (int position : packing.positions()) {
        assertTrue(mask[position] && !seen[position]);
        seen[position] = true;
      }
      assertArrayEquals(mask, seen);
    }
  }

  @Test
  void wrongSizesAreNamed() {
    Sweep sweep = new LstmSweep(3, 4);
    Packing packing = Packing.of(null, 2, 5, false);
    Weights weights = new Weights(new float[48], new float[64], new float[16]);
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> sweep.forward(packing, new Input(new float[29]), weights, null, null));
    assertEquals("The input has 29 elements, expected 30", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Packing.of(new boolean[3], 2, 5, false));
  }

  private static void checkOutputs(Problem p, SweepRun run) {
    StepByStep expected = p.reference(p.values);
    float[] state = new float[p.batch * p.units];
    run.lastOutput(state);
    assertClose(expected.last, state, p.kind + " last output");
    run.finalState(0, state);
    assertClose(expected.h, state, p.kind + " final state");
    if (p.kind == Kind.LSTM) {
      run.finalState(1, state);
      assertClose(expected.c, state, p.kind + " final cell state");
    }
    float[] sequence = new float[p.batch * p.time * p.units];
    run.sequence(sequence, p.zeroMasked);
    assertClose(expected.sequence, sequence, p.kind + " sequence");
  }

  private static void assertClose(double[] expected, float[] actual, String what) {
    for (int i = 0; i < actual.length; i++) {
      assertEquals(expected[i], actual[i], 1e-5, what + " at " + i);
    }
  }

  /** Style 0: zeros at the end; 1: anywhere; 2: with empty rows; 3: nothing masked. */
  private static boolean[] mask(Random random, int batch, int time, int style) {
    boolean[] mask = new boolean[batch * time];
    for (int row = 0; row < batch; row++) {
      int length = random.nextInt(time + 1);
      for (int t = 0; t < time; t++) {
        mask[row * time + t] =
            switch (style) {
              case 0 -> t < length;
              case 1 -> random.nextInt(3) > 0;
              case 2 -> row % 2 == 1 && random.nextBoolean();
              default -> true;
            };
      }
    }
    return mask;
  }

  private static double[] moved(double[] x, double[] direction, double step) {
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] += step * direction[i];
    }
    return y;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** Values that a float holds exactly, so that both sides start from the same. */
  private static double[] random(Random random, int n, double scale) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) ((2 * random.nextDouble() - 1) * scale);
    }
    return x;
  }

  private static float[] floats(double[] x) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) x[i];
    }
    return y;
  }
}
