package io.nyala.cli.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Frontend.Stream;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.show.MimeBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner over a session of its own making, which does what a cell's first word says. */
class NotebookRunnerTest {

  private static Outcome play(String code, String name, Frontend to) {
    switch (code) {
      case "print" -> {
        to.stream(Stream.STDOUT, "one\n");
        to.stream(Stream.STDOUT, "two\n");
        to.stream(Stream.STDERR, "oh\n");
        to.stream(Stream.STDOUT, "three");
      }
      case "progress" -> {
        for (int i = 0; i < 5000; i++) {
          to.stream(Stream.STDOUT, "\rstep " + i + " of 5000, and so on");
        }
      }
      case "show" -> to.display(MimeBundle.text("first").with("text/html", "<b>1</b>"), "it");
      case "update" -> to.updateDisplay(MimeBundle.text("second"), "it");
      case "clear" -> {
        to.stream(Stream.STDOUT, "gone");
        to.clearOutput(true);
        to.stream(Stream.STDOUT, "here");
      }
      case "value" -> {
        return new Outcome.Value(7, MimeBundle.text("7"));
      }
      case "stop" -> {
        return new Outcome.Failure("KeyboardInterrupt", "", List.of("stopped"), null);
      }
      case "fail" -> {
        to.stream(Stream.STDOUT, "before");
        return new Outcome.Failure("ValueError", "no", List.of("Cell " + name, "no"), null);
      }
      default -> {
        return new Outcome.Value(null, null);
      }
    }
    return new Outcome.Value(null, null);
  }

  private final NotebookRunner runner =
      new NotebookRunner(NotebookRunnerTest::play, new ProgressListener() {});

  private static String cell(String code, String... tags) {
    String tagList = tags.length == 0 ? "" : "\"" + String.join("\", \"", tags) + "\"";
    return """
        {"cell_type": "code", "execution_count": 9, "outputs": [{"output_type": "stream"}],
         "metadata": {"tags": [%s]}, "source": ["%s"]}"""
        .formatted(tagList, code);
  }

  private static NotebookFile notebook(String... cells) throws IOException {
    String json =
        "{\"cells\": [%s], \"metadata\": {\"kept\": [1]}, \"nbformat\": 4, \"nbformat_minor\": 5}";
    return NotebookFile.parse(json.formatted(String.join(",", cells)), "test");
  }

  private JsonNode outputsOf(String... codes) throws IOException {
    NotebookFile file = notebook(codes);
    assertNull(runner.run(file));
    return file.cells().get(0).outputs();
  }

  @Test
  void neighbouringTextOfOneStreamIsOneOutput() throws IOException {
    JsonNode outputs = outputsOf(cell("print"));
    assertEquals(3, outputs.size());
    assertEquals("stdout", outputs.at("/0/name").asText());
    assertEquals("[\"one\\n\",\"two\\n\"]", outputs.at("/0/text").toString());
    assertEquals("stderr", outputs.at("/1/name").asText());
    assertEquals("three", outputs.at("/2/text/0").asText());
  }

  @Test
  void rewrittenProgressLeavesItsLastState() throws IOException {
    JsonNode outputs = outputsOf(cell("progress"));
    assertEquals(1, outputs.size());
    assertEquals("[\"step 4999 of 5000, and so on\"]", outputs.at("/0/text").toString());
  }

  @Test
  void aLaterCellUpdatesADisplay() throws IOException {
    JsonNode outputs = outputsOf(cell("show"), cell("update"));
    assertEquals("display_data", outputs.at("/0/output_type").asText());
    assertEquals("{\"text/plain\":[\"second\"]}", outputs.at("/0/data").toString());
  }

  @Test
  void clearedOutputGoesWhenTheNextComes() throws IOException {
    JsonNode outputs = outputsOf(cell("clear"));
    assertEquals(1, outputs.size());
    assertEquals("here", outputs.at("/0/text/0").asText());
  }

