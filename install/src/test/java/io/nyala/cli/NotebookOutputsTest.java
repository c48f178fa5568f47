package io.nyala.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.cli.notebook.NotebookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The notebooks as they are committed: with their outputs, fit to be read before anyone runs them.
 */
class NotebookOutputsTest {
  /** An address that is neither data nor a part of the same drawing, which may be encoded. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:src|href)=\\\\?[\"'](?!#|%23|data:)|url\\((?!\\\\?[\"']?(?:#|%23|data:))");

  private static final Pattern OF_A_MACHINE =
      Pattern.compile("/home/|/root/|/tmp/|/work/|/Users/|[A-Z]:\\\\\\\\Users|file://");

  @ParameterizedTest
  @CsvSource({"course-rnn, 1500000", "rnn-chapter, 1500000", "gallery, 1500000"})
  void readWellAsTheyAre(String name, long most) throws IOException {
    Path file = Path.of("..", "notebooks", name + ".ipynb");
    assertTrue(Files.size(file) < most, name + " has " + Files.size(file) + " bytes");
    for (NotebookFile.Cell cell : NotebookFile.read(file).cells()) {
      if (!cell.isCode()) {
        continue;
      }
      assertNotNull(cell.executionCount(), "has not run: " + cell.source());
      for (JsonNode output : cell.outputs()) {
        assertFalse(output.path("output_type").asText().equals("error"), cell.source());
        assertFalse(output.path("name").asText().equals("stderr"), cell.source());
        String all = output.toString();
        assertFalse(OF_A_MACHINE.matcher(all).find(), "names a machine's folder: " + cell.source());
        assertFalse(ELSEWHERE.matcher(all).find(), "refers elsewhere: " + cell.source());
        assertFalse(all.contains("<script"), "holds a script: " + cell.source());
        boolean shown = output.has("data");
        assertEquals(shown, output.path("data").has("text/plain"), "no text: " + cell.source());
      }
    }
  }
}
