package io.nyala.kernel;

import io.nyala.kernel.history.History;
import io.nyala.kernel.spec.KernelSpec.Cells;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A kernel with the real session for each test, and a client of it. */
abstract class WithRealSession {

  SessionEvaluator session;
  Kernel kernel;
  Client client;

  @BeforeEach
  void start() throws Exception {
    session = new SessionEvaluator(Cells.GROOVY);
    kernel = new Kernel(Client.anywhere(), session, new History(null));
    kernel.start();
    client = new Client(kernel.connection());
    client.receive(client.iopub);
  }

  @AfterEach
  void stop() {
    client.close();
    kernel.close();
    session.close();
  }
}
