package io.nyala.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * Matrix products on one thread, measured by JMH in JVMs of their own, beside the peak of the
 * machine's registers and, if asked, PyTorch's rate with its products from MKL or oneDNN.
 */
public final class KernelBench {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Independent chains of multiply-adds in the measurement of the peak. */
  private static final int CHAINS = 10;

  private KernelBench() {}

  /**
   * Measures; takes about two minutes.
   *
   * @param jmh the class path of JMH and the benchmarks, as the launcher has made it
   * @param torch whether to measure beside PyTorch
   */
  public static Result run(Path home, String jmh, boolean torch) throws IOException {
    Path file = home.resolve("target/bench/jmh/result.json");
    Files.createDirectories(file.getParent());
    execute(jmh, file, home.resolve("target/bench/jmh/log.txt"));
    List<String> versions = new ArrayList<>(List.of(BenchSession.versions()));
    double peak = 0;
    Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
    for (JsonNode each : JSON.readTree(file.toFile())) {
      double nanos = best(each.path("primaryMetric").path("rawData"));
      JsonNode params = each.path("params");
      if (each.path("benchmark").asText().endsWith("Peak.registers")) {
        peak = 2.0 * CHAINS * lanes() * params.path("turns").asDouble() / nanos;
      } else {
        String shape = params.path("shape").asText();
        rates
            .computeIfAbsent(shape, s -> new LinkedHashMap<>())
            .put(params.path("form").asText(), 2.0 * multiplications(shape) / nanos);
      }
    }
    Map<String, Map<String, Double>> peer = new LinkedHashMap<>();
    if (torch) {
      versions.add(beside(home, rates, peer));
    }
    return new Result(versions, peak, rates, peer);
  }

  /** The shortest spell: what other programs took of the processor is left out, as in the peer. */
  private static double best(JsonNode forks) {
    double best = Double.MAX_VALUE;
    for (JsonNode fork : forks) {
      for (JsonNode spell : fork) {
        best = Math.min(best, spell.asDouble());
      }
    }
    return best;
  }

  /** Floats in a vector of this machine, from the words that describe its kernels. */
  private static double lanes() {
    String words = io.nyala.compute.Compute.kernels().description();
    return Double.parseDouble(words.replaceAll("[^0-9]", "")) / Float.SIZE;
  }

  private static double multiplications(String shape) {
    double product = 1;
    for (String extent : shape.split("x")) {
      product *= Double.parseDouble(extent);
    }
    return product;
  }

  private static void execute(String jmh, Path file, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(jmh + java.io.File.pathSeparator + System.getProperty("java.class.path"));
    command.addAll(List.of("org.openjdk.jmh.Main", "-foe", "true", "-rf", "json", "-rff"));
    command.add(file.toString());
    Files.deleteIfExists(file);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (process.waitFor() != 0 || !Files.exists(file)) {
        throw new IOException("JMH ended with an error; what it said stands in " + log);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while JMH was measuring", e);
    }
  }

  private static String beside(
      Path home, Map<String, Map<String, Double>> rates, Map<String, Map<String, Double>> into)
      throws IOException {
    try (PythonPeer peer = new PythonPeer(home, "torch", "bench_torch.py", List.of())) {
      for (String shape : rates.keySet()) {
        Map<String, Double> byForm = new LinkedHashMap<>();
        peer.ask(Map.of("product", shape))
            .path("gflops")
            .properties()
            .forEach(form -> byForm.put(form.getKey(), form.getValue().asDouble()));
        into.put(shape, byForm);
      }
      return peer.versions() + ", one for the products";
    }
  }

  /**
   * What was measured, in GFLOPS.
   *
   * @param versions of what was measured, Nyala first
   * @param peak what multiply-adds reach that stay in registers
   * @param rates by shape {@code mxkxn} and form
   * @param torch PyTorch's, by shape and form; empty if it was not asked for
   */
  public record Result(
      List<String> versions,
      double peak,
      Map<String, Map<String, Double>> rates,
      Map<String, Map<String, Double>> torch) {

    /** A Markdown table: rates, shares of the peak, and shares of PyTorch's rate. */
    public String table() {
      StringBuilder table = new StringBuilder();
      table.append(
          String.format(Locale.ROOT, "One thread; peak in registers: %.0f GFLOPS.%n%n", peak));
      table.append("| m×k×n | form | GFLOPS | of the peak |");
      table.append(torch.isEmpty() ? "\n" : " PyTorch | Nyala / PyTorch |\n");
      table.append("| --- | --- | ---: | ---: |");
      table.append(torch.isEmpty() ? "\n" : " ---: | ---: |\n");
      rates.forEach(
          (shape, byForm) -> byForm.forEach((form, rate) -> table.append(line(shape, form, rate))));
      return table.toString();
    }

    private String line(String shape, String form, double rate) {
      String line =
          String.format(
              Locale.ROOT,
              "| %s | %s | %.1f | %.0f %% |",
              shape.replace('x', '×'),
              form,
              rate,
              100 * rate / peak);
      // A packed operand is Nyala's own; PyTorch's nearest is the plain product.
      Map<String, Double> byForm = torch.getOrDefault(shape, Map.of());
      Double other = byForm.get(form.equals("packed") ? "AB" : form);
      return other == null
          ? line + "\n"
          : line + String.format(Locale.ROOT, " %.1f | %.2f× |%n", other, rate / other);
    }
  }
}
