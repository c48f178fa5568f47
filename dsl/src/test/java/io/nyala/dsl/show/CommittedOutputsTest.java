package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed notebooks read well where scripts, styles and drawings are taken out of them. */
class CommittedOutputsTest {

  @ParameterizedTest
  @ValueSource(strings = {"course-rnn", "rnn-chapter", "gallery"})
  void standWithoutStylesAndScripts(String name) throws IOException {
    String text = Files.readString(Path.of("..", "notebooks", name + ".ipynb"));
    Map<?, ?> notebook = new ObjectMapper().readValue(text, Map.class);
    int checked = 0;
    for (Object cell : (List<?>) notebook.get("cells")) {
      Object outputs = ((Map<?, ?>) cell).get("outputs");
      for (Object output : outputs == null ? List.of() : (List<?>) outputs) {
        if (((Map<?, ?>) output).get("data") instanceof Map<?, ?> data) {
          assertNotNull(data.get("text/plain"));
          if (data.get("text/html") != null) {
            Sanitized.check(whole(data.get("text/html")));
            checked++;
          }
        }
      }
    }
    assertTrue(checked > 10, checked + " outputs");
  }

  private static String whole(Object text) {
    return text instanceof List<?> lines
        ? String.join("", lines.stream().map(Object::toString).toList())
        : text.toString();
  }
}
