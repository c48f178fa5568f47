package io.nyala.keras.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.nyala.autograd.Tape;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.layers.core.InputLayer;
import io.nyala.keras.layers.rnn.Bidirectional;
import io.nyala.keras.layers.rnn.GRU;
import io.nyala.keras.layers.rnn.LSTM;
import io.nyala.keras.losses.Losses;
import io.nyala.keras.optimizers.Adam;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A step of {@code fit} takes short cuts; written out by hand it gives the same to the last bit.
 */
class StepTest {

  private static final int STEPS = 4;

  @Test
  void ofOneDirection() {
    sameAsByHand(new LSTM(5), new LSTM(5));
  }

  @Test
  void ofBothDirections() {
    sameAsByHand(new Bidirectional(new GRU(4)), new Bidirectional(new GRU(4)));
  }

  private static void sameAsByHand(Layer first, Layer second) {
    Sequential fitted = model(first);
    Sequential byHand = model(second);
    fitted.compile(Map.of("loss", "mse", "optimizer", new Adam(0.05)));
    Adam adam = new Adam(0.05);
    byHand.apply(batch(0), Call.TRAINING);
    fitted.apply(batch(0), Call.TRAINING);
    fitted.setWeights(byHand.getWeights());
    for (int i = 0; i < STEPS; i++) {
      Tensor x = batch(i);
      Tensor y = Tensor.of(Shape.of(3, 1), i, 1f, 2f);
      fitted.trainOnBatch(x, y);
      Tape tape = new Tape();
      Tensor at = x;
      for (Layer layer : byHand.layers()) {
        at = layer.apply(at, Call.TRAINING);
      }
      Tensor loss = Losses.get("mse").apply(y, at, null);
      adam.apply(tape.gradient(loss, byHand.trainableWeights()), byHand.trainableWeights());
    }
    for (int i = 0; i < byHand.weights().size(); i++) {
      assertArrayEquals(
          byHand.weights().get(i).value().floats(), fitted.weights().get(i).value().floats());
    }
  }

  private static Sequential model(Layer recurrent) {
    return new Sequential(new Embedding(9, 4, "mask_zero", true), recurrent, new Dense(1));
  }

  /**
   * Sentences of other lengths each time, so that storage lent to one step does not fit the next.
   */
  private static Tensor batch(int number) {
    Random random = new Random(number);
    int time = 3 + number;
    long[] ids = new long[3 * time];
    for (int row = 0; row < 3; row++) {
      for (int t = 0; t < 1 + row + number; t++) {
        ids[row * time + t] = 1 + random.nextInt(8);
      }
    }
    return Tensor.of(Shape.of(3, time), ids);
  }

  /** A layer before a model inside learns, too. */
  @Test
  void gradientsFlowThroughModelsInside() {
    KerasTensor input = InputLayer.CLASS.create("shape", List.of(3)).output();
    Dense before = new Dense(2);
    KerasTensor inside = InputLayer.CLASS.create("shape", List.of(2)).output();
    Model inner = Functional.of(inside, new Dense(1).invoke(inside));
    Model outer = Functional.of(input, inner.invoke(before.invoke(input)));
    outer.compile("sgd", "mse");
    Tensor kernel = before.weights().get(0).value().copy();
    outer.trainOnBatch(Tensor.of(Shape.of(1, 3), 1f, 2, 3), Tensor.of(Shape.of(1, 1), 9f));
    Tensor learnt = before.weights().get(0).value();
    for (int i = 0; i < kernel.elements(); i++) {
      assertNotEquals(kernel.getDouble(i), learnt.getDouble(i), "kernel element " + i);
    }
  }
}
