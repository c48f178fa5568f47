package io.nyala.keras.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
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
    String count = System.getenv().getOrDefault("NYALA_RANDOM_MODELS", "30");
    String layers =
        Catalog.classes("keras.layers").stream()
            .map(KerasClass::name)
            .collect(Collectors.joining(","));
    run(python, "draw", drawn.toString(), count, layers);
    JsonNode expected = new ObjectMapper().readTree(drawn.resolve("expected.json").toFile());
    List<String> wrong = new ArrayList<>();
    for (Iterator<String> names = expected.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode entry = expected.get(name);
      try {
        openAndTrain(name, entry);
      } catch (RuntimeException | AssertionError e) {
        wrong.add(name + " " + entry.get("layers") + ": " + e);
      }
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    String output = run(python, "check", drawn.toString(), back.toString());
    assertTrue(output.contains("opened " + count + " of " + count), output);
  }

  private void openAndTrain(String name, JsonNode entry) {
    Model model = Saving.load(drawn.resolve(name + ".keras"));
    Tensor inputs = tensor(entry.get("inputs"), DType.of(entry.get("dtype").asText()));
    Tensor targets = tensor(entry.get("targets"), DType.FLOAT32);
    Tensor outputs = (Tensor) model.predict(Map.of("verbose", 0), inputs);
    for (int i = 0; i < outputs.elements(); i++) {
      double wanted = entry.get("outputs").get(i).asDouble();
      assertEquals(wanted, outputs.getDouble(i), 1e-4, "output " + i);
    }
    model.save(back.resolve(name + ".keras"));
    model.fit(Map.of("epochs", 3, "shuffle", false, "verbose", 0), inputs, targets);
    List<Double> losses = model.getHistory().getHistory().get("loss");
    for (int i = 0; i < 3; i++) {
      double wanted = entry.get("losses").get(i).asDouble();
      assertEquals(wanted, losses.get(i), 1e-4 * Math.max(1, wanted), "loss " + i);
    }
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
