package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.nyala.kernel.history.History;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InProcessKernelTest extends KernelContract {

  private Kernel kernel;

  @Override
  KernelConnectionProperties start(KernelConnectionProperties anywhere) throws Exception {
    kernel = new Kernel(anywhere, new EchoEvaluator(), new History(history));
    kernel.start();
    return kernel.connection();
  }

  @Override
  void awaitEnd() throws Exception {
    assertTrue(kernel.awaitShutdown(Client.PATIENCE_MS), "the kernel did not stop");
  }

  @AfterEach
  void stop() {
    kernel.close();
  }

  @Test
  void saysWhichPortIsTaken() {
    IOException refused =
        assertThrows(
            IOException.class, () -> new Kernel(at, new EchoEvaluator(), new History(null)));
    assertTrue(refused.getMessage().contains("port " + at.getHbPort()), refused.getMessage());
  }

  @Test
  void readsAConnectionFileThatLeavesOutWhatIsUsual() throws Exception {
    Path file = history.resolve("connection.json");
    Files.writeString(file, "{\"ip\": \"127.0.0.1\", \"key\": \"k\", \"shell_port\": 5}");
    KernelConnectionProperties read = ConnectionFile.read(file).asked();
    assertEquals("tcp", read.getTransport());
    assertEquals("hmac-sha256", read.getSignatureScheme());
    assertEquals("k", read.getKey());
    for (String broken : List.of("", "[]", "{nope", "{}", "{\"ip\": 1, \"shell_port\": \"x\"}")) {
      Files.writeString(file, broken);
      String said =
          assertThrows(IOException.class, () -> ConnectionFile.read(file).asked()).getMessage();
      assertTrue(said.contains("is not a Jupyter connection file"), said);
    }
  }

  @Test
  void abortsWhatIsQueuedBehindAnError() throws Exception {
    Message failing = request("input ?\nfail it broke", true);
    Message queued = request("print not run", true);
    Message asking = client.send(client.shell, "kernel_info_request", new JsonObject());
    awaitWaiting(2);
    answer("go on");
    assertEquals("error", statusOf(failing));
    assertEquals("aborted", statusOf(queued));
    assertEquals("ok", statusOf(asking));
    Client.Exchange next = client.execute("next");
    assertEquals("ok", next.status());
    assertEquals(2, next.reply().content().get("execution_count").getAsInt());
  }

  @Test
  void runsOnBehindAnErrorIfAsked() throws Exception {
    Message failing = request("input ?\nfail it broke", false);
    Message queued = request("one", true);
    awaitWaiting(1);
    answer("go on");
    assertEquals("error", statusOf(failing));
    assertEquals("ok", statusOf(queued));
  }

  private Message request(String code, boolean stopOnError) {
    return client.send(
        client.shell, "execute_request", Json.object("code", code, "stop_on_error", stopOnError));
  }

  /** Waits until so many requests stand behind the one that runs. */
  private void awaitWaiting(int requests) throws Exception {
    while (kernel.waiting() < requests) {
      Thread.sleep(5);
    }
  }
}
