package io.nyala.cli;

import io.nyala.cli.bench.CourseBench;
import io.nyala.cli.bench.GrowthBench;
import io.nyala.cli.bench.GrowthChart;
import io.nyala.cli.bench.ImdbBench;
import io.nyala.cli.bench.KernelBench;
import io.nyala.cli.bench.PredictBench;
import io.nyala.cli.bench.ShowBench;
import io.nyala.cli.notebook.NotebookFile;
import io.nyala.keras.datasets.SentimentSentences;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements, each in one run on one machine. */
@Command(
    name = "bench",
    description = "Measure how fast the models train.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw wrong("Say what to measure: show, course, kernels, growth, predict or imdb.");
  }

  @Command(
      name = "course",
      description = "The course models, beside other libraries if any are named.",
      mixinStandardHelpOptions = true)
  int course(
      @Mixin BenchReport report,
      @Option(
              names = "--models",
              split = ",",
              paramLabel = "MODEL",
              description = "Of SimpleRNN, LSTM, GRU and Bidirectional; all by default.")
          List<String> models,
      @Option(
              names = "--rounds",
              defaultValue = "3",
              description = "Counted turns of each at each model; ${DEFAULT-VALUE} unless given.")
          int rounds,
      @Option(
              names = "--epochs",
              defaultValue = "8",
              description = "Epochs of a training, the first not counted; ${DEFAULT-VALUE}.")
          int epochs,
      @Option(
              names = "--turn",
              defaultValue = "3",
              paramLabel = "SECONDS",
              description = "How long a turn lasts at least; ${DEFAULT-VALUE}.")
          double turn,
      @Option(
              names = "--warm-up",
              defaultValue = "6",
              paramLabel = "SECONDS",
              description =
                  "How long each trains each model before anything is counted; ${DEFAULT-VALUE}.")
          double warmUp)
      throws IOException {
    List<String> wanted = models == null ? CourseBench.MODELS : models;
    if (epochs < 2 || rounds < 1 || !CourseBench.MODELS.containsAll(wanted)) {
      throw wrong(
          "--models are of "
              + CourseBench.MODELS
              + "; --epochs must be at least 2 and --rounds at least 1.");
    }
    CourseBench.Plan plan = new CourseBench.Plan(wanted, rounds, epochs, turn, warmUp);
    CourseBench.Result result =
        CourseBench.run(
            Console.home(),
            SentimentSentences.file(),
            report.peers("keras", "torch"),
            plan,
            Console.error());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("ms_per_step", result.medians());
    figures.put("ratio_to_nyala", result.ratios());
    report.publish(result.versions(), result.table(), figures);
    return 0;
  }

  @Command(
      name = "imdb",
      description = "The chapter's review classifiers, in a heap of 1 GiB, beside Keras if asked.",
      mixinStandardHelpOptions = true)
  int imdb(
      @Mixin BenchReport report,
      @Option(
              names = "--models",
              split = ",",
              paramLabel = "MODEL",
              description =
                  "Of SimpleRNN, LSTM, GRU, GRU+GloVe and cells; all by default."
                      + " A layer's name may end in +GloVe or +frozen.")
          List<String> models,
      @Option(
              names = "--epochs",
              defaultValue = "20",
              description = "Epochs of a training, half for LSTM and GRU; ${DEFAULT-VALUE}.")
          int epochs,
      @Option(
              names = "--peer-epochs",
              defaultValue = "3",
              description = "Epochs of the peers' trainings at most; ${DEFAULT-VALUE}.")
          int peerEpochs)
      throws IOException {
    List<String> wanted = models == null ? ImdbBench.MODELS : models;
    if (!wanted.stream().allMatch(ImdbBench::knows) || epochs < 1 || peerEpochs < 1) {
      throw wrong("--models are of " + ImdbBench.MODELS + "; epochs must be 1 or more.");
    }
    List<String> peers = report.peers("keras");
    try (ImdbBench bench = new ImdbBench(Console.home(), peers, Console.error())) {
      ImdbBench.Result result = bench.run(wanted, epochs, peerEpochs);
      long most = heap();
      long limit = Runtime.getRuntime().maxMemory() >> 20;
      String table =
          result.table() + String.format("%nHeap: %d MiB at most, of %d.%n", most, limit);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("trained", result.trained());
      figures.put("heap_mib", Map.of("peak", most, "limit", limit));
      report.publish(result.versions(), table, figures);
    }
    return 0;
  }

  @Command(
      name = "kernels",
      description = "Matrix products on one thread, by JMH, beside the machine's measured peak.",
      mixinStandardHelpOptions = true)
  int kernels(@Mixin BenchReport report) throws IOException {
    boolean torch = !report.peers("torch").isEmpty();
    KernelBench.Result result = KernelBench.run(Console.home(), System.getenv("NYALA_JMH"), torch);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("peak_gflops", result.peak());
    figures.put("gflops", result.rates());
    figures.put("torch_gflops", result.torch());
    report.publish(result.versions(), result.table(), figures);
    return 0;
  }

  @Command(
      name = "growth",
      description = "How a training step grows with time, units, batch and vocabulary.",
      mixinStandardHelpOptions = true)
  int growth(
      @Mixin BenchReport report,
      @Option(
              names = "--axes",
              split = ",",
              paramLabel = "AXIS",
              description = "Of time, units, batch and vocabulary; all by default.")
          List<String> axes,
      @Option(
              names = "--chart",
              paramLabel = "FILE",
              description = "Where the picture goes; target/bench/growth.svg unless given.")
          Path chart)
      throws IOException {
    List<String> wanted = axes == null ? GrowthBench.AXES : axes;
    if (!GrowthBench.AXES.containsAll(wanted)) {
      throw wrong("--axes are of " + GrowthBench.AXES + ".");
    }
    boolean torch = !report.peers("torch").isEmpty();
    GrowthBench.Result result = GrowthBench.run(Console.home(), wanted, torch, Console.error());
    report.publish(result.versions(), result.table(), Map.of("points", result.points()));
    Path file =
        chart == null ? Console.home().resolve("target/bench/growth.svg") : Console.path(chart);
    NotebookFile.writeWhole(file, GrowthChart.svg(result.points()));
    Console.error().println("nyala: wrote " + file);
    return 0;
  }

  @Command(
      name = "predict",
      description = "One sentence's predict, the way to the first epoch, and peak memory.",
      mixinStandardHelpOptions = true)
  int predict(@Mixin BenchReport report) throws IOException {
    List<String> peers = report.peers("keras", "torch");
    PredictBench.Result result = PredictBench.run(Console.home(), SentimentSentences.file(), peers);
    report.publish(result.versions(), result.table(), Map.of("figures", result.figures()));
    return 0;
  }

  @Command(
      name = "show",
      description = "What outputs cost: a large heat map, and progress while a model trains.",
      mixinStandardHelpOptions = true)
  int costs(
      @Option(
              names = "--rounds",
              defaultValue = "5",
              description = "Measurements of each; ${DEFAULT-VALUE} unless given.")
          int rounds)
      throws IOException {
    if (rounds < 1) {
      throw wrong("--rounds must be at least 1.");
    }
    Console.out().print(ShowBench.run(rounds));
    return 0;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** MiB that the heap's parts held at their fullest, garbage included. */
  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
