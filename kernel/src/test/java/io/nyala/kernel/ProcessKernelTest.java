package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class ProcessKernelTest extends KernelContract {

  private Process process;

  @Override
  KernelConnectionProperties start(KernelConnectionProperties anywhere) throws Exception {
    return start(anywhere, ProcessHandle.current().pid());
  }

  private KernelConnectionProperties start(KernelConnectionProperties anywhere, long parent)
      throws Exception {
    Path file = Files.writeString(history.resolve("connection.json"), anywhere.toJsonString());
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            EchoMain.class.getName(),
            file.toString());
    builder.environment().put("NYALA_HISTORY_DIR", history.resolve("kept").toString());
    builder.environment().put("JPY_PARENT_PID", String.valueOf(parent));
    process = builder.inheritIO().start();
    return written(file);
  }

  /** The connection file, once the kernel has written into it which ports the system chose. */
  private KernelConnectionProperties written(Path file) throws Exception {
    while (true) {
      String text = Files.readString(file);
      if (text.endsWith("}\n")) {
        return KernelConnectionProperties.parse(text);
      }
      assertTrue(process.isAlive(), "the kernel did not start");
      Thread.sleep(20);
    }
  }

  @Override
  void awaitEnd() throws Exception {
    assertTrue(
        process.waitFor(Client.PATIENCE_MS, TimeUnit.MILLISECONDS), "the kernel did not end");
    assertEquals(0, process.exitValue());
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  /** Ends the kernel without warning and starts another. */
  private void restart(long parent) throws Exception {
    client.close();
    process.destroyForcibly().waitFor();
    at = start(Client.anywhere(), parent);
    client = new Client(at);
    assertEquals("iopub_welcome", client.receive(client.iopub).type());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void diesWithItsParent() throws Exception {
    Process parent = new ProcessBuilder("sleep", "10000").start();
    restart(parent.pid());
    client.send(client.shell, "execute_request", Json.object("code", "sleep 600000"));
    parent.destroyForcibly();
    awaitEnd();
  }

  @Test
  void aKillLosesNoHistory() throws Exception {
    client.execute("first");
    Message request = client.startExecuting("spin");
    restart(ProcessHandle.current().pid());
    Client.Exchange past =
        client.ask(
            client.shell, "history_request", Json.object("hist_access_type", "tail", "n", 5));
    assertEquals(
        "[[1,1,\"first\"],[1,2,\"spin\"]]", past.reply().content().get("history").toString());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theInterruptSignalInterrupts() throws Exception {
    assumeFalse(ignoresInterrupts(), "this shell started the tests deaf to the interrupt signal");
    Message request = client.startExecuting("spin");
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    Message reply = client.replyTo(client.shell, request);
    assertEquals("KeyboardInterrupt", reply.content().get("ename").getAsString());
    assertEquals("ok", client.execute("fine").status());
  }

  /**
   * What a shell runs in the background ignores the signal, as do all its children, JVMs included.
   */
  private static boolean ignoresInterrupts() throws Exception {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  /** In a process, because ZeroMQ's own assertions, which tests enable, would end its thread. */
  @Test
  void survivesWhatIsNotZeroMq() throws Exception {
    int[] ports = {
      at.getShellPort(), at.getControlPort(), at.getStdinPort(), at.getHbPort(), at.getIopubPort()
    };
    byte[] noise = new byte[300];
    new Random(1).nextBytes(noise);
    byte[] greeting = new byte[64];
    greeting[0] = (byte) 0xFF;
    greeting[9] = 0x7F;
    greeting[10] = 3;
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket(at.getIp(), ports[i % ports.length])) {
        OutputStream out = socket.getOutputStream();
        if (i % 2 == 0) {
          out.write(greeting);
        }
        out.write(
            i % 3 == 0 ? "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII) : noise);
      }
    }
    assertEquals("ok", client.execute("fine").status());
  }
}
