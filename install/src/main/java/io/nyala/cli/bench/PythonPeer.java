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

/** A script in a library's own Python: it sleeps until a line of JSON asks something of it. */
final class PythonPeer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path log;
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;
  private final String name;
  private final String versions;

  /**
   * Starts the script and waits until it is ready.
   *
   * @param home the checkout; the launcher has made the peer's environment under its target folder
   * @param peer the library, {@code keras} or {@code torch}
   * @param script the file's name in {@code install/src/main/python}
   */
  PythonPeer(Path home, String peer, String script, List<String> arguments) throws IOException {
    Path python = home.resolve("target/python/peer-" + peer + "/bin/python");
    log = home.resolve("target/bench/" + script.replace(".py", ".log"));
    Files.createDirectories(log.getParent());
    List<String> command = new ArrayList<>(List.of(python.toString()));
    command.add(home.resolve("install/src/main/python/" + script).toString());
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    questions =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    JsonNode ready = answer();
    name = ready.path("peer").asText();
    versions = ready.path("versions").asText();
  }

  String name() {
    return name;
  }

  String versions() {
    return versions;
  }

  /** Where its errors go. */
  Path log() {
    return log;
  }

  /** Asks, and waits for the answer. */
  JsonNode ask(Map<String, ?> question) throws IOException {
    questions.write(JSON.writeValueAsString(question));
    questions.newLine();
    questions.flush();
    return answer();
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
