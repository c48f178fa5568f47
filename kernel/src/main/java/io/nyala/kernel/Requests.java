package io.nyala.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.nyala.kernel.wire.Message;
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
    return parse(request, request.content(), type);
  }

  /** The body of an execute request; what it leaves out has the protocol's defaults. */
  static ExecuteRequest execute(Message request) {
    JsonObject content = new JsonObject();
    content.addProperty("store_history", true);
    content.addProperty("allow_stdin", true);
    content.addProperty("stop_on_error", true);
    request.content().entrySet().forEach(e -> content.add(e.getKey(), e.getValue()));
    ExecuteRequest body = parse(request, content, ExecuteRequest.class);
    requireCode(request, body.getCode());
    return body;
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

  private static <T> T parse(Message request, JsonObject content, Class<T> type) {
    try {
      return GSON.fromJson(content, type);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "the content of " + request.type() + " is not as the protocol says: " + e.getMessage(),
          e);
    }
  }
}
