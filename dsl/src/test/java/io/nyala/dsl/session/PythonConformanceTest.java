package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nyala.dsl.lang.CellSyntaxError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Small programs and what CPython 3.11 printed for them; see src/test/python/conformance.py. */
class PythonConformanceTest {
  private static final String[] THEMES = {
    "numbers",
    "texts",
    "containers",
    "control",
    "functions",
    "classes",
    "errors",
    "iteration",
    "modules",
    "syntax",
    "syntax_errors",
    "more",
    "library",
    "matching",
    "more_classes",
    "more_containers",
    "more_functions",
    "more_numbers",
    "more_texts",
    "more_modules",
    "more_syntax_errors",
    "more_mixture",
    "quick",
    "wide",
    "libraries/numpy_arrays",
    "libraries/tensors",
    "libraries/keras_ops",
    "libraries/datasets"
  };

  private static Session session;

  @BeforeAll
  static void open() {
    session = new Session();
    session.setLanguage("python");
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Map<String, String> parts(String resource) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (var in =
        PythonConformanceTest.class.getResourceAsStream("/python/conformance/" + resource)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : all.split("(?m)^### ")) {
        int end = part.indexOf('\n');
        if (end > 0) {
          parts.put(part.substring(0, end), part.substring(end + 1));
        }
      }
    }
    return parts;
  }

  @TestFactory
  List<DynamicTest> printsWhatPythonPrints() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String theme : THEMES) {
      Map<String, String> expected = parts(theme + ".out");
      parts(theme + ".py")
          .forEach(
              (name, program) ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          theme + ": " + name,
                          () -> assertEquals(expected.get(name), printed(program), program))));
    }
    return tests;
  }

  private static String printed(String program) {
    session.reset();
    Recorder recorder = new Recorder();
    Outcome outcome = session.run(program, recorder);
    String end =
        outcome instanceof Outcome.Failure failure
            ? failure.name()
                + (failure.message().isEmpty() ? "" : ": " + failure.message())
                + (failure.cause() instanceof CellSyntaxError error
                    ? " (line " + error.line() + ")"
                    : "")
                + "\n"
            : "";
    return recorder.out + end;
  }
}
