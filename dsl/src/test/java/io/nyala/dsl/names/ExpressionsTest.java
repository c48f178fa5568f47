package io.nyala.dsl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expressions of {@code tf}, {@code np} and {@code keras}, held to what Python answers. */
class ExpressionsTest {

  @Test
  void answerAsInPython() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (JsonNode group : golden().get("groups")) {
      try (Cells cells = new Cells()) {
        group.get("setup").forEach(line -> cells.run(line.asText()));
        for (JsonNode golden : group.get("cases")) {
          String code = golden.get(0).asText();
          String found = answer(cells, code);
          count++;
          if (!found.equals(golden.get(1).asText()) && !near(found, golden.get(1).asText())) {
            wrong.add(code + "\n  expected " + golden.get(1).asText() + "\n  found    " + found);
          }
        }
      }
    }
    assertTrue(count > 300);
    assertEquals("", String.join("\n", wrong), wrong.size() + " of " + count);
  }

  private static String answer(Cells cells, String code) {
    try {
      return cells.repr(code);
    } catch (AssertionError e) {
      return e.getMessage();
    }
  }

  /** Whether two texts differ only in the last digits of numbers. */
  private static boolean near(String found, String expected) {
    String[] a = found.split("[\\s,()\\[\\]=>]+");
    String[] b = expected.split("[\\s,()\\[\\]=>]+");
    boolean same = a.length == b.length;
    for (int i = 0; same && i < a.length; i++) {
      same = a[i].equals(b[i]) || near(number(a[i]), number(b[i]));
    }
    return same;
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= 3e-7 * Math.max(1, Math.abs(b));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static JsonNode golden() throws IOException {
    try (InputStream in = ExpressionsTest.class.getResourceAsStream("/golden/expressions.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  @Test
  void anyWordIsAKeyOfAMap() {
    try (Cells own = new Cells()) {
      own.run("m = [:]; for (k in ['class', 'metaClass', 'properties', 'empty']) { m[k] = k }");
      assertEquals("properties metaClass", own.run("print(m['properties'], m['metaClass'])"));
      assertEquals("None 4", own.run("print(m['size'], len(m))"));
    }
  }
}
