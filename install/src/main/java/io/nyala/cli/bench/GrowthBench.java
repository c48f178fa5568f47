package io.nyala.cli.bench;

import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.layers.rnn.LSTM;
import io.nyala.keras.models.Sequential;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How the cost of a training step of the course's LSTM grows: along each axis by itself, with every
 * sequence at full length and with lengths like those of sentences.
 */
public final class GrowthBench {

  /** What can be varied. */
  public static final List<String> AXES = List.of("time", "units", "batch", "vocabulary");

  private static final Sizes USUAL = new Sizes(40, 128, 32, 10_000);
  private static final double BUDGET_MILLIS = 3_000;
  private static final int LEAST = 3;
  private static final int MOST = 5_000;

  /** Spells of the usual model before anything is counted, while the JVM still compiles. */
  private static final int WARM_UPS = 2;

  private GrowthBench() {}

  /**
   * A model and its batch.
   *
   * @param time steps of the longest sequence
   */
  public record Sizes(int time, int units, int batch, int vocabulary) {}

  /**
   * A measured point.
   *
   * @param axis which of the sizes was varied
   * @param full whether every sequence is as long as the longest
   * @param tokens real tokens of a batch
   * @param millis median milliseconds per training step, by contender
   */
  public record Point(
      String axis, int value, boolean full, int tokens, Map<String, Double> millis) {

    /** How many times as long as Nyala PyTorch takes. */
    public double ratio() {
      return millis.containsKey("torch") ? millis.get("torch") / millis.get("nyala") : Double.NaN;
    }
  }

  /** What was measured. */
  public record Result(List<String> versions, List<Point> points) {

    /** A Markdown table. */
    public String table() {
      boolean beside = versions.size() > 1;
      StringBuilder table = new StringBuilder("| axis | value | lengths | Nyala, ms |");
      table.append(beside ? " PyTorch, ms | / nyala |" : "").append(" Nyala, µs per token |\n");
      table.append("| --- | ---: | --- | ---: |").append(beside ? " ---: | ---: |" : "");
      table.append(" ---: |\n");
      for (Point p : points) {
        double own = p.millis().get("nyala");
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %.2f |",
                p.axis(),
                p.value(),
                p.full() ? "full" : "sentences",
                own));
        if (beside) {
          table.append(
              String.format(Locale.ROOT, " %.2f | %.2f× |", p.millis().get("torch"), p.ratio()));
        }
        table.append(String.format(Locale.ROOT, " %.2f |%n", own * 1000 / p.tokens()));
      }
      return table.toString();
    }
  }

  /** Measures all points of these axes, by turns where there is a peer. */
  public static Result run(Path home, List<String> wanted, boolean torch, PrintStream progress)
      throws IOException {
    List<String> versions = new ArrayList<>(List.of(BenchSession.versions()));
    List<Point> points = new ArrayList<>();
    PythonPeer peer = torch ? new PythonPeer(home, "torch", "bench_torch.py", List.of()) : null;
    try {
      if (peer != null) {
        versions.add(peer.versions());
      }
      for (int i = 0; i < WARM_UPS; i++) {
        ours(USUAL, lengths(USUAL, i % 2 == 1));
      }
      Map<String, int[]> axes = axes();
      axes.keySet().retainAll(wanted);
      for (Map.Entry<String, int[]> axis : axes.entrySet()) {
        for (int value : axis.getValue()) {
          for (boolean full : new boolean[] {false, true}) {
            Point point = measure(axis.getKey(), value, full, peer);
            points.add(point);
            progress.printf(
                Locale.ROOT,
                "%-10s %9d %-9s %s%n",
                point.axis(),
                value,
                full ? "full" : "sentences",
                point.millis());
          }
        }
      }
    } finally {
      if (peer != null) {
        peer.close();
      }
    }
    return new Result(versions, points);
  }

  private static Map<String, int[]> axes() {
    Map<String, int[]> axes = new LinkedHashMap<>();
    axes.put("time", new int[] {20, 100, 500, 2_000});
    axes.put("units", new int[] {64, 256, 1_024});
    axes.put("batch", new int[] {1, 8, 128, 1_024});
    axes.put("vocabulary", new int[] {1_000, 30_000, 1_000_000});
    return axes;
  }

  private static Point measure(String axis, int value, boolean full, PythonPeer peer)
      throws IOException {
    Sizes sizes =
        new Sizes(
            axis.equals("time") ? value : USUAL.time(),
            axis.equals("units") ? value : USUAL.units(),
            axis.equals("batch") ? value : USUAL.batch(),
            axis.equals("vocabulary") ? value : USUAL.vocabulary());
    int[] lengths = lengths(sizes, full);
    int tokens = 0;
    for (int length : lengths) {
      tokens += length;
    }
    Map<String, Double> millis = new LinkedHashMap<>();
    millis.put("nyala", ours(sizes, lengths));
    if (peer != null) {
      millis.put("torch", theirs(sizes, lengths, peer));
    }
    return new Point(axis, value, full, tokens, millis);
  }

  /** All as long as the longest; or one of them, the others a third of it on average. */
  private static int[] lengths(Sizes sizes, boolean full) {
    Random random = new Random(7);
    int[] lengths = new int[sizes.batch()];
    for (int row = 0; row < lengths.length; row++) {
      double share = Math.abs(random.nextGaussian()) * 0.42;
      int length = (int) Math.round(share * sizes.time());
      lengths[row] = full || row == 0 ? sizes.time() : Math.max(1, Math.min(sizes.time(), length));
    }
    return lengths;
  }

  private static double ours(Sizes sizes, int[] lengths) {
    Sequential model =
        new Sequential(
            new Embedding(sizes.vocabulary(), 64, "mask_zero", true),
            new LSTM(sizes.units()),
            new Dense(1, "activation", "sigmoid"));
    model.compile(Map.of("loss", "binary_crossentropy", "optimizer", "adam"));
    Random random = new Random(3);
    long[] ids = new long[sizes.batch() * sizes.time()];
    float[] labels = new float[sizes.batch()];
    for (int row = 0; row < sizes.batch(); row++) {
      labels[row] = row % 2;
      for (int t = 0; t < lengths[row]; t++) {
        ids[row * sizes.time() + t] = 1 + random.nextInt(sizes.vocabulary() - 1);
      }
    }
    Tensor x = Tensor.of(Shape.of(sizes.batch(), sizes.time()), ids);
    Tensor y = Tensor.of(Shape.of(sizes.batch(), 1), labels);
    List<Double> millis = new ArrayList<>();
    double spent = 0;
    for (int i = 0; i < 2 * LEAST || spent < BUDGET_MILLIS && i < MOST; i++) {
      long start = System.nanoTime();
      model.trainOnBatch(x, y);
      double took = (System.nanoTime() - start) / 1e6;
      spent += took;
      millis.add(took);
    }
    return CourseBench.median(millis.subList(LEAST, millis.size()));
  }

  private static double theirs(Sizes sizes, int[] lengths, PythonPeer peer) throws IOException {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("step", "LSTM");
    asked.put("units", sizes.units());
    asked.put("vocabulary", sizes.vocabulary());
    asked.put("lengths", lengths);
    asked.put("budget_ms", BUDGET_MILLIS);
    asked.put("most", MOST);
    return peer.ask(asked).path("ms").asDouble();
  }
}
