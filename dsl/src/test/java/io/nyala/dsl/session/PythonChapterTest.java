package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.datasets.DataSets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python examples of the textbook chapter on recurrent networks, in their order. */
class PythonChapterTest {
  @TempDir static Path folder;

  private static List<String> cells() throws IOException {
    try (var in = PythonChapterTest.class.getResourceAsStream("/python/chapter.py")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // Two batches and one pass are enough to see that the models learn.
      return List.of(
          all.replace("epochs = 20 ", "epochs = 1 ")
              .replace("model.fit(db_train, ", "model.fit(db_train.take(2), ")
              .replace("=db_test)", "=db_test.take(2))")
              .replace("model.evaluate(db_test)", "model.evaluate(db_test.take(2))")
              .split("\n# %%\n"));
    }
  }

  /** Vectors of the chapter's length for a few words. */
  private static void writeVectors() throws IOException {
    Path file = Files.createDirectories(folder.resolve("glove6b50dtxt"));
    String numbers =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> String.valueOf(i / 100.0))
            .collect(Collectors.joining(" "));
    Files.writeString(
        file.resolve("glove.6B.100d.txt"),
        List.of("the", "film", "brilliant").stream()
            .map(word -> word + " " + numbers + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void everyExampleRuns() throws IOException {
    Path reviews = Path.of("imdb", "imdb.npz");
    Assumptions.assumeTrue(
        DataSets.folders().stream().anyMatch(it -> Files.exists(it.resolve(reviews))),
        "the reviews are not in NYALA_DATASETS");
    writeVectors();
    Recorder recorder = new Recorder();
    try (Session session = new Session()) {
      session.setLanguage("python");
      session.variables().put("FOLDER", folder.toString());
      for (String cell : cells()) {
        Outcome outcome = session.run(cell, recorder);
        assertFalse(outcome instanceof Outcome.Failure, () -> cell + "\n" + outcome);
        if (cell.startsWith("decode_review")) {
          String review = String.valueOf(((Outcome.Value) outcome).value());
          assertTrue(review.startsWith("<START> this film was just brilliant"), review);
        }
      }
      assertEquals(3, session.variables().get("applied_vec_count"));
    }
    String out = recorder.out.toString();
    assertTrue(out.contains("(4, 64) (4, 64)\n"), out);
    assertTrue(out.contains("(25000,) 218 (25000,)\n(25000,) 68 (25000,)\n"), out);
    assertTrue(out.contains("tf.Tensor([0.  0.8], shape=(2,), dtype=float32)"), out);
    assertTrue(out.contains("Found 3 word vectors.\n3 (10000, 100)\n"), out);
  }
}
