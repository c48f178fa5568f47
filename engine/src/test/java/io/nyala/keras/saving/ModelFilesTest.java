package io.nyala.keras.saving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.KerasException;
import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.layers.rnn.LSTM;
import io.nyala.keras.layers.text.TextVectorization;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Sequential;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of Keras open here with the same predictions and train on; so do files written here. */
class ModelFilesTest {

  private static final List<String> CASES = List.of("text.keras", "legacy.h5", "functional.keras");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"text.keras", "legacy.h5", "functional.keras"})
  void opensWhatKerasWrote(String file) {
    Model model = Saving.load(SavedCases.path(file));
    SavedCases.assertPredicts(file, model, 1e-6);
    SavedCases.assertTrainsOn(file, model, 1e-5);
  }

  static Stream<Arguments> conversions() {
    return CASES.stream()
        .flatMap(file -> Stream.of(".keras", ".h5").map(to -> Arguments.of(file, to)));
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void opensWhatItWrote(String file, String ending) {
    Path copy = directory.resolve("copy" + ending);
    Saving.load(SavedCases.path(file)).save(copy);
    Model model = Saving.load(copy);
    SavedCases.assertPredicts(file, model, 0);
    SavedCases.assertTrainsOn(file, model, 1e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text.keras", "legacy.h5", "functional.keras"})
  void readsWeightsAlone(String file) {
    Model model = Saving.load(SavedCases.path(file));
    Path weights = directory.resolve("w.weights.h5");
    model.saveWeights(weights);
    for (Object from : List.of(weights, SavedCases.path(file))) {
      model.setWeights(
          model.getWeights().stream().map(w -> Tensor.zeros(w.dtype(), w.shape())).toList());
      model.loadWeights(from);
      SavedCases.assertPredicts(file, model, 1e-6);
    }
  }

  @Test
  void writesAModelMadeHere() {
    TextVectorization vectorize = new TextVectorization();
    Tensor texts = Tensor.of(Shape.of(3), "good film", "bad film", "a b c");
    vectorize.adapt(texts);
    Sequential model =
        new Sequential(
            vectorize, new Embedding(9, 4), new LSTM(3), new Dense(1, "activation", "sigmoid"));
    model.compile("adam", "binary_crossentropy", null, List.of("accuracy"));
    model.fit(Map.of("epochs", 1, "verbose", 0), texts, Tensor.of(Shape.of(3, 1), 1f, 0f, 1f));
    Path file = directory.resolve("mine.keras");
    model.save(file);
    Model again = Saving.load(file);
    assertArrayEquals(
        ((Tensor) model.predict(Map.of("verbose", 0), texts)).floats(),
        ((Tensor) again.predict(Map.of("verbose", 0), texts)).floats());
    assertEquals(
        vectorize.getVocabulary(), ((TextVectorization) again.getLayers().get(0)).getVocabulary());
    assertEquals(model.getOptimizer().iterations(), again.getOptimizer().iterations());
    Model plain =
        (Model) Saving.FUNCTIONS.get(0).call(List.of(file.toString()), Map.of("compile", false));
    assertThrows(KerasException.class, () -> plain.evaluate(texts, texts));
  }

  @Test
  void leavesTheOldFileWhereWritingFails() throws IOException {
    Path file = directory.resolve("model.keras");
    Files.writeString(file, "what was here");
    Sequential own =
        new Sequential(
            TextVectorization.CLASS.create(
                "split", (Function<Object, Object>) x -> x, "vocabulary", List.of("a")));
    own.build(Shape.of(Shape.UNKNOWN, 1));
    assertThrows(KerasException.class, () -> own.save(file));
    assertEquals("what was here", Files.readString(file));
    try (Stream<Path> all = Files.list(directory)) {
      assertEquals(1, all.count(), "a passing file was left behind");
    }
    Sequential model = new Sequential(new Dense(1));
    model.build(Shape.of(Shape.UNKNOWN, 2));
    assertThrows(KerasException.class, () -> model.save(Map.of("overwrite", false), file));
    model.save(file);
    assertEquals(1, Saving.load(file).getLayers().size());
  }

  @Test
  void saysWhatDoesNotFit() {
    Sequential model = new Sequential(new Dense(1));
    assertThrows(KerasException.class, () -> model.loadWeights(directory.resolve("no.weights.h5")));
    model.build(Shape.of(Shape.UNKNOWN, 2));
    Path weights = directory.resolve("w.weights.h5");
    model.saveWeights(weights);
    Sequential wider = new Sequential(new Dense(3));
    wider.build(Shape.of(Shape.UNKNOWN, 2));
    String message =
        assertThrows(KerasException.class, () -> wider.loadWeights(weights)).getMessage();
    assertTrue(message.contains("(2, 1)") && message.contains("(2, 3)"), message);
    wider.loadWeights(Map.of("skip_mismatch", true), weights);
    Sequential longer = new Sequential(new Dense(1), new Dense(1));
    longer.build(Shape.of(Shape.UNKNOWN, 2));
    assertThrows(KerasException.class, () -> longer.loadWeights(weights));
    assertThrows(KerasException.class, () -> model.save(directory.resolve("model.txt")));
    assertThrows(KerasException.class, () -> model.saveWeights(directory.resolve("model.h5")));
    assertThrows(KerasException.class, () -> Saving.load(weights));
    assertFalse(Files.exists(directory.resolve("model.txt")));
  }
}
