package io.nyala.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.cli.notebook.NotebookFile;
import io.nyala.cli.notebook.NotebookRunner;
import io.nyala.cli.notebook.ProgressListener;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.Session;
import io.nyala.keras.datasets.DataSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The chapter's notebook, first cell to last, with 256 reviews of each kind and one epoch in place
 * of all 25,000 and twenty; the rest as it stands.
 */
class ChapterNotebookTest {

  private static final String FEW =
      "\nx_train = x_train[:256]\ny_train = y_train[:256]"
          + "\nx_test = x_test[:256]\ny_test = y_test[:256]\n";

  private final AtomicInteger cut = new AtomicInteger();

  private String shortened(String code) {
    String less = code.replace("epochs = 20 ", "epochs = 1 ");
    if (code.contains("pad_sequences(x_test")) {
      less += FEW;
    }
    cut.addAndGet(less.equals(code) ? 0 : 1);
    return less;
  }

  private static boolean has(String... path) {
    Path file = Path.of(path[0], path[1]);
    return DataSets.folders().stream().anyMatch(folder -> Files.exists(folder.resolve(file)));
  }

  @Test
  void everyCellRuns() throws IOException {
    assumeTrue(
        has("imdb", "imdb.npz") && has("glove", "glove.6B.50d.txt"),
        "the reviews and GloVe's vectors are not in NYALA_DATASETS");
    NotebookFile notebook = NotebookFile.read(Path.of("..", "notebooks", "rnn-chapter.ipynb"));
    try (Session session = new Session()) {
      NotebookRunner runner =
          new NotebookRunner(
              (code, name, frontend) -> session.run(shortened(code), name, frontend),
              new ProgressListener() {});
      Outcome.Failure failure = runner.run(notebook);
      assertNull(failure, () -> String.join("\n", failure.traceback()));
    }
    assertEquals(2, cut.get());
    shows(notebook, "load_data(num_words", "(25000,) 218 (25000,)");
    shows(notebook, "load_data(num_words", "(25000,) 68 (25000,)");
    shows(notebook, "net.embeddings.trainable", "True");
    shows(notebook, "decode_review(x_train[0])", "<START> this film was just brilliant casting");
    shows(notebook, "W = tf.ones([2, 2]) # a matrix\neigenvalues", "0., 2.");
    shows(notebook, "W = tf.ones([2, 2]) * 0.4", "0.8");
    shows(notebook, "the same result:", "the same result: True");
  }

  private static void shows(NotebookFile notebook, String code, String expected) {
    NotebookFile.Cell cell =
        notebook.cells().stream()
            .filter(each -> each.isCode() && each.source().contains(code))
            .findFirst()
            .orElseThrow();
    StringBuilder text = new StringBuilder();
    for (JsonNode output : cell.outputs()) {
      text.append(NotebookFile.text(output.path("text")));
      text.append(NotebookFile.text(output.path("data").path("text/plain"))).append('\n');
    }
    assertTrue(text.toString().contains(expected), code + "\n" + text);
  }
}
