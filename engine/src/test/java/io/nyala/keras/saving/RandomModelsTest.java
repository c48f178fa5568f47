package io.nyala.keras.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.data.Dataset;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.graph.Trees;
import io.nyala.keras.models.Model;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models that Keras draws at random from all layers open here, predict and train as there; and the
 * files written from them open in Keras, predict and train on.
 *
 * <p>Runs where NYALA_ORACLE names a python that has the oracle; NYALA_RANDOM_MODELS says how many.
 */
class RandomModelsTest {

  @TempDir Path drawn;
  @TempDir Path back;

  @Test
  void openBothWays() throws Exception {
    String python = System.getenv("NYALA_ORACLE");
    assumeTrue(python != null, "NYALA_ORACLE does not name a python that has the oracle");
    String count = System.getenv().getOrDefault("NYALA_RANDOM_MODELS", "200");
    String layers =
        Catalog.classes("keras.layers").stream()
            .filter(each -> each.table().owner().equals(each.name()))
            .map(KerasClass::name)
            .collect(Collectors.joining(","));
    String said = run(python, "draw", drawn.toString(), count, layers);
    System.out.println(said.substring(said.indexOf("drawn:")).stripTrailing());
    assertTrue(said.stripTrailing().endsWith("never drawn: Lambda"), said);
    JsonNode expected = new ObjectMapper().readTree(drawn.resolve("expected.json").toFile());
    List<String> wrong = new ArrayList<>();
    for (Iterator<String> names = expected.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode entry = expected.get(name);
      try {
        openAndTrain(name, entry);
      } catch (RuntimeException | AssertionError e) {
        wrong.add(name + " " + entry.get("layers") + " " + entry.get("optimizer") + ": " + e);
      }
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    String output = run(python, "check", drawn.toString(), back.toString());
    assertTrue(output.contains("opened " + count + " of " + count), output);
    System.out.println("opened both ways: " + count + " of " + count);
  }

  private void openAndTrain(String name, JsonNode entry) {
    Dataset batch = batch(entry);
    Model model = Saving.load(drawn.resolve(name + ".keras"));
    assertPredicts(entry, model, batch);
    model.save(back.resolve(name + ".keras"));
    model.saveWeights(back.resolve(name + ".weights.h5"));
    if (entry.get("legacy").asBoolean()) {
      assertPredicts(entry, Saving.load(drawn.resolve(name + ".h5")), batch);
      model.save(back.resolve(name + ".h5"));
      assertPredicts(entry, Saving.load(back.resolve(name + ".h5")), batch);
    }
    model.setWeights(
        model.getWeights().stream().map(w -> Tensor.zeros(w.dtype(), w.shape())).toList());
    model.loadWeights(drawn.resolve(name + ".weights.h5"));
    assertPredicts(entry, model, batch);
    model.fit(Map.of("epochs", 3, "shuffle", false, "verbose", 0), batch);
    List<Double> losses = model.getHistory().numbers("loss");
    for (int i = 0; i < 3; i++) {
      double wanted = entry.get("losses").get(i).asDouble();
      assertEquals(wanted, losses.get(i), 1e-4 * Math.max(1, Math.abs(wanted)), "loss " + i);
    }
  }

  private static void assertPredicts(JsonNode entry, Model model, Dataset batch) {
    Object outputs = model.predict(Map.of("verbose", 0), batch);
    List<?> all = Trees.leaves(outputs);
    for (int i = 0; i < all.size(); i++) {
      Tensor output = (Tensor) all.get(i);
      JsonNode wanted = entry.get("outputs").get(i);
      assertEquals(wanted.size(), output.elements());
      for (int j = 0; j < output.elements(); j++) {
        assertEquals(wanted.get(j).asDouble(), output.getDouble(j), 1e-4, "output " + i);
      }
    }
  }

  /** All samples in one batch, as a dataset, the way that strings reach a model of Keras. */
  private static Dataset batch(JsonNode entry) {
    List<Object> inputs = new ArrayList<>();
    for (int i = 0; i < entry.get("inputs").size(); i++) {
      inputs.add(tensor(entry.get("inputs").get(i), DType.of(entry.get("dtypes").get(i).asText())));
    }
    List<Object> targets = new ArrayList<>();
    entry.get("targets").forEach(each -> targets.add(tensor(each, DType.FLOAT32)));
    List<Object> pair = List.of(one(inputs), one(targets));
    return Dataset.fromTensorSlices(pair).batch(4, false);
  }

  private static Object one(List<Object> values) {
    return values.size() == 1 ? values.get(0) : values;
  }

  private static Tensor tensor(JsonNode values, DType type) {
    return Tensors.of(new ObjectMapper().convertValue(values, List.class), type);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command));
    all.add(1, Path.of("src/test/python/random_models.py").toAbsolutePath().toString());
    Path log = Files.createTempFile("random-models", ".log");
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int code = process.waitFor();
    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertEquals(0, code, output);
    return output;
  }
}
