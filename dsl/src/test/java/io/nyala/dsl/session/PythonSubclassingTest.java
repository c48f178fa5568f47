package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Models, layers and callbacks that a Python cell derives from Keras' own. The expected lines are
 * what the same program printed under Keras 3.15.1 on TensorFlow 2.21.
 */
class PythonSubclassingTest {

  private static String resource(String name) throws IOException {
    try (var in = PythonSubclassingTest.class.getResourceAsStream("/python/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void derivedClassesDoWhatTheyDoInKeras() throws IOException {
    assertPrints("subclassing");
  }

  @Test
  void derivedClassesGoThroughModelFiles() throws IOException {
    assertPrints("custom_objects");
  }

  @Test
  void modelsAreMadeFromModelsConfigsAndText() throws IOException {
    assertPrints("models");
  }

  @Test
  void ownFunctionsOfEveryKindGoThroughModelFiles() throws IOException {
    assertPrints("own_parts");
  }

  private static void assertPrints(String program) throws IOException {
    try (Session session = new Session()) {
      session.setLanguage("python");
      Recorder recorder = new Recorder();
      Outcome outcome = session.run(resource(program + ".py"), recorder);
      assertFalse(outcome instanceof Outcome.Failure, () -> recorder.out + "\n" + outcome);
      assertEquals(resource(program + ".out"), recorder.out.toString());
    }
  }
}
