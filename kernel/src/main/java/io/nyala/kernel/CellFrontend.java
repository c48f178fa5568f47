package io.nyala.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.widgets.Comms;
import io.nyala.kernel.wire.Channels;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * One cell's outputs, published as caused by the request that ran it. It outlives the cell: what a
 * background thread prints later still reaches the cell that started it.
 */
final class CellFrontend implements Frontend {

  private final Channels channels;
  private final Message request;
  private final Stdin stdin;
  private final StreamBatch streams;
  private final Comms comms;
  private final JsonArray payload = new JsonArray();

  /**
   * @param stdin asks the person; null if the front end does not allow it
   * @param comms opens lines to the front end's objects
   */
  CellFrontend(
      Channels channels,
      Message request,
      Stdin stdin,
      Comms comms,
      ScheduledExecutorService timer) {
    this.channels = channels;
    this.request = request;
    this.stdin = stdin;
    this.comms = comms;
    this.streams = new StreamBatch(timer, this::flush, this::sendStream);
  }

  @Override
  public synchronized void stream(Stream stream, String text) {
    streams.append(stream, text);
  }

  private void sendStream(Stream stream, String text) {
    String name = stream.name().toLowerCase(Locale.ROOT);
    channels.publish("stream", request.header(), Json.object("name", name, "text", text));
  }

  @Override
  public Optional<Comms> comms() {
    return Optional.of(comms);
  }

  @Override
  public String request() {
    return request.header().get("msg_id").getAsString();
  }

  @Override
  public synchronized void flush() {
    streams.flush();
  }

  @Override
  public void display(MimeBundle bundle, String displayId) {
    publish("display_data", displayContent(bundle, displayId));
  }

  @Override
  public void updateDisplay(MimeBundle bundle, String displayId) {
    publish("update_display_data", displayContent(bundle, displayId));
  }

  private static JsonObject displayContent(MimeBundle bundle, String displayId) {
    JsonObject content = bundleContent(bundle);
    JsonObject fleeting = new JsonObject();
    if (displayId != null) {
      fleeting.addProperty("display_id", displayId);
    }
    content.add("transient", fleeting);
    return content;
  }

  /** A bundle as the members {@code data} and {@code metadata}. */
  static JsonObject bundleContent(MimeBundle bundle) {
    return Json.object("data", bundle.data(), "metadata", bundle.metadata());
  }

  @Override
  public void clearOutput(boolean wait) {
    publish("clear_output", Json.object("wait", wait));
  }

  /** Publishes the cell's value, together with the reply, which follows at once. */
  synchronized void result(int executionCount, MimeBundle bundle) {
    JsonObject content = bundleContent(bundle);
    content.addProperty("execution_count", executionCount);
    streams.flush();
    channels.publishWithNext("execute_result", request.header(), content);
  }

  @Override
  public void error(Outcome.Failure failure) {
    publish("error", errorContent(failure));
  }

  /** An error as the members {@code ename}, {@code evalue} and {@code traceback}. */
  static JsonObject errorContent(Outcome.Failure failure) {
    return Json.object(
        "ename", String.valueOf(failure.name()),
        "evalue", failure.message() == null ? "" : failure.message(),
        "traceback", failure.traceback());
  }

  @Override
  public synchronized boolean offerCell(String code) {
    payload.add(Json.object("source", "set_next_input", "text", code, "replace", true));
    return true;
  }

  /** Puts help into the pager; of several pages the last one is shown, as in IPython. */
  @Override
  public synchronized void page(MimeBundle bundle) {
    JsonObject page = bundleContent(bundle);
    page.remove("metadata");
    page.addProperty("source", "page");
    page.addProperty("start", 0);
    for (int i = 0; i < payload.size(); i++) {
      if (payload.get(i).getAsJsonObject().get("source").getAsString().equals("page")) {
        payload.set(i, page);
        return;
      }
    }
    payload.add(page);
  }

  /** Has a console end, as {@code exit} alone in a cell means; notebooks pay no heed to it. */
  synchronized void askExit() {
    payload.add(Json.object("source", "ask_exit", "keepkernel", false));
  }

  /** What the reply asks of the front end. */
  synchronized JsonArray payload() {
    return payload.deepCopy();
  }

  private synchronized void publish(String type, JsonObject content) {
    streams.flush();
    channels.publish(type, request.header(), content);
  }

  @Override
  public String readLine(String prompt, boolean password) throws IOException {
    if (stdin == null) {
      throw new IOException(
          "input() was called, but this front end does not support input requests");
    }
    flush();
    return stdin.ask(request, prompt == null ? "" : prompt, password);
  }
}
