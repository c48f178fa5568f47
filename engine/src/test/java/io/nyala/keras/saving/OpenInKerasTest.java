package io.nyala.keras.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nyala.keras.models.Model;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python's Keras opens what is written here, predicts the same and trains on. */
class OpenInKerasTest {

  @Test
  void kerasOpensThem(@TempDir Path directory) throws Exception {
    String python = System.getenv("NYALA_ORACLE");
    assumeTrue(python != null, "NYALA_ORACLE does not name a python that has the oracle");
    for (String file : List.of("text.keras", "legacy.h5", "functional.keras")) {
      Model model = Saving.load(SavedCases.path(file));
      String name = file.substring(0, file.indexOf('.'));
      for (String ending : List.of(".keras", ".h5")) {
        model.save(directory.resolve(name + ending));
      }
      model.saveWeights(directory.resolve(name + ".weights.h5"));
    }
    Path script = Path.of("src/test/python/check_saving.py").toAbsolutePath();
    Process process =
        new ProcessBuilder(python, script.toString(), directory.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(5, TimeUnit.MINUTES);
    assertEquals(0, process.exitValue(), output);
    assertEquals(9, output.lines().filter(line -> line.startsWith("opened")).count(), output);
  }
}
