package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Widgets of the real session, as a front end sees them on the wire. */
@Timeout(600)
final class WidgetsKernelTest extends WithRealSession {

  private List<Message> tell(String type, JsonObject content) throws Exception {
    return client.untilIdle(client.send(client.shell, type, content));
  }

  private List<Message> move(String id, Object state) throws Exception {
    Map<String, Object> data =
        Map.of("method", "update", "state", state, "buffer_paths", List.of());
    return tell("comm_msg", Json.object("comm_id", id, "data", data));
  }

  private static Message opened(Client.Exchange run, String model) {
    return run.outputs("comm_open").stream()
        .filter(each -> state(each).get("_model_name").getAsString().equals(model))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject state(Message message) {
    return message.content().getAsJsonObject("data").getAsJsonObject("state");
  }

  private static String id(Message opened) {
    return opened.content().get("comm_id").getAsString();
  }

  private static List<String> said(List<Message> messages) {
    return messages.stream()
        .filter(each -> !each.type().equals("status"))
        .map(
            each ->
                each.type().equals("comm_msg")
                    ? each.content().getAsJsonObject("data").get("method").getAsString()
                        + " "
                        + state(each)
                    : each.type().equals("stream")
                        ? each.content().get("text").getAsString()
                        : each.type())
        .toList();
  }

  @Test
  void aSliderIsOpenedShownAndMoved() throws Exception {
    Client.Exchange run =
        client.execute("s = IntSlider(max: 10)\ns.observe({ print(it.new) }, 'value')\ns");
    Message opened = opened(run, "IntSliderModel");
    assertEquals("jupyter.widget", opened.content().get("target_name").getAsString());
    assertEquals("2.1.0", opened.metadata().get("version").getAsString());
    JsonObject shown = run.outputs("execute_result").get(0).content().getAsJsonObject("data");
    assertEquals(
        id(opened),
        shown
            .getAsJsonObject("application/vnd.jupyter.widget-view+json")
            .get("model_id")
            .getAsString());
    assertEquals("IntSlider(value=0, max=10)", shown.get("text/plain").getAsString());
    assertEquals(
        List.of("echo_update {\"value\":4}", "4\n"), said(move(id(opened), Map.of("value", 4))));
  }

  @Test
  void anErrorInACallbackIsAnErrorMessage() throws Exception {
    Client.Exchange run =
        client.execute("b = Button()\nb.on_click { throw new IllegalStateException('no') }");
    JsonObject click =
        Json.object(
            "comm_id",
            id(opened(run, "ButtonModel")),
            "data",
            Map.of("method", "custom", "content", Map.of("event", "click")));
    assertEquals(List.of("error"), said(tell("comm_msg", click)));
    assertEquals("ok", client.execute("1 + 1").status());
  }

  @Test
  void aCallbackIsInterrupted() throws Exception {
    Client.Exchange run = client.execute("b = Button()\nb.on_click { while (true) { } }");
    JsonObject click =
        Json.object(
            "comm_id",
            id(opened(run, "ButtonModel")),
            "data",
            Map.of("method", "custom", "content", Map.of("event", "click")));
    Message sent = client.send(client.shell, "comm_msg", click);
    client.published(m -> m.type().equals("status") && Client.isParent(sent, m));
    client.ask(client.control, "interrupt_request", new JsonObject());
    List<Message> told = client.untilIdle(sent);
    Message error =
        told.stream().filter(each -> each.type().equals("error")).findFirst().orElseThrow();
    assertEquals("KeyboardInterrupt", error.content().get("ename").getAsString());
    assertEquals("ok", client.execute("1 + 1").status());
  }

  @Test
  void anOutputTakesTheMessagesOfItsRequest() throws Exception {
    Client.Exchange run = client.execute("interact(x: 1..9) { x -> print(\"x is $x\") }");
    String out = id(opened(run, "OutputModel"));
    String slider = id(opened(run, "IntSliderModel"));
    List<Message> moved = move(slider, Map.of("value", 8));
    assertEquals("echo_update {\"value\":8}", said(moved).get(0));
    List<Message> rest = moved.stream().filter(m -> !m.type().equals("status")).toList();
    String request = rest.get(0).parent().get("msg_id").getAsString();
    assertEquals(
        List.of(
            "update {\"msg_id\":\"" + request + "\"}",
            "clear_output",
            "x is 8\n",
            "update {\"msg_id\":\"\"}"),
        said(rest).subList(1, rest.size()));
    assertEquals(out, rest.get(1).content().get("comm_id").getAsString());
  }

  @Test
  void theFrontEndAsksForAllWidgets() throws Exception {
    Client.Exchange run = client.execute("IntSlider(3)");
    Map<String, Object> nothing = Map.of();
    JsonObject opening =
        Json.object("comm_id", "control", "target_name", "jupyter.widget.control", "data", nothing);
    client.untilIdle(
        client.send(client.shell, "comm_open", Json.object("version", "1.0.0"), opening));
    List<Message> told =
        tell(
            "comm_msg",
            Json.object("comm_id", "control", "data", Map.of("method", "request_states")));
    JsonObject data =
        told.stream()
            .filter(each -> each.type().equals("comm_msg"))
            .findFirst()
            .orElseThrow()
            .content()
            .getAsJsonObject("data");
    assertEquals("update_states", data.get("method").getAsString());
    assertTrue(data.getAsJsonObject("states").has(id(opened(run, "IntSliderModel"))));
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    Map<String, Object> nothing = Map.of();
    List<Message> told =
        tell(
            "comm_open",
            Json.object("comm_id", "c", "target_name", "jupyter.widget", "data", nothing));
    assertEquals("comm_close", told.get(1).type());
    assertTrue(said(told).get(1).contains("Incompatible widget protocol versions"), "told");
    assertEquals("ok", client.execute("1 + 1").status());
  }
}
