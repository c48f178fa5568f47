package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.junit.jupiter.api.AfterEach;

final class ProcessKernelTest extends KernelContract {

  private Process process;

  @Override
  void start(KernelConnectionProperties at) throws Exception {
    Path file = Files.writeString(history.resolve("connection.json"), at.toJsonString());
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            EchoMain.class.getName(),
            file.toString());
    builder.environment().put("NYALA_HISTORY_DIR", history.resolve("kept").toString());
    builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
    process = builder.inheritIO().start();
  }

  @Override
  void awaitEnd() throws Exception {
    assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the kernel did not end");
    assertEquals(0, process.exitValue());
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }
}
