package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.nyala.dsl.session.Frontend;
import io.nyala.kernel.comm.Comm;
import io.nyala.kernel.history.History;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
final class CommsTest {

  private Kernel kernel;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    kernel = new Kernel(Client.anywhere(), new EchoEvaluator(), new History(null));
    kernel.start();
    client = new Client(kernel.connection());
    client.receive(client.iopub);
  }

  @AfterEach
  void stop() {
    client.close();
    kernel.close();
  }

  private List<Message> tell(String type, JsonObject content) throws Exception {
    return client.untilIdle(client.send(client.shell, type, content));
  }

  private static List<String> types(List<Message> messages) {
    return messages.stream().map(Message::type).filter(t -> !t.equals("status")).toList();
  }

  @Test
  void theFrontEndOpensTalksAndCloses() throws Exception {
    kernel
        .comms()
        .target(
            "echo",
            (comm, opening) -> {
              comm.onMessage(
                  message -> {
                    message.frontend().stream(Frontend.Stream.STDOUT, "heard");
                    comm.send(message.data(), new JsonObject(), List.of(new byte[] {7}));
                  });
              comm.onClose(m -> m.frontend().stream(Frontend.Stream.STDOUT, "bye"));
            });
    tell("comm_open", Json.object("comm_id", "c", "target_name", "echo", "data", Map.of()));
    JsonObject info =
        client
            .ask(client.shell, "comm_info_request", Json.object("target_name", "echo"))
            .reply()
            .content();
    assertEquals("{\"c\":{\"target_name\":\"echo\"}}", info.get("comms").toString());
    List<Message> answer = tell("comm_msg", Json.object("comm_id", "c", "data", Map.of("x", 1)));
    // What is printed is gathered for a while, so it may come before or after.
    assertEquals(Set.of("stream", "comm_msg"), Set.copyOf(types(answer)));
    Message echo =
        answer.stream().filter(m -> m.type().equals("comm_msg")).findFirst().orElseThrow();
    assertEquals("{\"x\":1}", echo.content().get("data").toString());
    assertArrayEquals(new byte[] {7}, echo.buffers().get(0));
    List<Message> goodbye = tell("comm_close", Json.object("comm_id", "c", "data", Map.of()));
    assertEquals(List.of("stream"), types(goodbye));
    assertEquals(List.of(), types(tell("comm_msg", Json.object("comm_id", "c", "data", Map.of()))));
  }

  @Test
  void theKernelOpensAndCloses() throws Exception {
    Comm comm = kernel.comms().open("view", Json.object("a", 1), new JsonObject(), List.of());
    comm.close();
    comm.send(new JsonObject());
    Message opened = next("comm_open");
    assertEquals("view", opened.content().get("target_name").getAsString());
    assertEquals(comm.id(), next("comm_close").content().get("comm_id").getAsString());
    assertEquals("ok", client.execute("fine").status());
  }

  private Message next(String type) throws Exception {
    return client.published(m -> m.type().equals(type));
  }

  @Test
  void whatACommThrowsIsShown() throws Exception {
    kernel
        .comms()
        .target(
            "broken",
            (comm, opening) -> {
              throw new IllegalStateException("cannot open");
            });
    List<Message> outputs =
        tell("comm_open", Json.object("comm_id", "c", "target_name", "broken", "data", Map.of()));
    assertEquals(List.of("comm_close", "stream"), types(outputs));
    assertEquals("stderr", outputs.get(2).content().get("name").getAsString());
    assertEquals("ok", client.execute("fine").status());
  }
}
