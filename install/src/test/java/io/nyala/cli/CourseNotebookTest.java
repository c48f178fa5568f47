package io.nyala.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.cli.html.NotebookPage;
import io.nyala.cli.notebook.NotebookFile;
import io.nyala.cli.notebook.NotebookRunner;
import io.nyala.cli.notebook.ProgressListener;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.Session;
import io.nyala.keras.datasets.DataSets;
import io.nyala.keras.datasets.SentimentSentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course notebook, first cell to last, in a session without a front end. */
class CourseNotebookTest {

  /** The two probabilities that a model's {@code predict} ends with. */
  private static final Pattern PREDICTIONS =
      Pattern.compile("array\\(\\[\\[([-\\d.e]+) *\\],\\s*\\[([-\\d.e]+) *\\]\\]");

  private static final String SEED =
      """
      {"cells": [{"cell_type": "code", "source": "keras.utils.set_random_seed(1)"}],
       "nbformat": 4, "nbformat_minor": 5}""";

  @TempDir static Path folder;
  private static boolean real;
  private static NotebookFile notebook;
  private static TrainedModels models;

  @BeforeAll
  static void runTheNotebook() throws IOException {
    Path sentences = Path.of("sentiment", "sentiment.txt");
    real = DataSets.folders().stream().anyMatch(it -> Files.exists(it.resolve(sentences)));
    if (!real) {
      SentimentSentences.useSmallCorpus(folder.resolve("small.txt"));
    }
    notebook = NotebookFile.read(Path.of("..", "notebooks", "course-rnn.ipynb"));
    try (Session session = new Session()) {
      NotebookRunner runner = new NotebookRunner(session::run, new ProgressListener() {});
      assertNull(runner.run(NotebookFile.parse(SEED, "seed")));
      Outcome.Failure failure = runner.run(notebook);
      assertNull(failure, () -> String.join("\n", failure.traceback()));
      models = TrainedModels.of(session.variables());
    }
  }

  private static String shown(NotebookFile.Cell cell) {
    StringBuilder text = new StringBuilder();
    for (JsonNode output : cell.outputs()) {
      text.append(NotebookFile.text(output.path("text")));
      text.append(NotebookFile.text(output.path("data").path("text/plain"))).append('\n');
    }
    return text.toString();
  }

  private static Stream<String> outputsOf(String call) {
    return notebook.cells().stream()
        .filter(cell -> cell.isCode() && cell.source().contains(call))
        .map(CourseNotebookTest::shown);
  }

  @Test
  void theFourModelsAreTrained() {
    List<String> names = models.rows().stream().map(TrainedModels.Row::model).toList();
    assertEquals(List.of("SimpleRNN", "LSTM", "GRU", "Bidirectional"), names);
    models.rows().forEach(row -> assertTrue(row.stepMillis() > 0, row.toString()));
    double enough = real ? 0.75 : 0.5;
    models.rows().forEach(row -> assertTrue(row.best() >= enough, row.toString()));
    if (real) {
      List<Long> parameters = models.rows().stream().map(TrainedModels.Row::parameters).toList();
      assertEquals(List.of(370_689L, 444_801L, 420_481L, 543_745L), parameters);
    }
  }

  @Test
  void theyTellAHatedMealFromALovedRestaurant() {
    List<String> predictions = outputsOf("I hate this meal").toList();
    assertEquals(4, predictions.size());
    for (String shown : predictions) {
      Matcher pair = PREDICTIONS.matcher(shown);
      assertTrue(pair.find(), shown);
      double hated = Double.parseDouble(pair.group(1));
      double loved = Double.parseDouble(pair.group(2));
      // Eighty steps on the small corpus teach the order, not the certainty.
      assertTrue(real ? hated < 0.2 && loved > 0.9 : hated < loved, shown);
    }
  }

  @Test
  void theVocabularyAndTheVectorizedTextAreTheReferences() {
    if (real) {
      assertEquals("5404", outputsOf("len(vectorize_layer").findFirst().orElseThrow().strip());
      String vectorized = outputsOf("vectorize_layer(input_text)").findFirst().orElseThrow();
      assertTrue(vectorized.contains("[[18, 19, 26],"), vectorized);
      assertTrue(vectorized.contains("[ 1,  1,  0]]"), vectorized);
    }
  }

  @Test
  void progressLeavesOneLineAnEpoch() {
    outputsOf(".fit(")
        .forEach(
            shown -> {
              assertEquals(10, shown.lines().filter(line -> line.startsWith("Epoch ")).count());
              assertEquals(10, shown.lines().filter(line -> line.contains("val_loss")).count());
            });
  }

  @Test
  void thePageHoldsEveryOutput() throws IOException {
    String page = NotebookPage.render(notebook, "x");
    assertTrue(page.contains("<title>Recurrent neural networks for text</title>"));
    assertTrue(page.contains("Total params:") && page.contains("katex.render"));
  }
}
