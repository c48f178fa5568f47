package io.nyala.kernel.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The few conversions to and from JSON that messages need. */
public final class Json {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private Json() {}

  /** The UTF-8 text of an element. */
  public static byte[] bytes(JsonElement element) {
    return GSON.toJson(element).getBytes(StandardCharsets.UTF_8);
  }

  /** The text of an element, on one line. */
  public static String text(JsonElement element) {
    return GSON.toJson(element);
  }

  /** An object with the given members: name, value, name, value, … */
  public static JsonObject object(Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add((String) namesAndValues[i], tree(namesAndValues[i + 1]));
    }
    return object;
  }

  /**
   * A plain value as JSON. What JSON cannot say stays valid: NaN and the infinities become null,
   * objects of other types their text.
   */
  public static JsonElement tree(Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    } else if (value instanceof JsonElement element) {
      return element;
    } else if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((k, v) -> object.add(String.valueOf(k), tree(v)));
      return object;
    } else if (value instanceof Iterable<?> items) {
      JsonArray array = new JsonArray();
      items.forEach(item -> array.add(tree(item)));
      return array;
    } else if (value instanceof Boolean bool) {
      return new JsonPrimitive(bool);
    } else if (value instanceof Number number) {
      return isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
    }
    return new JsonPrimitive(value.toString());
  }

  private static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }
}
