package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.nyala.keras.callbacks.History;
import io.nyala.keras.datasets.DataSets;
import io.nyala.keras.datasets.SentimentSentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code cells of the course notebook as it was published, in Python. */
class PythonCourseCellsTest {
  @TempDir static Path folder;

  private static String[] cells() throws IOException {
    try (var in = PythonCourseCellsTest.class.getResourceAsStream("/python/course.py")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.replaceAll("epochs ?= ?10", "epochs=1").split("\n# %%\n");
    }
  }

  @Test
  void everyCellRuns() throws IOException {
    Path sentences = Path.of("sentiment", "sentiment.txt");
    if (DataSets.folders().stream().noneMatch(it -> Files.exists(it.resolve(sentences)))) {
      SentimentSentences.useSmallCorpus(folder.resolve("small.txt"));
    }
    try (Session session = new Session()) {
      session.setLanguage("python");
      int trained = 0;
      for (String cell : cells()) {
        Outcome outcome = session.run(cell, new Recorder());
        assertFalse(outcome instanceof Outcome.Failure, () -> cell + "\n" + outcome);
        trained += outcome instanceof Outcome.Value it && it.value() instanceof History ? 1 : 0;
      }
      assertEquals(4, trained);
    }
  }
}
