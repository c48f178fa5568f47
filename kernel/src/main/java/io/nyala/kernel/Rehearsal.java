package io.nyala.kernel;

import com.google.gson.JsonObject;
import io.nyala.kernel.history.History;
import io.nyala.kernel.spec.KernelSpec.Cells;
import io.nyala.kernel.wire.Codec;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Starts a kernel, has it answer what a person's first minute asks, and stops: the classes that a
 * start needs are then loaded, and the JVM lists them for its archive.
 */
public final class Rehearsal {
  private static final int PATIENCE_MS = 180_000;
  private static final List<String> CELLS =
      List.of(
          "import tensorflow as tf\nfrom tensorflow import keras\n"
              + "from tensorflow.keras import layers",
          "layer = layers.Dense(2, activation='relu')\nlayer(tf.ones([1, 3]))",
          "model = keras.Sequential([layers.Embedding(10, 4), layers.LSTM(3), layers.Dense(1)])\n"
              + "model.compile(optimizer='adam', loss='mse', metrics=['mae'])\n"
              + "model.fit(np.ones([4, 5]), np.ones([4, 1]), epochs=1, verbose=0)\n"
              + "model.summary()\nmodel.predict(np.ones([1, 5]), verbose=0)",
          "def f(x) { x + 1 }\nprint([1, 2].collect { f(it) })\n%time f(2)",
          "%%python\ndef g(x):\n    return x + 1\nprint([g(n) for n in range(3)])",
          "unknown_name",
          "1 + 1");

  private Rehearsal() {}

  public static void main(String[] args) {
    int status = 1;
    try {
      rehearse();
      status = 0;
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      System.err.println("nyala: the rehearsal failed: " + e);
    }
    System.exit(status);
  }

  static void rehearse() throws IOException, GeneralSecurityException {
    try (SessionEvaluator session = new SessionEvaluator(Cells.GROOVY);
        Kernel kernel = new Kernel(anywhere(), session, new History(null))) {
      kernel.start();
      converse(kernel.connection());
    }
  }

  /** The loopback, with ports that the system chooses. */
  private static KernelConnectionProperties anywhere() {
    return new KernelConnectionProperties(
        "127.0.0.1", 0, 0, 0, 0, 0, "tcp", "hmac-sha256", UUID.randomUUID().toString());
  }

  private static void converse(KernelConnectionProperties at) throws GeneralSecurityException {
    ZMQ.Context context = ZMQ.context(1);
    ZMQ.Socket shell = context.socket(SocketType.DEALER);
    shell.setLinger(0);
    shell.setIdentity("rehearsal".getBytes(StandardCharsets.US_ASCII));
    shell.setReceiveTimeOut(PATIENCE_MS);
    shell.connect("tcp://" + at.getIp() + ":" + at.getShellPort());
    Codec codec = new Codec(at.createHMACGenerator());
    ask(shell, codec, "kernel_info_request", new JsonObject());
    for (String cell : CELLS) {
      ask(
          shell,
          codec,
          "execute_request",
          Json.object("code", cell, "silent", false, "store_history", true, "allow_stdin", false));
    }
    ask(shell, codec, "complete_request", Json.object("code", "keras.layers.LS", "cursor_pos", 15));
    ask(
        shell,
        codec,
        "inspect_request",
        Json.object("code", "keras.layers.LSTM", "cursor_pos", 17, "detail_level", 0));
    shell.close();
    context.term();
  }

  private static void ask(ZMQ.Socket shell, Codec codec, String type, JsonObject content) {
    Message request =
        new Message(
            List.of(),
            Message.newHeader(type, "rehearsal"),
            new JsonObject(),
            new JsonObject(),
            content,
            List.of());
    List<byte[]> frames = codec.encode(request);
    for (int i = 0; i < frames.size(); i++) {
      shell.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
    if (shell.recv() == null) {
      throw new IllegalStateException("The kernel did not answer " + type);
    }
    while (shell.hasReceiveMore()) {
      shell.recv();
    }
  }
}
