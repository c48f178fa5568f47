package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs of many small cases and what Keras gives for them; see src/test/python/probes.py. */
class PythonProbesTest {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:\\d+\\.\\d*(?:e[+-]?\\d+)?|\\d+e[+-]?\\d+|\\d+)|\\b-?(?:nan|inf)\\b");

  private static String resource(String name) throws IOException {
    try (var in = PythonProbesTest.class.getResourceAsStream("/python/probes/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, String> cases(String printed) {
    Map<String, String> cases = new LinkedHashMap<>();
    printed
        .lines()
        .filter(line -> line.startsWith("CASE|"))
        .map(line -> line.split("\\|", 3))
        .forEach(parts -> cases.put(parts[1], parts[2]));
    return cases;
  }

  private static List<String> probes() throws IOException, URISyntaxException {
    Path folder = Path.of(PythonProbesTest.class.getResource("/python/probes").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .map(name -> name.replace(".py", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("probes")
  void givesWhatKerasGives(String probe) throws IOException {
    try (Session session = new Session()) {
      session.setLanguage("python");
      Recorder recorder = new Recorder();
      Outcome outcome = session.run(resource("common.txt") + resource(probe + ".py"), recorder);
      assertFalse(outcome instanceof Outcome.Failure, () -> recorder.out + "\n" + outcome);
      Map<String, String> found = cases(recorder.out.toString());
      Map<String, String> expected = cases(resource(probe + ".out"));
      assertEquals(List.copyOf(expected.keySet()), List.copyOf(found.keySet()));
      expected.forEach((name, value) -> assertSame(name, value, found.get(name)));
    }
  }

  /** Texts are equal but for their numbers, which are near; errors are of the same kind. */
  private static void assertSame(String name, String expected, String found) {
    if (expected.startsWith("ERR ")) {
      assertEquals(kind(expected), kind(found), () -> name + ": " + found);
      return;
    }
    assertEquals(plain(expected), plain(found), () -> name + ": " + found);
    Matcher wanted = NUMBER.matcher(expected);
    Matcher got = NUMBER.matcher(found);
    while (wanted.find() && got.find()) {
      double a = number(wanted.group());
      double b = number(got.group());
      boolean near = Math.abs(a - b) <= 2e-5 + 1e-4 * Math.abs(a) || Double.compare(a, b) == 0;
      assertTrue(near, () -> name + ": expected " + expected + "\nbut was " + found);
    }
  }

  private static String plain(String text) {
    return NUMBER.matcher(text).replaceAll("#");
  }

  /** TensorFlow's own error for arguments that do not fit is a ValueError here. */
  private static String kind(String error) {
    return error.split(":")[0].replace("InvalidArgumentError", "ValueError");
  }

  private static double number(String text) {
    return text.endsWith("nan")
        ? Double.NaN
        : text.endsWith("inf")
            ? text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
            : Double.parseDouble(text);
  }
}
