package io.nyala.kernel;

import com.google.gson.JsonObject;
import io.nyala.kernel.wire.Json;
import java.util.List;

/** The body and metadata of an answer; the body always says its status. */
record Reply(JsonObject content, JsonObject metadata) {

  Reply(JsonObject content) {
    this(content, new JsonObject());
  }

  /** Success, with the given members: name, value, name, value, … */
  static Reply ok(Object... namesAndValues) {
    JsonObject content = Json.object(namesAndValues);
    content.addProperty("status", "ok");
    return new Reply(content);
  }

  /** A request that could not be served. */
  static Reply error(String name, String message) {
    return new Reply(
        Json.object(
            "status", "error", "ename", name, "evalue", message, "traceback", List.of(message)));
  }
}
