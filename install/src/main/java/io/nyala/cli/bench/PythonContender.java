package io.nyala.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A library in Python: a process that sleeps until it is asked to train. */
final class PythonContender implements Contender {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path log;
  private final Process process;
  private final BufferedWriter ask;
  private final BufferedReader answers;
  private final String name;
  private final String versions;

  /**
   * Starts the peer.
   *
   * @param home the checkout; the launcher has made the peer's environment under its target folder
   */
  PythonContender(Path home, String peer, Path sentences) throws IOException {
    Path python = home.resolve("target/python/peer-" + peer + "/bin/python");
    Path script = home.resolve("install/src/main/python/bench_" + peer + ".py");
    log = home.resolve("target/bench/" + peer + ".log");
    Files.createDirectories(log.getParent());
    process =
        new ProcessBuilder(python.toString(), script.toString(), sentences.toString())
            .redirectError(log.toFile())
            .start();
    ask =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    JsonNode ready = answer();
    name = ready.path("peer").asText();
    versions = ready.path("versions").asText();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String versions() {
    return versions;
  }

  @Override
  public List<Double> train(String model, int epochs) throws IOException {
    ask.write(JSON.writeValueAsString(Map.of("model", model, "epochs", epochs)));
    ask.newLine();
    ask.flush();
    List<Double> millis = new ArrayList<>();
    answer().path("ms_per_step").forEach(value -> millis.add(value.asDouble()));
    return millis;
  }

  private JsonNode answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the peer ended without an answer; what it said stands in " + log);
    }
    return JSON.readTree(line);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
