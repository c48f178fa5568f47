package io.nyala.keras.utils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.keras.KerasException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgbarTest {

  static List<JsonNode> bars() {
    List<JsonNode> all = new ArrayList<>();
    Golden.read("progress").get("bars").forEach(all::add);
    return all;
  }

  @ParameterizedTest
  @MethodSource("bars")
  void writesWhatKerasWrites(JsonNode golden) {
    StringBuilder written = new StringBuilder();
    double[] now = {0};
    Integer target = golden.get("target").isNull() ? null : golden.get("target").asInt();
    Progbar bar =
        new Progbar(
            target,
            20,
            golden.get("verbose").asInt(),
            0.05,
            null,
            "step",
            written::append,
            () -> now[0]);
    for (JsonNode update : golden.get("updates")) {
      now[0] = update.get("seconds").asDouble();
      Map<String, Object> values = new LinkedHashMap<>();
      update.get("values").forEach(v -> values.put(v.get(0).asText(), Golden.number(v.get(1))));
      if (target == null && update.get("finalize").asBoolean()) {
        bar.target(update.get("step").asInt());
      }
      bar.update(update.get("step").asInt(), values, update.get("finalize").asBoolean());
      assertEquals(
          update.get("written").asText(), written.toString(), "step " + update.get("step"));
      written.setLength(0);
    }
  }

  @Test
  void figuresThatAreNotStatefulAreAveraged() {
    StringBuilder written = new StringBuilder();
    Progbar bar = new Progbar(4, 20, 1, 0, Set.of("kept"), "step", written::append, () -> 1.0);
    bar.update(2, Map.of("a", 1.0), false);
    written.setLength(0);
    bar.update(3, Map.of("a", 4.0), false);
    assertEquals(true, written.toString().endsWith(" - a: 2.0000"), written.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0.03125, 4, 0.0312, 3.1250e-02",
    "0.53125, 4, 0.5312, 5.3125e-01",
    "2.5, 0, 2, 2e+00",
    "-0.00012345678, 4, -0.0001, -1.2346e-04",
    "0, 4, 0.0000, 0.0000e+00",
    "99999.96, 1, 100000.0, 1.0e+05",
    "NaN, 4, nan, nan",
    "-Infinity, 4, -inf, -inf"
  })
  void numbersAreRoundedAsInPython(double x, int digits, String fixed, String scientific) {
    assertEquals(fixed, PythonFormat.fixed(x, digits));
    assertEquals(scientific, PythonFormat.scientific(x, digits));
  }

  @Test
  void templatesAreFilledAsInPython() {
    Map<String, Number> values = Map.of("epoch", 3, "val_loss", 0.12567, "acc", 0.5);
    assertEquals(
        "m-03-0.13-{x}-0.5.keras",
        PythonFormat.format("m-{epoch:02d}-{val_loss:.2f}-{{x}}-{acc}.keras", values));
    assertEquals("1.26e-01|   3", PythonFormat.format("{val_loss:.2e}|{epoch:4d}", values));
    assertThrows(KerasException.class, () -> PythonFormat.format("{loss}", values));
    assertThrows(KerasException.class, () -> PythonFormat.format("{acc:02d}", values));
  }
}
