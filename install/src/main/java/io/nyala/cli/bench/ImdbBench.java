package io.nyala.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.keras.datasets.DataSets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The chapter's review classifiers: seconds per epoch beside Keras', and the best test accuracy of
 * an epoch beside what the chapter asks for.
 */
public final class ImdbBench implements AutoCloseable {

  /**
   * What there is to train: {@code cells} is the chapter's own class, the others are layers; the
   * table of the embedding starts from random numbers or from GloVe's vectors, which training
   * refines or, where they are frozen, leaves alone.
   */
  public static final List<String> MODELS =
      List.of("SimpleRNN", "LSTM", "GRU", "GRU+GloVe", "cells");

  /**
   * Whether there is such a model: one of the three layers, with GloVe's table, frozen or not, or
   * with one of its own; or cells.
   */
  public static boolean knows(String model) {
    return model.matches("(SimpleRNN|LSTM|GRU)([+]GloVe|[+]frozen)?|cells");
  }

  /**
   * One training.
   *
   * @param seconds of each epoch's training, its validation left out
   * @param accuracy on the test reviews after each epoch
   */
  public record Trained(List<Double> seconds, List<Double> accuracy) {

    /** The median over all epochs but the first, which compiles and traces. */
    public double usual() {
      return CourseBench.median(seconds.size() > 1 ? seconds.subList(1, seconds.size()) : seconds);
    }

    /** The epoch with the highest accuracy, from 1. */
    public int best() {
      int best = 0;
      for (int i = 1; i < accuracy.size(); i++) {
        best = accuracy.get(i) > accuracy.get(best) ? i : best;
      }
      return best + 1;
    }

    /** The highest accuracy. */
    public double highest() {
      return accuracy.get(best() - 1);
    }
  }

  /**
   * What was measured.
   *
   * @param versions of the contenders, Nyala first
   * @param trained by model and contender
   */
  public record Result(List<String> versions, Map<String, Map<String, Trained>> trained) {

    /** A Markdown table, a row for each model and contender. */
    public String table() {
      StringBuilder table =
          new StringBuilder(
              "| model | | seconds per epoch | best test accuracy | at epoch |\n"
                  + "| --- | --- | ---: | ---: | ---: |\n");
      trained.forEach(
          (model, row) ->
              row.forEach(
                  (name, run) ->
                      table.append(
                          String.format(
                              Locale.ROOT,
                              "| %s | %s | %.2f | %.2f %% | %d of %d |%n",
                              model,
                              name,
                              run.usual(),
                              100 * run.highest(),
                              run.best(),
                              run.accuracy().size()))));
      return table.toString();
    }
  }

  private final BenchSession session = new BenchSession();
  private final List<PythonPeer> peers = new ArrayList<>();
  private final PrintStream progress;

  /**
   * Reads the reviews, here and in each peer.
   *
   * @param home the checkout
   * @param libraries the peers' names
   */
  public ImdbBench(Path home, List<String> libraries, PrintStream progress) throws IOException {
    this.progress = progress;
    session.run(ImdbCells.DATA);
    Path reviews = DataSets.file("imdb", "imdb.npz");
    Path glove = DataSets.file("glove", "glove.6B.50d.txt");
    List<String> files =
        List.of(
            reviews.toString(), reviews.resolveSibling("imdb_word_index.json") + "", glove + "");
    for (String library : libraries) {
      peers.add(new PythonPeer(home, library, "bench_imdb_" + library + ".py", files));
    }
  }

  /**
   * Trains each model by turns.
   *
   * @param epochs of Nyala's trainings; gated layers, which soon learn by heart, get half of them
   * @param peerEpochs of the peers' trainings, fewer where only their speed is asked for
   */
  public Result run(List<String> models, int epochs, int peerEpochs) throws IOException {
    Map<String, Map<String, Trained>> all = new LinkedHashMap<>();
    for (String model : models) {
      Map<String, Trained> row = new LinkedHashMap<>();
      boolean gated = model.contains("LSTM") || model.contains("GRU");
      int most = gated ? Math.max(1, epochs / 2) : epochs;
      row.put("nyala", said(model, "nyala", train(model, most)));
      for (PythonPeer peer : peers) {
        JsonNode answer = peer.ask(Map.of("model", model, "epochs", Math.min(most, peerEpochs)));
        if (answer.has("error")) {
          String error = answer.path("error").asText();
          progress.printf(
              "%-16s %-6s fails: %s, told in %s%n", model, peer.name(), error, peer.log());
          continue;
        }
        Trained trained =
            new Trained(numbers(answer.path("seconds")), numbers(answer.path("accuracy")));
        row.put(peer.name(), said(model, peer.name(), trained));
      }
      all.put(model, row);
    }
    List<String> versions = new ArrayList<>(List.of(BenchSession.versions()));
    peers.forEach(peer -> versions.add(peer.versions()));
    return new Result(versions, all);
  }

  private Trained train(String model, int epochs) throws IOException {
    EpochClock clock = new EpochClock();
    session.put("clock", clock);
    session.put("epochs", epochs);
    session.run(ImdbCells.training(model));
    List<Double> accuracy = new ArrayList<>();
    for (Object each : (List<?>) session.get("accuracies")) {
      accuracy.add(((Number) each).doubleValue());
    }
    return new Trained(clock.seconds(), accuracy);
  }

  private Trained said(String model, String name, Trained trained) {
    progress.printf(
        Locale.ROOT,
        "%-16s %-6s %6.2f s/epoch, accuracy %s%n",
        model,
        name,
        trained.usual(),
        trained.accuracy().stream().map(a -> String.format(Locale.ROOT, "%.4f", a)).toList());
    return trained;
  }

  private static List<Double> numbers(JsonNode list) {
    List<Double> all = new ArrayList<>();
    list.forEach(value -> all.add(value.asDouble()));
    return all;
  }

  @Override
  public void close() {
    peers.forEach(PythonPeer::close);
    session.close();
  }
}
