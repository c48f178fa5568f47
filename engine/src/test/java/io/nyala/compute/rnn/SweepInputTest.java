package io.nyala.compute.rnn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs that a sweep multiplies by factors of their row, held to inputs that are spelled out. */
class SweepInputTest {

  private static final int INPUTS = 21;
  private static final int UNITS = 19;
  private static final int BATCH = 7;
  private static final int TIME = 5;

  private final Random random = new Random(31);
  private final float[] x = numbers(BATCH * TIME * INPUTS);
  private final float[] factors = halfDropped(BATCH * INPUTS);
  private final boolean[] mask = new boolean[BATCH * TIME];

  SweepInputTest() {
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextInt(4) > 0 && i / TIME != 3;
    }
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, true"})
  void factorsMultiplyEveryStep(int parts, boolean backwards) {
    Sweep sweep = new GruSweep(INPUTS, UNITS);
    Weights weights =
        new Weights(
            numbers(INPUTS * 3 * UNITS), numbers(UNITS * 3 * UNITS), numbers(sweep.biasLength()));
    Packing packing = Packing.of(mask, BATCH, TIME, backwards, parts);
    OutputGradients from =
        new OutputGradients(numbers(BATCH * UNITS), numbers(BATCH * TIME * UNITS), null, null);
    float[][] expected = run(sweep, packing, new Input(scaled(x)), weights, from);
    float[][] got = run(sweep, packing, new Input(x, null, factors), weights, from);
    expected[1] = scaled(expected[1]);
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], got[i], 2e-5f, "result " + i);
    }
  }

  @Test
  void gradientsThatComeTokenByTokenAreThoseOfTheSequence() {
    Sweep sweep = new LstmSweep(INPUTS, UNITS);
    Weights weights =
        new Weights(numbers(INPUTS * 4 * UNITS), numbers(UNITS * 4 * UNITS), numbers(4 * UNITS));
    Packing packing = Packing.of(mask, BATCH, TIME, false, 2);
    int[] places = packing.positions().clone();
    float[] rows = numbers(places.length * UNITS);
    float[] spelled = new float[BATCH * TIME * UNITS];
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(rows, i * UNITS, spelled, places[i] * UNITS, UNITS);
    }
    Input input = new Input(x, null, factors);
    float[][] expected =
        run(sweep, packing, input, weights, new OutputGradients(null, spelled, null, null));
    float[][] got =
        run(sweep, packing, input, weights, new OutputGradients(null, rows, places, null, null));
    for (int i = 1; i < expected.length; i++) {
      assertArrayEquals(expected[i], got[i], "gradient " + i);
    }
    int[] turned = places.clone();
    turned[0] = places[1];
    turned[1] = places[0];
    float[] swapped = rows.clone();
    System.arraycopy(rows, 0, swapped, UNITS, UNITS);
    System.arraycopy(rows, UNITS, swapped, 0, UNITS);
    float[][] other =
        run(sweep, packing, input, weights, new OutputGradients(null, swapped, turned, null, null));
    for (int i = 1; i < expected.length; i++) {
      assertArrayEquals(expected[i], other[i], "gradient " + i + " in another order");
    }
  }

  @ParameterizedTest
  @EnumSource(StepByStep.Kind.class)
  void aSweepWithoutAStateBeginsWithZeros(StepByStep.Kind kind) {
    Sweep sweep = kind.sweep(INPUTS, UNITS);
    int width = kind.gates * UNITS;
    for (int parts = 1; parts <= 3; parts++) {
      boolean biased = parts != 2;
      Weights weights =
          new Weights(
              numbers(INPUTS * width),
              numbers(UNITS * width),
              biased ? numbers(sweep.biasLength()) : null);
      Packing packing =
          Packing.of(parts == 3 ? new boolean[BATCH * TIME] : mask, BATCH, TIME, false, parts);
      OutputGradients from =
          new OutputGradients(numbers(BATCH * UNITS), numbers(BATCH * TIME * UNITS), null, null);
      float[] zeros = new float[BATCH * UNITS];
      // What an earlier run has left in the buffers must not matter.
      run(sweep, packing, new Input(numbers(x.length)), weights, from, numbers(zeros.length));
      float[][] got = run(sweep, packing, new Input(x), weights, from, null);
      float[][] expected = run(sweep, packing, new Input(x), weights, from, zeros);
      for (int i = 0; i < expected.length; i++) {
        assertArrayEquals(expected[i], got[i], 1e-5f, kind + " result " + i);
      }
    }
  }

  private static float[][] run(
      Sweep sweep, Packing packing, Input input, Weights weights, OutputGradients from) {
    return run(sweep, packing, input, weights, from, null);
  }

  /** The outputs of all steps, then the gradients of the input and of the weights. */
  private static float[][] run(
      Sweep sweep,
      Packing packing,
      Input input,
      Weights weights,
      OutputGradients from,
      float[] h0) {
    float[] sequence = new float[BATCH * TIME * UNITS];
    float[] dx = new float[BATCH * TIME * INPUTS];
    float[] kernel = new float[weights.kernel().length];
    float[] recurrent = new float[weights.recurrent().length];
    float[] bias = new float[weights.bias() == null ? 0 : weights.bias().length];
    try (SweepRun run = sweep.forward(packing, input, weights, h0, null)) {
      run.sequence(sequence, true);
      float[] dBias = weights.bias() == null ? null : bias;
      run.backwardLast(from, new Gradients(dx, null, kernel, recurrent, dBias, null, null));
    }
    return new float[][] {sequence, dx, kernel, recurrent, bias};
  }

  private float[] scaled(float[] sequence) {
    float[] scaled = new float[sequence.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = sequence[i] * factors[i / (TIME * INPUTS) * INPUTS + i % INPUTS];
    }
    return scaled;
  }

  private float[] numbers(int n) {
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  private float[] halfDropped(int n) {
    float[] factors = new float[n];
    for (int i = 0; i < n; i++) {
      factors[i] = random.nextBoolean() ? 2 : 0;
    }
    return factors;
  }
}
