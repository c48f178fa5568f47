package io.nyala;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The golden files, and the tensors in them. */
public final class Golden {

  private Golden() {}

  /** A file of {@code golden/}, without its ending. */
  public static JsonNode read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of whole numbers as a shape. */
  public static Shape shape(JsonNode dims) {
    List<Integer> extents = new ArrayList<>();
    dims.forEach(dim -> extents.add(dim.isNull() ? null : dim.asInt()));
    return Shape.of(extents);
  }

  /** A tensor in the form {@code {"shape", "dtype", "data"}}. */
  public static Tensor tensor(JsonNode node) {
    DType type = DType.of(node.get("dtype").asText());
    Tensor out = Tensor.zeros(type, shape(node.get("shape")));
    JsonNode data = node.get("data");
    for (int i = 0; i < data.size(); i++) {
      if (type == DType.STRING) {
        out.strings()[i] = data.get(i).asText();
      } else if (type == DType.INT64) {
        out.longs()[i] = data.get(i).asLong();
      } else {
        out.put(i, number(data.get(i)));
      }
    }
    return out;
  }

  /** A number; not-a-number and the infinities are strings. */
  public static double number(JsonNode node) {
    if (node.isBoolean()) {
      return node.asBoolean() ? 1 : 0;
    }
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }

  /** Element {@code i} of the weight formula's numbers in [0, 1); see golden.py. */
  public static double uniform(long seed, int i) {
    long x = ((seed << 32) + i + 1) * 0x9E3779B97F4A7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    x = x ^ (x >>> 31);
    return (x >>> 11) * 0x1p-53;
  }

  /** A config as the engine takes it: maps, lists, numbers, texts, flags and nulls. */
  public static Map<String, Object> config(JsonNode node) {
    return new ObjectMapper().convertValue(node, new TypeReference<Map<String, Object>>() {});
  }

  /** A config in which all numbers are doubles rounded to float, so that two can be compared. */
  public static Object plain(Object value) {
    if (value instanceof Number number) {
      return (double) number.floatValue();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new TreeMap<>();
      map.forEach((key, each) -> copy.put(String.valueOf(key), plain(each)));
      return copy;
    }
    return value instanceof List<?> list ? list.stream().map(Golden::plain).toList() : value;
  }
}
