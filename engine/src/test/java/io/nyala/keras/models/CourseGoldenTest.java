package io.nyala.keras.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.SentimentFile;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.layers.rnn.Bidirectional;
import io.nyala.keras.layers.rnn.GRU;
import io.nyala.keras.layers.rnn.LSTM;
import io.nyala.keras.layers.rnn.SimpleRNN;
import io.nyala.keras.layers.text.TextVectorization;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The four course models learn step by step as they do in the oracle, on the real sentences. */
class CourseGoldenTest {

  private static final double CLOSE = 1e-3;

  @TestFactory
  Stream<DynamicTest> models() {
    JsonNode golden = Golden.read("course");
    return Stream.of(golden.get("models"))
        .flatMap(
            models -> {
              List<DynamicTest> tests = new ArrayList<>();
              models.forEach(
                  model ->
                      tests.add(
                          DynamicTest.dynamicTest(
                              model.get("name").asText(), () -> follow(golden, model))));
              return tests.stream();
            });
  }

  private static void follow(JsonNode golden, JsonNode expected) {
    assumeTrue(SentimentFile.isHere(), SentimentFile.WHY_NOT);
    SentimentFile data = SentimentFile.read();
    TextVectorization words = new TextVectorization();
    words.adapt(data.texts());
    int size = words.getVocabulary().size();
    assertEquals(golden.get("vocabulary_size").asInt(), size);
    Sequential model =
        new Sequential(
            words,
            new Embedding(size, 64, "mask_zero", true),
            recurrent(expected.get("name").asText()),
            new Dense(1, "activation", "sigmoid"));
    model.compile(
        Map.of("loss", "binary_crossentropy", "optimizer", "adam", "metrics", List.of("accuracy")));
    List<String> probes = probes(golden, data);
    model.predictOnBatch(Tensor.of(Shape.of(2), probes.get(0), probes.get(1)));
    setWeights(model, expected.get("variables"));
    assertEquals(expected.get("parameters").asInt(), model.countParams());
    predictions("before", expected.get("predictions_before"), model, probes);

    JsonNode losses = expected.get("losses");
    JsonNode accuracies = expected.get("accuracies");
    int batch = golden.get("batch_size").asInt();
    for (int step = 0; step < golden.get("steps").asInt(); step++) {
      int from = step * batch;
      Map<?, ?> figures =
          (Map<?, ?>)
              model.trainOnBatch(
                  Map.of("return_dict", true),
                  strings(data.texts(), from, from + batch),
                  labels(data.labels(), from, from + batch));
      assertEquals(
          losses.get(step).asDouble(), (Double) figures.get("loss"), CLOSE, "loss of step " + step);
      assertEquals(
          accuracies.get(step).asDouble(), (Double) figures.get("accuracy"), 0.0321, "accuracy");
    }
    predictions("after", expected.get("predictions_after"), model, probes);
  }

  private static Layer recurrent(String name) {
    return switch (name) {
      case "simple_rnn" -> new SimpleRNN(128);
      case "lstm" -> new LSTM(128);
      case "gru" -> new GRU(128);
      default -> new Bidirectional(new LSTM(128));
    };
  }

  private static List<String> probes(JsonNode golden, SentimentFile data) {
    List<String> probes = new ArrayList<>();
    golden.get("probe_lines").forEach(line -> probes.add(data.texts()[line.asInt()]));
    golden.get("probe_sentences").forEach(text -> probes.add(text.asText()));
    return probes;
  }

  private static void setWeights(Model model, JsonNode variables) {
    List<Tensor> values = new ArrayList<>();
    for (JsonNode variable : variables) {
      Shape shape = Golden.shape(variable.get("shape"));
      float[] data = new float[shape.elements()];
      switch (variable.get("fill").asText()) {
        case "hash" -> {
          double limit = variable.get("limit").asDouble();
          long seed = variable.get("seed").asLong();
          for (int i = 0; i < data.length; i++) {
            data[i] = (float) ((2 * Golden.uniform(seed, i) - 1) * limit);
          }
        }
        case "lstm_bias" -> Arrays.fill(data, data.length / 4, data.length / 2, 1f);
        default -> Arrays.fill(data, 0f);
      }
      values.add(Tensor.of(shape, data));
    }
    model.setWeights(values);
  }

  private static void predictions(String when, JsonNode expected, Model model, List<String> texts) {
    Tensor actual = (Tensor) model.predict(Map.of("x", texts, "verbose", 0));
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(
          expected.get(i).asDouble(),
          actual.getDouble(i),
          CLOSE,
          "prediction " + when + " training, text " + i);
    }
  }

  private static Tensor strings(String[] all, int from, int to) {
    return Tensor.of(Shape.of(to - from), Arrays.copyOfRange(all, from, to));
  }

  private static Tensor labels(int[] all, int from, int to) {
    return Tensor.of(Shape.of(to - from), Arrays.copyOfRange(all, from, to));
  }
}
