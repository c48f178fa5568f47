package io.nyala.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The four course models, trained by turns by Nyala and its peers: milliseconds per training step,
 * medians over all epochs but the first of each training, which compiles and traces. A turn is one
 * training, or as many as its least time allows, so that a fast contender's median does not hang on
 * a tenth of a second. Before that each has trained each model for some seconds, which are not
 * counted.
 */
public final class CourseBench {

  /** What there is to train: the course's models, by their recurrent layers. */
  public static final List<String> MODELS = List.of("SimpleRNN", "LSTM", "GRU", "Bidirectional");

  private static final String OURSELVES = "nyala";

  private final List<Contender> contenders = new ArrayList<>();
  private final Map<String, Map<String, List<Double>>> measured = new LinkedHashMap<>();
  private final PrintStream progress;

  private CourseBench(PrintStream progress) {
    this.progress = progress;
  }

  /**
   * Measures, and returns the medians by model and contender, as the columns of the table.
   *
   * @param plan how much is trained
   */
  public static Result run(
      Path home, Path sentences, List<String> peers, Plan plan, PrintStream progress)
      throws IOException {
    CourseBench bench = new CourseBench(progress);
    try {
      bench.contenders.add(new NyalaContender());
      for (String peer : peers) {
        bench.contenders.add(new PythonContender(home, peer, sentences));
      }
      bench.warmUp(plan);
      for (int round = 1; round <= plan.rounds(); round++) {
        bench.round(round, plan);
      }
      return bench.result();
    } finally {
      bench.contenders.forEach(Contender::close);
    }
  }

  private void warmUp(Plan plan) throws IOException {
    for (String model : plan.models()) {
      for (Contender contender : contenders) {
        say("warm-up", model, contender, turn(contender, model, plan, plan.warmUpSeconds()));
      }
    }
  }

  private void round(int round, Plan plan) throws IOException {
    for (String model : plan.models()) {
      for (Contender contender : contenders) {
        List<Double> millis = turn(contender, model, plan, plan.turnSeconds());
        measured
            .computeIfAbsent(model, m -> new LinkedHashMap<>())
            .computeIfAbsent(contender.name(), c -> new ArrayList<>())
            .addAll(millis);
        say(round + "/" + plan.rounds(), model, contender, millis);
      }
    }
  }

  /** Milliseconds per step of all epochs but the first of each training that fits the time. */
  private static List<Double> turn(Contender contender, String model, Plan plan, double seconds)
      throws IOException {
    List<Double> millis = new ArrayList<>();
    long start = System.nanoTime();
    do {
      List<Double> epochs = contender.train(model, plan.epochs());
      millis.addAll(epochs.subList(1, epochs.size()));
    } while (System.nanoTime() - start < seconds * 1e9);
    return millis;
  }

  private void say(String round, String model, Contender contender, List<Double> millis) {
    progress.printf(
        Locale.ROOT,
        "[%s] %-14s %-8s %7.2f ms/step%n",
        round,
        model,
        contender.name(),
        median(millis));
  }

  private Result result() {
    Map<String, Map<String, Double>> medians = new LinkedHashMap<>();
    measured.forEach(
        (model, byContender) -> {
          Map<String, Double> row = new LinkedHashMap<>();
          byContender.forEach((name, millis) -> row.put(name, median(millis)));
          medians.put(model, row);
        });
    return new Result(contenders.stream().map(Contender::versions).toList(), medians);
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * How much is trained.
   *
   * @param models of {@link #MODELS}
   * @param rounds counted turns of each contender at each model
   * @param epochs of a training, at least 2
   * @param turnSeconds how long a turn lasts at least; one training is always made whole
   * @param warmUpSeconds how long each contender trains each model beforehand, at least once
   */
  public record Plan(
      List<String> models, int rounds, int epochs, double turnSeconds, double warmUpSeconds) {}

  /**
   * What was measured.
   *
   * @param versions of the contenders, Nyala first
   * @param medians milliseconds per step, by model and contender
   */
  public record Result(List<String> versions, Map<String, Map<String, Double>> medians) {

    /** A Markdown table with each peer's ratio to Nyala. */
    public String table() {
      StringBuilder table = new StringBuilder();
      List<String> names = List.copyOf(medians.values().iterator().next().keySet());
      table.append("| ms per training step |");
      names.forEach(name -> table.append(' ').append(name).append(" |"));
      names.stream().skip(1).forEach(name -> table.append(name).append(" / nyala |"));
      table.append("\n| --- |").append(" ---: |".repeat(2 * names.size() - 1)).append('\n');
      medians.forEach((model, row) -> table.append(line(model, row)));
      return table.toString();
    }

    /** How many times as long as Nyala each peer takes, by model and peer. */
    public Map<String, Map<String, Double>> ratios() {
      Map<String, Map<String, Double>> ratios = new LinkedHashMap<>();
      medians.forEach(
          (model, row) -> {
            Map<String, Double> byPeer = new LinkedHashMap<>();
            row.forEach((name, millis) -> byPeer.put(name, millis / row.get(OURSELVES)));
            byPeer.remove(OURSELVES);
            ratios.put(model, byPeer);
          });
      return ratios;
    }

    private String line(String model, Map<String, Double> row) {
      StringBuilder line = new StringBuilder("| " + model + " |");
      row.values().forEach(ms -> line.append(String.format(Locale.ROOT, " %.2f |", ms)));
      ratios()
          .get(model)
          .values()
          .forEach(ratio -> line.append(String.format(Locale.ROOT, " %.2f× |", ratio)));
      return line.append('\n').toString();
    }
  }
}
