package io.nyala.kernel;

import com.google.gson.JsonElement;
import io.nyala.kernel.history.History;
import io.nyala.kernel.history.HistoryItem;
import io.nyala.kernel.wire.Message;
import java.util.Arrays;
import java.util.List;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/** Answers for past cells. */
final class HistoryHandler implements Handler {

  private static final List<String> KINDS = List.of("range", "search", "tail");

  private final History history;

  HistoryHandler(History history) {
    this.history = history;
  }

  @Override
  public Reply handle(Message request) {
    requireKind(request);
    HistoryRequest body = Requests.body(request, HistoryRequest.class);
    List<List<Object>> entries =
        select(request, body).stream().map(item -> entry(item, body.includeOutput())).toList();
    return Reply.ok("history", entries);
  }

  private static void requireKind(Message request) {
    JsonElement kind = request.content().get("hist_access_type");
    boolean known = kind != null && kind.isJsonPrimitive() && KINDS.contains(kind.getAsString());
    if (!known) {
      throw new IllegalArgumentException(
          "hist_access_type of history_request is one of " + KINDS + "; received " + kind);
    }
  }

  private List<HistoryItem> select(Message request, HistoryRequest body) {
    if (body instanceof HistoryRequest.Range range) {
      int stop = isGiven(request, "stop") ? range.getStop() : Integer.MAX_VALUE;
      return history.range(range.getSessionIndex(), range.getStart(), stop);
    } else if (body instanceof HistoryRequest.Search search) {
      int n = isGiven(request, "n") ? search.getMaxReturnLength() : Integer.MAX_VALUE;
      String pattern = search.getPattern() == null ? "*" : search.getPattern();
      return history.search(pattern, n, search.filterUnique());
    }
    int n = ((HistoryRequest.Tail) body).getMaxReturnLength();
    return history.tail(isGiven(request, "n") && n >= 0 ? n : Integer.MAX_VALUE);
  }

  private static boolean isGiven(Message request, String member) {
    JsonElement value = request.content().get(member);
    return value != null && !value.isJsonNull();
  }

  private static List<Object> entry(HistoryItem item, boolean withOutput) {
    Object text = withOutput ? Arrays.asList(item.input(), item.output()) : item.input();
    return List.of(item.session(), item.line(), text);
  }
}
