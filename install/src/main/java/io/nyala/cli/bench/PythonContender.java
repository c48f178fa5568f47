package io.nyala.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A library in Python that trains the course models. */
final class PythonContender implements Contender {

  private final PythonPeer peer;

  PythonContender(Path home, String library, Path sentences) throws IOException {
    peer = new PythonPeer(home, library, "bench_" + library + ".py", List.of(sentences.toString()));
  }

  @Override
  public String name() {
    return peer.name();
  }

  @Override
  public String versions() {
    return peer.versions();
  }

  @Override
  public List<Double> train(String model, int epochs) throws IOException {
    List<Double> millis = new ArrayList<>();
    peer.ask(Map.of("model", model, "epochs", epochs))
        .path("ms_per_step")
        .forEach(value -> millis.add(value.asDouble()));
    return millis;
  }

  @Override
  public void close() {
    peer.close();
  }
}