  @Test
  void aValueIsAnExecuteResultWithItsNumber() throws IOException {
    NotebookFile file = notebook(cell("quiet"), cell("value"));
    assertNull(runner.run(file));
    JsonNode result = file.cells().get(1).outputs().get(0);
    assertEquals("execute_result", result.path("output_type").asText());
    assertEquals(2, result.path("execution_count").intValue());
    assertEquals(2, file.cells().get(1).executionCount());
  }

  @Test
  void anErrorStopsTheRunAndIsRecorded() throws IOException {
    NotebookFile file = notebook(cell("value"), cell("fail"), cell("value"));
    Outcome.Failure failure = runner.run(file);
    assertNotNull(failure);
    JsonNode outputs = file.cells().get(1).outputs();
    assertEquals("before", outputs.at("/0/text/0").asText());
    assertEquals("ValueError", outputs.at("/1/ename").asText());
    assertEquals("Cell In [2]", outputs.at("/1/traceback/0").asText());
    assertTrue(file.cells().get(2).outputs().isEmpty(), "outputs of an earlier run must go");
    assertNull(file.cells().get(2).executionCount());
  }

  @Test
  void tagsLetACellFailOrBeLeftOut() throws IOException {
    NotebookFile file =
        notebook(cell("fail", "raises-exception"), cell("fail", "skip-execution"), cell("value"));
    assertNull(runner.run(file));
    assertEquals(2, file.cells().get(2).executionCount());
  }

  @Test
  void noTagOutlivesCtrlC() throws IOException {
    NotebookFile file = notebook(cell("stop", "raises-exception"), cell("value"));
    assertNotNull(runner.run(file));
    assertNull(file.cells().get(1).executionCount());
  }

  @Test
  void whatTheNotebookHoldsBesidesIsKept(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("a b.ipynb");
    notebook("{\"cell_type\": \"markdown\", \"source\": \"é\", \"x\": null}").write(path);
    assertEquals("{\"kept\":[1]}", NotebookFile.read(path).metadata().toString());
    String text = Files.readString(path);
    assertTrue(text.startsWith("{\n \"cells\": [\n  {\n"), text);
    assertTrue(text.contains("\"source\": \"é\"") && text.endsWith("}\n"), text);
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "no temporary file may stay");
    }
  }

  @Test
  void whatIsNoNotebookIsRefusedInWords() {
    assertMessage("{\"cells\": []}", "nbformat");
    assertMessage("{\"nbformat\": 3, \"worksheets\": []}", "nbformat 3");
    assertMessage("not json", "not a notebook");
    assertMessage("[]", "not a notebook");
    IOException missing =
        assertThrows(IOException.class, () -> NotebookFile.read(Path.of("no", "such.ipynb")));
    assertTrue(missing.getMessage().contains("There is no notebook"), missing.getMessage());
  }

  private static void assertMessage(String json, String part) {
    IOException error = assertThrows(IOException.class, () -> NotebookFile.parse(json, "x.ipynb"));
    assertTrue(error.getMessage().contains(part), error.getMessage());
    assertTrue(error.getMessage().contains("x.ipynb"), error.getMessage());
  }

  @Test
  void jsonOutputsStayJson() throws IOException {
    NotebookRunner json =
        new NotebookRunner(
            (code, name, to) -> {
              Object content = Map.of("a", List.of(1, 2));
              return new Outcome.Value(0, MimeBundle.text("x").with("application/json", content));
            },
            new ProgressListener() {});
    NotebookFile file = notebook(cell("any"));
    json.run(file);
    JsonNode data = file.cells().get(0).outputs().at("/0/data");
    assertEquals("{\"application/json\":{\"a\":[1,2]},\"text/plain\":[\"x\"]}", data.toString());
  }

  @Test
  void theLanguageIsTheKernels() throws IOException {
    assertEquals("python", language("{\"kernelspec\": {\"name\": \"python3\"}}"));
    assertEquals("python", language("{\"language_info\": {\"name\": \"python\"}}"));
    assertEquals("groovy", language("{\"kernelspec\": {\"name\": \"nyala\"}}"));
    assertEquals("groovy", language("{}"));
  }

  private static String language(String metadata) throws IOException {
    String json =
        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [], \"metadata\": " + metadata + "}";
    return NotebookFile.parse(json, "some.ipynb").language();
  }
}
