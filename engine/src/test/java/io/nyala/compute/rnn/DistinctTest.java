package io.nyala.compute.rnn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sweeps that read words which repeat, held to the same words spelled out. */
class DistinctTest {

  private static final int INPUTS = 13;
  private static final int UNITS = 21;
  private static final int BATCH = 26;
  private static final int TIME = 47;
  private static final int WORDS = 90;

  private final Random random = new Random(77);
  private final float[] table = numbers(WORDS * INPUTS);
  private final int[] ids = random.ints(BATCH * TIME, 0, WORDS).toArray();
  private final boolean[] mask = new boolean[ids.length];

  DistinctTest() {
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % TIME < 47 - i / TIME && random.nextInt(9) > 0;
    }
  }

  @ParameterizedTest
  @EnumSource(StepByStep.Kind.class)
  void wordsThatRepeatGiveWhatTheyWouldSpelledOut(StepByStep.Kind kind) {
    Sweep sweep = kind.sweep(INPUTS, UNITS);
    int width = kind.gates * UNITS;
    float[] spelled = new float[ids.length * INPUTS];
    for (int i = 0; i < ids.length; i++) {
      System.arraycopy(table, ids[i] * INPUTS, spelled, i * INPUTS, INPUTS);
    }
    for (int parts = 1; parts <= 3; parts++) {
      Weights weights =
          new Weights(
              numbers(INPUTS * width),
              numbers(UNITS * width),
              parts == 2 ? null : numbers(sweep.biasLength()));
      Packing packing = Packing.of(parts == 3 ? null : mask, BATCH, TIME, parts == 2, parts);
      Input looked = new Input(table, ids, null);
      assertNotNull(Distinct.of(packing, looked));
      OutputGradients from =
          new OutputGradients(numbers(BATCH * UNITS), numbers(ids.length * UNITS), null, null);
      float[] h0 = parts == 1 ? null : numbers(BATCH * UNITS);
      float[][] expected = run(sweep, packing, new Input(spelled), weights, from, h0);
      float[][] got = run(sweep, packing, looked, weights, from, h0);
      assertArrayEquals(expected[0], got[0], "outputs");
      assertArrayEquals(expected[1], got[1], "gradient of each token's input");
      for (int i = 2; i < expected.length; i++) {
        assertArrayEquals(expected[i], got[i], 5e-4f, kind + " gradient " + i);
      }
    }
  }

  @Test
  void eachWordIsCountedOnce() {
    Packing packing = Packing.of(mask, BATCH, TIME, false, 2);
    Distinct words = Distinct.of(packing, new Input(table, ids, null));
    boolean[] seen = new boolean[WORDS];
    int count = 0;
    for (int i = 0; i < ids.length; i++) {
      if (mask[i] && !seen[ids[i]]) {
        seen[ids[i]] = true;
        count++;
      }
    }
    assertEquals(count, words.count());
    float[] rows = new float[count * INPUTS];
    words.gather(0, count, table, INPUTS, rows);
    float[] tokens = new float[packing.tokens() * INPUTS];
    words.spread(0, packing.tokens(), rows, INPUTS, tokens);
    float[] expected = new float[tokens.length];
    Input input = new Input(table, ids, null);
    Rows.gather(packing, 0, packing.tokens(), input, INPUTS, expected);
    assertArrayEquals(expected, tokens);
  }

  @Test
  void whereNearlyAllWordsDifferEachTokenHasItsOwnProduct() {
    int[] apart = new int[200];
    for (int i = 0; i < apart.length; i++) {
      apart[i] = Integer.MAX_VALUE - i * 7;
    }
    Packing packing = Packing.of(null, 10, 20, false, 1);
    assertNull(Distinct.of(packing, new Input(table, apart, null)));
    assertNull(Distinct.of(packing, new Input(table)));
    assertNull(Distinct.of(packing, new Input(table, new int[200], new float[10 * INPUTS])));
    for (int i = 0; i < 60; i++) {
      apart[i] = -7;
    }
    assertEquals(141, Distinct.of(packing, new Input(table, apart, null)).count());
  }

  /** All outputs, then the gradients of the tokens' input and of the weights. */
  private static float[][] run(
      Sweep sweep,
      Packing packing,
      Input input,
      Weights weights,
      OutputGradients from,
      float[] h0) {
    float[] sequence = new float[BATCH * TIME * UNITS];
    float[] tokens = new float[packing.tokens() * INPUTS];
    float[] kernel = new float[weights.kernel().length];
    float[] recurrent = new float[weights.recurrent().length];
    float[] bias = weights.bias() == null ? null : new float[weights.bias().length];
    try (SweepRun run = sweep.forward(packing, input, weights, h0, null)) {
      run.sequence(sequence, false);
      run.backwardLast(from, new Gradients(null, tokens, kernel, recurrent, bias, null, null));
    }
    float[] sums = bias == null ? new float[0] : bias;
    return new float[][] {sequence, tokens, kernel, recurrent, sums};
  }

  private float[] numbers(int n) {
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }
}
