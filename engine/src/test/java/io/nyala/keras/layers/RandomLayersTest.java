package io.nyala.keras.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Layers that are drawn at random, with all their arguments and masks, compute what Keras computes.
 *
 * <p>Runs where NYALA_ORACLE names a python that has the oracle; NYALA_RANDOM_LAYERS says how many
 * cases of each layer, NYALA_RANDOM_SEED which.
 */
class RandomLayersTest {

  @TempDir Path drawn;

  @Test
  void computeWhatKerasComputes() throws Exception {
    String python = System.getenv("NYALA_ORACLE");
    assumeTrue(python != null, "NYALA_ORACLE does not name a python that has the oracle");
    Path file = drawn.resolve("cases.json");
    String count = System.getenv().getOrDefault("NYALA_RANDOM_LAYERS", "3");
    String seed = System.getenv().getOrDefault("NYALA_RANDOM_SEED", "0");
    System.out.println(run(python, "random_layers.py", file.toString(), count, seed));
    List<String> wrong = new ArrayList<>();
    for (JsonNode golden : new ObjectMapper().readTree(file.toFile()).get("cases")) {
      try {
        new LayerCase(golden).check();
      } catch (RuntimeException | AssertionError e) {
        wrong.add(golden.get("name").asText() + ": " + e.getMessage() + golden.get("config"));
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("src/test/python").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.strip();
  }
}
