package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.kernel.history.History;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.junit.jupiter.api.AfterEach;

final class InProcessKernelTest extends KernelContract {

  private Kernel kernel;

  @Override
  void start(KernelConnectionProperties at) throws Exception {
    kernel = new Kernel(at, new EchoEvaluator(), new History(history));
    kernel.start();
  }

  @Override
  void awaitEnd() throws Exception {
    assertTrue(kernel.awaitShutdown(10_000), "the kernel did not stop");
  }

  @AfterEach
  void stop() {
    kernel.close();
  }
}
