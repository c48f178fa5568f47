package io.nyala.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.nyala.kernel.wire.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.adapters.HistoryRequestAdapter;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/** Reads the bodies of requests into the base kernel's classes. */
final class Requests {

  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(HistoryRequest.class, HistoryRequestAdapter.INSTANCE)
          .create();

  private Requests() {}

  /**
   * The body of a request.
   *
   * @throws IllegalArgumentException if a member is of the wrong type
   */
  static <T> T body(Message request, Class<T> type) {
    try {
      return GSON.fromJson(request.content(), type);
    } catch (RuntimeException e) {
      throw wrong(request, e);
    }
  }

  /**
   * The body of an execute request; what it leaves out has the protocol's defaults.
   *
   * @throws IllegalArgumentException if a member is of the wrong type, or the code is missing
   */
  static ExecuteRequest execute(Message request) {
    JsonObject content = request.content();
    try {
      JsonElement code = content.get("code");
      return new ExecuteRequest(
          requireCode(request, code == null || code.isJsonNull() ? null : text(code)),
          flag(content, "silent", false),
          flag(content, "store_history", true),
          expressions(content.get("user_expressions")),
          flag(content, "allow_stdin", true),
          flag(content, "stop_on_error", true));
    } catch (IllegalStateException | UnsupportedOperationException e) {
      throw wrong(request, e);
    }
  }

  private static String text(JsonElement given) {
    if (!given.isJsonPrimitive()) {
      throw new IllegalStateException("expected a text, received " + given);
    }
    return given.getAsString();
  }

  private static boolean flag(JsonObject content, String name, boolean otherwise) {
    JsonElement given = content.get(name);
    if (given == null || given.isJsonNull()) {
      return otherwise;
    }
    if (!given.isJsonPrimitive() || !given.getAsJsonPrimitive().isBoolean()) {
      throw new IllegalStateException("expected " + name + " to be a boolean, received " + given);
    }
    return given.getAsBoolean();
  }

  private static Map<String, String> expressions(JsonElement given) {
    Map<String, String> all = new LinkedHashMap<>();
    if (given != null && !given.isJsonNull()) {
      given.getAsJsonObject().entrySet().forEach(e -> all.put(e.getKey(), text(e.getValue())));
    }
    return all;
  }

  /**
   * Insists on code.
   *
   * @throws IllegalArgumentException if it is missing
   */
  static String requireCode(Message request, String code) {
    if (code == null) {
      throw new IllegalArgumentException(request.type() + " has no code");
    }
    return code;
  }

  private static IllegalArgumentException wrong(Message request, RuntimeException e) {
    return new IllegalArgumentException(
        "the content of " + request.type() + " is not as the protocol says: " + e.getMessage(), e);
  }
}
