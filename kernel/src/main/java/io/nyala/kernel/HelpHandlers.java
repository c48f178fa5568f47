package io.nyala.kernel;

import com.google.gson.JsonObject;
import io.nyala.dsl.session.Completeness;
import io.nyala.dsl.session.Completions;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.dflib.jjava.jupyter.messages.request.IsCompleteRequest;

/** Help at the keyboard: Tab, Shift-Tab, and whether Enter should run the code. */
final class HelpHandlers {

  private final Evaluator evaluator;

  HelpHandlers(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Reply complete(Message request) {
    CompleteRequest body = Requests.body(request, CompleteRequest.class);
    String code = Requests.requireCode(request, body.getCode());
    Completions found = evaluator.complete(code, cursor(request, code, body.getCursorPos()));
    int start = TextOffsets.toCodePoints(code, found.start());
    int end = TextOffsets.toCodePoints(code, found.end());
    List<String> matches = new ArrayList<>();
    List<Map<String, Object>> types = new ArrayList<>();
    for (Completions.Match match : found.matches()) {
      matches.add(match.text());
      types.add(
          Map.of(
              "start",
              start,
              "end",
              end,
              "text",
              match.text(),
              "type",
              kind(match.type()),
              "signature",
              match.signature() == null ? "" : match.signature()));
    }
    return Reply.ok(
        "matches", matches,
        "cursor_start", start,
        "cursor_end", end,
        "metadata", Map.of("_jupyter_types_experimental", types));
  }

  /** The word beside a candidate: front ends have room for one, and know Jedi's. */
  private static String kind(String type) {
    return type == null ? "" : type.equals("keyword argument") ? "param" : type;
  }

  Reply inspect(Message request) {
    InspectRequest body = Requests.body(request, InspectRequest.class);
    String code = Requests.requireCode(request, body.getCode());
    int cursor = cursor(request, code, body.getCursorPos());
    Optional<MimeBundle> help = evaluator.inspect(code, cursor, body.getDetailLevel());
    JsonObject content =
        help.map(CellFrontend::bundleContent)
            .orElseGet(() -> Json.object("data", Map.of(), "metadata", Map.of()));
    content.addProperty("found", help.isPresent());
    content.addProperty("status", "ok");
    return new Reply(content);
  }

  Reply isComplete(Message request) {
    IsCompleteRequest body = Requests.body(request, IsCompleteRequest.class);
    Completeness answer = evaluator.isComplete(Requests.requireCode(request, body.getCode()));
    JsonObject content = Json.object("status", answer.status().name().toLowerCase(Locale.ROOT));
    if (answer.status() == Completeness.Status.INCOMPLETE) {
      content.addProperty("indent", answer.indent() == null ? "" : answer.indent());
    }
    return new Reply(content);
  }

  /** The cursor in UTF-16 units; a request without one means the end of the code. */
  private static int cursor(Message request, String code, int codePoints) {
    return request.content().has("cursor_pos")
        ? TextOffsets.toUnits(code, codePoints)
        : code.length();
  }
}
