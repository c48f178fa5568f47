package io.nyala.keras.layers.rnn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.Golden;
import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Tape;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code SimpleRNN}, {@code LSTM}, {@code GRU} and {@code Bidirectional} compute in one sweep
 * equals what {@code RNN(cell)} computes step by step, forward and backward.
 */
class FusedEqualsStepwiseTest {

  private static final int BATCH = 3;
  private static final int TIME = 5;
  private static final int FEATURES = 4;
  private static final int UNITS = 3;

  private static final List<String> WALK =
      List.of("return_sequences", "return_state", "go_backwards", "zero_output_for_mask", "unroll");

  /** No mask; zeros at the end; in the middle and at the start; a row of zeros. */
  private static final List<boolean[]> MASKS =
      new ArrayList<>(
          List.of(
              steps("11100" + "11111" + "10000"),
              steps("10110" + "01101" + "00111"),
              steps("00000" + "11000" + "11111")));

  static {
    MASKS.add(0, null);
  }

  private static boolean[] steps(String text) {
    boolean[] real = new boolean[text.length()];
    for (int i = 0; i < real.length; i++) {
      real[i] = text.charAt(i) == '1';
    }
    return real;
  }

  private static Tensor values(int seed, int... dims) {
    Shape shape = Shape.of(dims);
    float[] data = new float[shape.elements()];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (2 * Golden.uniform(seed, i) - 1);
    }
    return Tensor.of(shape, data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SimpleRNN", "LSTM", "GRU", "GRU, reset before"})
  void layersEqualTheirCellsInALoop(String kind) {
    int compared = 0;
    for (int flags = 0; flags < 1 << (WALK.size() + 2); flags++) {
      Map<String, Object> walk = new LinkedHashMap<>();
      for (int i = 0; i < WALK.size(); i++) {
        walk.put(WALK.get(i), (flags >> i & 1) == 1);
      }
      boolean bias = (flags >> WALK.size() & 1) == 1;
      boolean fromStates = (flags >> WALK.size() + 1 & 1) == 1;
      for (boolean[] mask : MASKS) {
        Layer fused = fused(kind, bias, walk);
        Layer stepwise = stepwise(kind, bias, walk);
        String what = kind + walk + " use_bias=" + bias + " initial_state=" + fromStates;
        int states = fromStates ? kind.equals("LSTM") ? 2 : 1 : 0;
        compare(what, fused, stepwise, mask, states);
        compared++;
      }
    }
    assertEquals(128 * 4, compared);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SimpleRNN", "LSTM", "GRU", "GRU, reset before"})
  void bothDirectionsEqualTheirCellsInALoop(String kind) {
    for (String mode : new String[] {"concat", "sum", "mul", "ave", null}) {
      for (int flags = 0; flags < 8; flags++) {
        Map<String, Object> walk = new LinkedHashMap<>();
        walk.put("return_sequences", (flags & 1) == 1);
        walk.put("return_state", (flags & 2) == 2);
        boolean fromStates = (flags & 4) == 4;
        for (boolean[] mask : MASKS) {
          Layer fused = both(fused(kind, true, walk), mode);
          Layer stepwise = both(stepwise(kind, true, walk), mode);
          String what = "Bidirectional " + kind + walk + " " + mode;
          int states = fromStates ? kind.equals("LSTM") ? 4 : 2 : 0;
          compare(what, fused, stepwise, mask, states);
        }
      }
    }
  }

  /** What a cell and its layer share: functions, gates, all with and without dropouts. */
  private static List<Map<String, Object>> cellArguments(String kind) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String activation : new String[] {"tanh", "relu", "linear"}) {
      for (String recurrent : new String[] {"sigmoid", "hard_sigmoid"}) {
        for (int dropouts = 0; dropouts < 4; dropouts++) {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("activation", activation);
          if (!kind.equals("SimpleRNN")) {
            one.put("recurrent_activation", recurrent);
          }
          one.put("dropout", (dropouts & 1) == 1 ? 0.4 : 0);
          one.put("recurrent_dropout", (dropouts & 2) == 2 ? 0.3 : 0);
          one.put("seed", 7);
          if (kind.equals("LSTM")) {
            one.put("unit_forget_bias", activation.equals("tanh"));
          }
          all.add(one);
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"SimpleRNN", "LSTM", "GRU", "GRU, reset before"})
  void argumentsOfTheCellMeanTheSameInTheLayer(String kind) {
    for (Map<String, Object> shared : cellArguments(kind)) {
      for (int flags = 0; flags < 8; flags++) {
        Map<String, Object> walk = new LinkedHashMap<>();
        walk.put("return_sequences", (flags & 1) == 1);
        walk.put("go_backwards", (flags & 2) == 2);
        walk.put("stateful", (flags & 4) == 4);
        for (boolean[] mask : MASKS) {
          Layer fused = fused(kind, true, join(walk, shared));
          Map<String, Object> inner = join(cell(kind, true), shared);
          Object cell = Catalog.get("keras.layers", name(kind) + "Cell").create(List.of(), inner);
          Layer stepwise = (Layer) RNN.CLASS.create(List.of(cell), walk);
          String what = kind + walk + shared;
          // A stateful layer starts its second batch where the first ended.
          for (int batch = 0; batch < ((flags & 4) == 4 ? 2 : 1); batch++) {
            compare(what + " batch " + batch, fused, stepwise, mask, 0);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SimpleRNN", "LSTM", "GRU", "GRU, reset before"})
  void dropsTheInputsThatTheCellDrops(String kind) {
    Map<String, Object> dropout = Map.of("dropout", 0.5, "seed", 7);
    for (boolean sequences : new boolean[] {false, true}) {
      for (boolean[] mask : MASKS) {
        Map<String, Object> walk = Map.of("return_sequences", sequences);
        Layer fused = fused(kind, true, join(walk, dropout));
        Map<String, Object> inner = join(cell(kind, true), dropout);
        Object cell = Catalog.get("keras.layers", name(kind) + "Cell").create(List.of(), inner);
        compare(kind + " drops", fused, RNN.CLASS.create(List.of(cell), walk), mask, 0);
      }
    }
  }

  private static Map<String, Object> join(Map<String, Object> a, Map<String, Object> b) {
    Map<String, Object> all = new LinkedHashMap<>(a);
    all.putAll(b);
    return all;
  }

  private static Layer both(Layer layer, String mode) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("merge_mode", mode);
    return (Layer) Bidirectional.CLASS.create(List.of(layer), named);
  }

  private static Map<String, Object> cell(String kind, boolean bias) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("units", UNITS);
    named.put("use_bias", bias);
    if (kind.startsWith("GRU")) {
      named.put("reset_after", kind.equals("GRU"));
    }
    return named;
  }

  private static String name(String kind) {
    return kind.substring(0, kind.contains(",") ? kind.indexOf(',') : kind.length());
  }

  private static Layer fused(String kind, boolean bias, Map<String, Object> walk) {
    Map<String, Object> named = cell(kind, bias);
    named.putAll(walk);
    return (Layer) Catalog.get("keras.layers", name(kind)).create(List.of(), named);
  }

  private static Layer stepwise(String kind, boolean bias, Map<String, Object> walk) {
    Object cell =
        Catalog.get("keras.layers", name(kind) + "Cell").create(List.of(), cell(kind, bias));
    return RNN.CLASS.create(List.of(cell), walk);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SimpleRNN", "LSTM", "GRU", "GRU, reset before"})
  void cellsThatAreSweptEqualThemselvesSpelledOut(String kind) {
    for (int flags = 0; flags < 8; flags++) {
      boolean bias = (flags & 1) == 1;
      Map<String, Object> walk = Map.of("return_sequences", (flags & 2) == 2);
      int states = (flags & 4) == 0 ? 0 : kind.equals("LSTM") ? 2 : 1;
      for (boolean[] mask : MASKS) {
        Layer swept = stepwise(kind, bias, walk);
        compare("cell of " + kind, swept, stepwise(kind, bias, walk), mask, states);
      }
    }
  }

  /** Holds a layer to one whose steps are spelled out, as they are where two tapes follow. */
  private static void compare(
      String what, Layer fused, Layer stepwise, boolean[] mask, int states) {
    List<Tensor> sources = new ArrayList<>();
    sources.add(values(1, BATCH, TIME, FEATURES));
    for (int i = 0; i < states; i++) {
      sources.add(values(2 + i, BATCH, UNITS));
    }
    List<Tensor> a = run(fused, sources, mask);
    List<Tensor> b;
    try (Tape second = new Tape(true, true)) {
      sources.forEach(second::watch);
      b = run(stepwise, sources, mask);
    }
    assertEquals(b.size(), a.size(), what);
    for (int i = 0; i < a.size(); i++) {
      assertEquals(b.get(i).shape(), a.get(i).shape(), what);
      for (int k = 0; k < a.get(i).elements(); k++) {
        double wanted = b.get(i).getDouble(k);
        double found = a.get(i).getDouble(k);
        int at = i;
        assertTrue(
            Math.abs(wanted - found) <= 2e-5 * Math.max(1, Math.abs(wanted)),
            () -> what + ", result " + at + ": expected " + wanted + ", was " + found);
      }
    }
  }

  /** The outputs, then the gradients by input, states and weights. */
  private static List<Tensor> run(Layer layer, List<Tensor> sources, boolean[] mask) {
    layer.build(sources.get(0).shape());
    for (int i = 0; i < layer.weights().size(); i++) {
      layer.weights().get(i).assign(values(20 + i, layer.weights().get(i).shape().dims()));
    }
    Tensor real = mask == null ? null : Tensor.of(Shape.of(BATCH, TIME), mask);
    List<Tensor> states = sources.size() > 1 ? sources.subList(1, sources.size()) : null;
    Call call = Call.TRAINING.masks(Collections.singletonList(real)).from(states);
    try (Tape tape = new Tape(false, true)) {
      sources.forEach(tape::watch);
      List<Tensor> outputs = layer.apply(sources.subList(0, 1), call);
      Tensor total = Tensor.scalar(0);
      for (int i = 0; i < outputs.size(); i++) {
        Tensor weights = values(40 + i, outputs.get(i).shape().dims());
        total = Arithmetic.add(total, Reduce.sum(Arithmetic.multiply(outputs.get(i), weights)));
      }
      List<Object> by = new ArrayList<>(sources);
      by.addAll(layer.trainableWeights());
      List<Tensor> results = new ArrayList<>(outputs);
      results.addAll(tape.gradient(total, by));
      return results;
    }
  }
}
