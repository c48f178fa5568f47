package io.nyala.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintingTest {

  @ParameterizedTest
  @ValueSource(strings = {"float32", "float64", "int32", "int64", "others"})
  void printsAsNumPyAndTensorFlow(String kind) {
    JsonNode cases = Golden.read("printing/" + kind).get("cases");
    assertTrue(cases.size() > 50);
    for (JsonNode golden : cases) {
      JsonNode form = golden.get("tensor");
      Tensor t = form.has("data") ? Golden.tensor(form) : computed(form);
      assertEquals(golden.get("array").asText(), NDArray.of(t).repr());
      assertEquals(golden.get("array_str").asText(), NDArray.of(t).toString());
      if (golden.has("tf")) {
        assertEquals(golden.get("tf").asText(), t.repr());
        assertEquals(golden.get("tf_str").asText(), t.toString());
      }
    }
  }

  @Test
  void printsVariables() {
    JsonNode golden = Golden.read("printing/variables");
    for (JsonNode v : golden.get("tf")) {
      String name = v.get("name").asText();
      assertEquals(
          v.get("text").asText(), Printing.tfVariable(name, Golden.tensor(v.get("tensor"))));
    }
    for (JsonNode v : golden.get("keras")) {
      String path = v.get("name").asText();
      assertEquals(
          v.get("text").asText(), Printing.kerasVariable(path, Golden.tensor(v.get("tensor"))));
    }
  }

  @Test
  void findsTheFewestDigits() {
    assertEquals("2e-44", Digits.text(2.0e-44f));
    assertEquals("1e-45", Digits.text(Float.MIN_VALUE));
    assertEquals("5e-324", Digits.text(Double.MIN_VALUE));
    assertEquals("3.4028235e+38", Digits.text(Float.MAX_VALUE));
    assertEquals("1.7976931348623157e+308", Digits.text(Double.MAX_VALUE));
    assertEquals("0.002", Digits.text(2e-3));
    assertEquals("2e+23", Digits.text(2e23));
    assertEquals("9007199254740992.0", Digits.text(9007199254740992.0));
    assertEquals("0.30000000000000004", Digits.text(0.1 + 0.2));
    assertEquals("-0.0", Digits.text(-0.0));
  }

  private static Tensor computed(JsonNode form) {
    DType type = DType.of(form.get("dtype").asText());
    Tensor out = Tensor.zeros(type, Golden.shape(form.get("shape")));
    for (int i = 0; i < out.elements(); i++) {
      if (form.has("step")) {
        out.put(i, i * form.get("step").asDouble());
        continue;
      }
      double value =
          (2 * Golden.uniform(form.get("seed").asLong(), i) - 1) * form.get("limit").asDouble();
      if (!form.get("digits").isNull()) {
        double scale = Math.pow(10, form.get("digits").asInt());
        value = Math.floor(value * scale + 0.5) / scale;
      }
      out.put(i, value);
    }
    return out;
  }
}
