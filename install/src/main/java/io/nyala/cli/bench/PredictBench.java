package io.nyala.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.keras.models.Model;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One sentence through {@code predict} of the course's LSTM, how long a fresh process takes to its
 * first trained epoch, and how much memory it had at most.
 */
public final class PredictBench {

  private static final int WARM_UP = 2_000;
  private static final int MEASURED = 1_000;
  private static final String SENTENCE =
      "The food was good, but the service was slow and the waiter was rude.";

  private PredictBench() {}

  /**
   * Figures of one contender.
   *
   * @param predictMillis median milliseconds of one sentence's {@code predict}
   * @param startSeconds from the start of the process to the end of the first epoch
   * @param peakMebibytes the most memory the process had
   */
  public record Figures(double predictMillis, double startSeconds, double peakMebibytes) {}

  /** What was measured, by contender, Nyala first. */
  public record Result(List<String> versions, Map<String, Figures> figures) {

    /** A Markdown table with each peer's ratio to Nyala. */
    public String table() {
      StringBuilder table = new StringBuilder();
      table.append("| | predict, ms | / nyala | start to first epoch, s | peak memory, MiB |\n");
      table.append("| --- | ---: | ---: | ---: | ---: |\n");
      double own = figures.get("nyala").predictMillis();
      figures.forEach(
          (name, f) ->
              table.append(
                  String.format(
                      Locale.ROOT,
                      "| %s | %.3f | %.0f× | %.1f | %.0f |%n",
                      name,
                      f.predictMillis(),
                      f.predictMillis() / own,
                      f.startSeconds(),
                      f.peakMebibytes())));
      return table.toString();
    }
  }

  /** Measures this process, which must have done nothing else, and then each peer in its own. */
  public static Result run(Path home, Path sentences, List<String> peers) throws IOException {
    List<String> versions = new ArrayList<>();
    Map<String, Figures> figures = new LinkedHashMap<>();
    figures.put("nyala", ourselves());
    versions.add(BenchSession.versions());
    for (String peer : peers) {
      String script = "bench_" + peer + ".py";
      try (PythonPeer other = new PythonPeer(home, peer, script, List.of(sentences.toString()))) {
        JsonNode said = other.ask(Map.of("predict", SENTENCE));
        figures.put(
            other.name(),
            new Figures(
                said.path("predict_ms").asDouble(),
                said.path("start_s").asDouble(),
                said.path("peak_mib").asDouble()));
        versions.add(other.versions());
      }
    }
    return new Result(versions, figures);
  }

  private static Figures ourselves() throws IOException {
    try (NyalaContender contender = new NyalaContender()) {
      contender.train("LSTM", 1);
      double start =
          (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
      Model model = (Model) contender.get("model");
      Tensor sentence = Tensors.of(List.of(SENTENCE));
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < WARM_UP + MEASURED; i++) {
        long before = System.nanoTime();
        model.predict(Map.of("verbose", 0), sentence);
        if (i >= WARM_UP) {
          millis.add((System.nanoTime() - before) / 1e6);
        }
      }
      return new Figures(CourseBench.median(millis), start, peak());
    }
  }

  /** The most memory this process had: Linux's high-water mark, elsewhere what the JVM holds. */
  private static double peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    }
    return Runtime.getRuntime().totalMemory() / 1048576.0;
  }
}
