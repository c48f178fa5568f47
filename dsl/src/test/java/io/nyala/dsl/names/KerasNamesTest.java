package io.nyala.dsl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.dsl.names.keras.Keras;
import io.nyala.keras.args.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every public name of Keras is there in a cell, or refused by name with a reason. */
class KerasNamesTest {

  private static final Path SIGNATURES =
      Path.of("..", "engine", "src", "test", "resources", "golden", "signatures.json");

  @Test
  void everyNameIsThereOrRefused() throws IOException {
    JsonNode modules = new ObjectMapper().readTree(SIGNATURES.toFile()).get("modules");
    List<String> neither = new ArrayList<>();
    for (Iterator<String> names = modules.fieldNames(); names.hasNext(); ) {
      String module = names.next();
      for (Iterator<String> each = modules.get(module).fieldNames(); each.hasNext(); ) {
        String name = each.next();
        boolean here = Keras.names().find(module + "." + name).isPresent();
        if (!here && Refused.reason("keras." + module, name) == null) {
          neither.add(module + "." + name);
        }
      }
    }
    assertEquals(List.of(), neither);
  }

  @Test
  void nothingThatIsThereIsRefused() {
    List<String> both = new ArrayList<>();
    for (String module : Refused.modules()) {
      for (String name : Refused.of(module).keySet()) {
        String path = (module + "." + name).substring("keras.".length());
        if (Keras.names().find(path).isPresent()) {
          both.add(path);
        }
      }
    }
    assertEquals(List.of(), both);
  }

  @Test
  void theErrorSaysWhy() {
    try (Cells cells = new Cells()) {
      assertEquals(
          "NotImplementedError: keras.layers.Conv2D is not part of Nyala. It works on images or"
              + " video; Nyala covers sequences and text.",
          cells.error("keras.layers.Conv2D(3, 3)"));
      assertTrue(cells.error("keras.applications.VGG16()").startsWith("NotImplementedError"));
      assertTrue(cells.error("keras.layers.Con2D").contains("AttributeError"));
    }
  }

  @Test
  void lambdaLayersTakeArgumentsByName() {
    try (Cells cells = new Cells()) {
      cells.run("def times(x, k = 1) { x * k }");
      cells.run("y = keras.layers.Lambda(times, arguments = [k: 3])(tf.constant([[1.0, 2.0]]))");
      assertEquals("[[3. 6.]]", cells.run("print(y.numpy())"));
    }
  }

  @Test
  void tensorsTakenFromVariablesStayAsTheyWere() {
    try (Cells cells = new Cells()) {
      cells.run("v = tf.Variable([1.0, 2.0]); a = v.value(); b = tf.convert_to_tensor(v)");
      cells.run("keras.optimizers.SGD(0.5).apply_gradients([[tf.constant([1.0, 1.0]), v]])");
      assertEquals("[1. 2.] [1. 2.]", cells.run("print(a.numpy(), b.numpy())"));
      assertEquals("[0.5 1.5]", cells.run("print(v.numpy())"));
      cells.run("d = keras.layers.Dense(1); d.build((null, 2)); k = d.kernel.value");
      cells.run("before = k.numpy().copy(); o = keras.optimizers.Adam(0.5)");
      cells.run("o.apply_gradients([[tf.ones([2, 1]), d.kernel]])");
      assertEquals(
          "True False", cells.run("print(np.allclose(before, k), np.allclose(before, d.kernel))"));
    }
  }
}
