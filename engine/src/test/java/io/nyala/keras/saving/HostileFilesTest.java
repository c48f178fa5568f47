package io.nyala.keras.saving;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, or made to do harm, are refused with a word on why. */
class HostileFilesTest {

  @TempDir Path directory;

  private static final List<String> PARTS =
      List.of("metadata.json", "config.json", "model.weights.h5");

  private Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (Archive archive = new Archive(SavedCases.path("text.keras"))) {
      PARTS.forEach(name -> parts.put(name, archive.read(name)));
      for (String place : List.of("", "/_lookup_layer")) {
        String folder = "assets/layers/text_vectorization" + place;
        archive.folder(folder).forEach((name, content) -> parts.put(folder + "/" + name, content));
      }
    }
    return parts;
  }

  private Path write(Map<String, byte[]> parts) throws IOException {
    Path file = directory.resolve("hostile.keras");
    Archive.write(file, parts);
    return file;
  }

  private String refusal(Path file) {
    KerasException refused = assertThrows(KerasException.class, () -> Saving.load(file));
    return refused.getMessage();
  }

  private String refusal(UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> parts = parts();
    String config = new String(parts.get("config.json"), StandardCharsets.UTF_8);
    String changed = change.apply(config);
    assertTrue(!changed.equals(config), "the test did not change the config");
    parts.put("config.json", changed.getBytes(StandardCharsets.UTF_8));
    return refusal(write(parts));
  }

  private static void assertSays(String message, String... words) {
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  @Test
  void theUnchangedPartsOpen() throws IOException {
    SavedCases.assertPredicts("text.keras", Saving.load(write(parts())), 1e-6);
  }

  @Test
  void refusesEntriesThatLeadOut() throws IOException {
    for (String name : List.of("assets/../../evil.txt", "/etc/evil", "a\\..\\evil", "C:evil")) {
      Map<String, byte[]> parts = parts();
      parts.put(name, new byte[1]);
      assertSays(refusal(write(parts)), "leads out of the archive");
    }
  }

  @Test
  void refusesBombs() throws IOException {
    Path file = directory.resolve("bomb.keras");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("config.json"));
      byte[] spaces = new byte[1 << 20];
      Arrays.fill(spaces, (byte) ' ');
      for (int i = 0; i < 64; i++) {
        zip.write(spaces);
      }
      zip.closeEntry();
    }
    assertSays(refusal(file), "would swell");
  }

  @Test
  void refusesCode() throws IOException {
    String lambda =
        "{\"module\":\"keras.layers\",\"class_name\":\"Lambda\",\"config\":{\"function\":"
            + "{\"class_name\":\"__lambda__\",\"config\":{\"code\":\"4wEAAAA=\"}}}},";
    assertSays(refusal(c -> c.replaceFirst("\"layers\": \\[", "\"layers\": [" + lambda)), "Lambda");
    assertSays(
        refusal(
            c ->
                c.replace(
                    "\"relu\"", "{\"class_name\":\"__lambda__\",\"config\":{\"code\":\"4w\"}}")),
        "Lambda");
    assertSays(
        refusal(c -> c.replace("\"class_name\": \"GRU\"", "\"class_name\": \"Backdoor\"")),
        "'Backdoor'",
        "Nyala does not have");
    assertSays(
        refusal(c -> c.replaceFirst("\"Sequential\"", "\"MyModel\"")), "'MyModel'", "load_weights");
    assertSays(
        refusal(c -> c.replace("\"vocabulary\": null", "\"vocabulary\": \"/etc/passwd\"")),
        "/etc/passwd",
        "not read");
  }

  @Test
  void refusesWhatIsNotSupported() throws IOException {
    assertSays(refusal(c -> c.replace("\"reset_after\": false", "\"tilt\": 3")), "GRU", "`tilt`=3");
  }

  @Test
  void refusesAbsurdShapes() throws IOException {
    for (String units : List.of("2000000000", "100000000", "1000000")) {
      assertSays(refusal(c -> c.replace("\"input_dim\": 12", "\"input_dim\": " + units)), "shape");
    }
    refusal(c -> c.replace("\"input_dim\": 12", "\"input_dim\": -1"));
    assertSays(refusal(c -> c.replace("\"input_dim\": 12", "\"input_dim\": 13")), "(12, 4)");
    refusal(c -> "[".repeat(100_000) + c);
    refusal(c -> "{\"a\":".repeat(900) + "1" + "}".repeat(900));
    refusal(c -> c.substring(0, c.length() / 2));
    refusal(c -> "null");
    refusal(c -> "{}");
  }

  @Test
  void refusesMissingParts() throws IOException {
    for (String part : parts().keySet()) {
      if (!part.equals("metadata.json") && !part.contains("_lookup_layer")) {
        Map<String, byte[]> parts = parts();
        parts.remove(part);
        if (part.startsWith("assets")) {
          parts.keySet().removeIf(name -> name.startsWith("assets"));
        }
        refusal(write(parts));
      }
    }
  }

  @Test
  void refusesFilesCutShort() throws IOException {
    for (String name : List.of("text.keras", "legacy.h5")) {
      byte[] whole = Files.readAllBytes(SavedCases.path(name));
      Path file = directory.resolve(name);
      for (int i = 0; i < 24; i++) {
        Files.write(file, Arrays.copyOf(whole, (int) ((long) whole.length * i / 25)));
        refusal(file);
      }
    }
  }

  @Test
  void survivesDamage() throws IOException {
    byte[] whole = parts().get("model.weights.h5");
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 40; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Map<String, byte[]> parts = parts();
      parts.put("model.weights.h5", damaged);
      try {
        Saving.load(write(parts));
      } catch (KerasException refused) {
        assertTrue(refused.getMessage().length() > 20);
      }
    }
  }

  /** Any value of the description in place of any other: opened or refused, never anything else. */
  @Test
  void survivesAbsurdValues() throws IOException {
    Map<String, byte[]> parts = parts();
    String config = new String(parts.get("config.json"), StandardCharsets.UTF_8);
    List<String> absurd =
        List.of("null", "-1", "1e308", "2000000000", "99999999999999999999", "[]", "{}", "\"x\"");
    Matcher value =
        Pattern.compile("(?<=: )(\"[^\"]*\"|-?[0-9.e-]+|null|true|false)").matcher(config);
    for (int i = 0; value.find(); i++) {
      String changed =
          config.substring(0, value.start())
              + absurd.get(i % absurd.size())
              + config.substring(value.end());
      parts.put("config.json", changed.getBytes(StandardCharsets.UTF_8));
      try {
        Saving.load(write(parts));
      } catch (KerasException refused) {
        assertTrue(refused.getMessage().length() > 20);
      }
    }
  }

  @Test
  void countsWhatWeightsAreMade() {
    Tensor few = WeightBudget.within(10, () -> Tensor.zeros(3, 3));
    assertTrue(few.elements() == 9);
    assertThrows(
        KerasException.class,
        () ->
            WeightBudget.within(
                10,
                () -> {
                  WeightBudget.take(Shape.of(1000, 1000));
                  return null;
                }));
    WeightBudget.take(Shape.of(1000, 1000));
  }
}
