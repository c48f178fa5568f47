package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.nyala.kernel.history.History;
import io.nyala.kernel.wire.Message;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zeromq.ZMQ;

/**
 * Broken, mutated and wrongly signed messages on every channel; the kernel answers the next good
 * one. {@code -Dnyala.fuzz.messages=100000} makes it long.
 */
@Timeout(1200)
final class FuzzTest {

  private static final int MESSAGES = Integer.getInteger("nyala.fuzz.messages", 5000);

  private static final List<String> TYPES =
      List.of(
          "execute_request",
          "complete_request",
          "inspect_request",
          "is_complete_request",
          "history_request",
          "comm_info_request",
          "kernel_info_request",
          "interrupt_request",
          "input_reply",
          "comm_open",
          "comm_msg",
          "comm_close",
          "status",
          "",
          "nonsense_request");

  private static final List<String> MEMBERS =
      List.of(
          "code",
          "silent",
          "store_history",
          "user_expressions",
          "allow_stdin",
          "stop_on_error",
          "cursor_pos",
          "detail_level",
          "hist_access_type",
          "n",
          "pattern",
          "session",
          "start",
          "stop",
          "unique",
          "output",
          "comm_id",
          "target_name",
          "data",
          "value",
          "restart");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "99999999999999999999",
          "0.5",
          "\"\"",
          "\"print x\"",
          "\"tail\"",
          "\"range\"",
          "\"search\"",
          "\"\\ud83e\"",
          "\"*[\"",
          "[]",
          "[[1]]",
          "{}",
          "{\"a\": \"fail x\"}",
          "{\"a\": [null]}");

  private final Random random = new Random(1);
  private KernelConnectionProperties at;
  private Kernel kernel;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    kernel = new Kernel(Client.anywhere(), new EchoEvaluator(), new History(null));
    kernel.start();
    at = kernel.connection();
    client = new Client(at);
    client.receive(client.iopub);
  }

  @AfterEach
  void stop() {
    client.close();
    kernel.close();
  }

  @Test
  void survivesBrokenMessages() throws Exception {
    ZMQ.Socket[] channels = {client.shell, client.control, client.stdin};
    for (int i = 1; i <= MESSAGES; i++) {
      Client.transmit(channels[random.nextInt(3)], brokenFrames());
      if (i % 500 == 0) {
        answersTheNextGoodOne();
        client.forgetPublished();
      }
    }
    answersTheNextGoodOne();
  }

  private void answersTheNextGoodOne() throws Exception {
    assertEquals("ok", client.ask(client.shell, "kernel_info_request", new JsonObject()).status());
    assertEquals("ok", client.execute("fine").status());
    assertEquals(
        "ok", client.ask(client.control, "kernel_info_request", new JsonObject()).status());
  }

  private List<byte[]> brokenFrames() {
    List<byte[]> frames = new ArrayList<>(client.codec.encode(oddMessage()));
    switch (random.nextInt(5)) {
      case 0 -> frames.get(1)[random.nextInt(64)]++;
      case 1 -> frames.remove(random.nextInt(frames.size()));
      case 2 -> frames.set(random.nextInt(frames.size()), noise(random.nextInt(40)));
      case 3 -> {
        frames.clear();
        for (int i = random.nextInt(9); i >= 0; i--) {
          frames.add(noise(random.nextInt(200)));
        }
      }
      default -> {
        // well signed, odd inside
      }
    }
    return frames.isEmpty() ? List.of(new byte[0]) : frames;
  }

  private Message oddMessage() {
    JsonObject content = new JsonObject();
    for (int i = random.nextInt(6); i > 0; i--) {
      content.add(pick(MEMBERS), value());
    }
    Message message = client.message(pick(TYPES), content);
    if (random.nextInt(8) == 0) {
      message.header().add(pick(List.of("msg_id", "msg_type", "session", "date")), value());
    }
    return message;
  }

  private JsonElement value() {
    return JsonParser.parseString(pick(VALUES));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void listensWhereTheConnectionFileSaysAndNowhereElse() throws Exception {
    // 127.0.0.2 is this machine too, but not the address of the connection file.
    for (int port : new int[] {at.getShellPort(), at.getIopubPort(), at.getHbPort()}) {
      boolean refused = false;
      try (Socket socket = new Socket("127.0.0.2", port)) {
        socket.getPort();
      } catch (java.net.ConnectException e) {
        refused = true;
      }
      assertTrue(refused, "port " + port + " is open to another address");
    }
  }
}
