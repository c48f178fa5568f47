package io.nyala.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.cli.bench.BenchPage;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
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
    throw new ParameterException(
        spec.commandLine(), "Say what to measure: show, course, kernels, growth, predict or imdb.");
  }

  @Command(
      name = "course",
      description = "The course models, beside other libraries if any are named.",
      mixinStandardHelpOptions = true)
  int course(
      @Option(
              names = "--peers",
              split = ",",
              paramLabel = "PEER",
              description = "Libraries to train beside: keras, torch.")
          List<String> peers,
      @Option(
              names = "--rounds",
              defaultValue = "3",
              description =
                  "Counted trainings of each model by each; ${DEFAULT-VALUE} unless given.")
          int rounds,
      @Option(
              names = "--epochs",
              defaultValue = "4",
              description = "Epochs of a training, the first not counted; ${DEFAULT-VALUE}.")
          int epochs,
      @Option(
              names = "--page",
              paramLabel = "FILE",
              description = "A Markdown page whose section of this benchmark is renewed.")
          Path page,
      @Option(
              names = "--json",
              paramLabel = "FILE",
              description = "Where the figures go; target/bench/course.json unless given.")
          Path json)
      throws IOException {
    if (epochs < 2 || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--epochs must be at least 2 and --rounds at least 1.");
    }
    List<String> others = peers == null ? List.of() : peers;
    CourseBench.Result result =
        CourseBench.run(
            Console.home(), SentimentSentences.file(), others, rounds, epochs, Console.error());
    show(result.versions(), result.table());
    renew(page, "course", result.versions(), result.table());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("ms_per_step", result.medians());
    figures.put("ratio_to_nyala", result.ratios());
    write(result.versions(), figures, json, "course.json");
    return 0;
  }

  @Command(
      name = "imdb",
      description = "The chapter's review classifiers, in a heap of 1 GiB, beside Keras if asked.",
      mixinStandardHelpOptions = true)
  int imdb(
      @Option(
              names = "--peers",
              split = ",",
              paramLabel = "PEER",
              description = "Libraries to train beside: keras.")
          List<String> peers,
      @Option(
              names = "--models",
              split = ",",
              paramLabel = "MODEL",
              description = "Of SimpleRNN, LSTM, GRU, GRU+GloVe and cells; all by default.")
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
          int peerEpochs,
      @Option(
              names = "--json",
              paramLabel = "FILE",
              description = "Where the figures go; target/bench/imdb.json unless given.")
          Path json)
      throws IOException {
    List<String> wanted = models == null ? ImdbBench.MODELS : models;
    if (!wanted.stream().allMatch(ImdbBench::knows) || epochs < 1 || peerEpochs < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--models are of " + ImdbBench.MODELS + "; epochs must be 1 or more.");
    }
    List<String> others = peers == null ? List.of() : peers;
    try (ImdbBench bench = new ImdbBench(Console.home(), others, Console.error())) {
      ImdbBench.Result result = bench.run(wanted, epochs, peerEpochs);
      show(result.versions(), result.table());
      long most = heap();
      Console.out().printf("%nheap: %d MiB at most, of %d%n", most, limit());
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("trained", result.trained());
      figures.put("heap_mib", Map.of("peak", most, "limit", limit()));
      write(result.versions(), figures, json, "imdb.json");
    }
    return 0;
  }

  @Command(
      name = "kernels",
      description = "Matrix products on one thread, by JMH, beside the machine's measured peak.",
      mixinStandardHelpOptions = true)
  int kernels(
      @Option(
              names = "--peers",
              split = ",",
              paramLabel = "PEER",
              description = "Libraries to measure beside: torch.")
          List<String> peers,
      @Option(
              names = "--page",
              paramLabel = "FILE",
              description = "A Markdown page whose section of this benchmark is renewed.")
          Path page,
      @Option(
              names = "--json",
              paramLabel = "FILE",
              description = "Where the figures go; target/bench/kernels.json unless given.")
          Path json)
      throws IOException {
    KernelBench.Result result =
        KernelBench.run(Console.home(), System.getenv("NYALA_JMH"), wantsTorch(peers));
    show(result.versions(), result.table());
    renew(page, "kernels", result.versions(), result.table());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("peak_gflops", result.peak());
    figures.put("gflops", result.rates());
    figures.put("torch_gflops", result.torch());
    write(result.versions(), figures, json, "kernels.json");
    return 0;
  }

  @Command(
      name = "growth",
      description = "How a training step grows with time, units, batch and vocabulary.",
      mixinStandardHelpOptions = true)
  int growth(
      @Option(
              names = "--peers",
              split = ",",
              paramLabel = "PEER",
              description = "Libraries to measure beside: torch.")
          List<String> peers,
      @Option(
              names = "--page",
              paramLabel = "FILE",
              description = "A Markdown page whose section of this benchmark is renewed.")
          Path page,
      @Option(
              names = "--json",
              paramLabel = "FILE",
              description = "Where the figures go; target/bench/growth.json unless given.")
          Path json,
      @Option(
              names = "--chart",
              paramLabel = "FILE",
              description = "Where the picture goes; target/bench/growth.svg unless given.")
          Path chart)
      throws IOException {
    GrowthBench.Result result = GrowthBench.run(Console.home(), wantsTorch(peers), Console.error());
    show(result.versions(), result.table());
    renew(page, "growth", result.versions(), result.table());
    write(result.versions(), Map.of("points", result.points()), json, "growth.json");
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
  int predict(
      @Option(
              names = "--peers",
              split = ",",
              paramLabel = "PEER",
              description = "Libraries to measure beside: keras, torch.")
          List<String> peers,
      @Option(
              names = "--page",
              paramLabel = "FILE",
              description = "A Markdown page whose section of this benchmark is renewed.")
          Path page,
      @Option(
              names = "--json",
              paramLabel = "FILE",
              description = "Where the figures go; target/bench/predict.json unless given.")
          Path json)
      throws IOException {
    List<String> others = peers == null ? List.of() : peers;
    PredictBench.Result result =
        PredictBench.run(Console.home(), SentimentSentences.file(), others);
    show(result.versions(), result.table());
    renew(page, "predict", result.versions(), result.table());
    write(result.versions(), Map.of("figures", result.figures()), json, "predict.json");
    return 0;
  }

  private boolean wantsTorch(List<String> peers) {
    if (peers != null && !peers.equals(List.of("torch"))) {
      throw new ParameterException(spec.commandLine(), "--peers may only name torch here.");
    }
    return peers != null;
  }

  private void renew(Path page, String name, List<String> versions, String table)
      throws IOException {
    if (page == null) {
      return;
    }
    String command = String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    String machine =
        DoctorCommand.cpu() + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    String about =
        "`install/nyala "
            + command.replaceAll(" --(page|json|chart)[ =][^ ]+", "")
            + "`, "
            + LocalDate.now()
            + ", "
            + machine
            + "; "
            + String.join("; ", versions)
            + ".";
    Path file = Console.path(page);
    BenchPage.renew(file, name, about + "\n\n" + table);
    Console.error().println("nyala: renewed " + file);
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
      throw new ParameterException(spec.commandLine(), "--rounds must be at least 1.");
    }
    Console.out().print(ShowBench.run(rounds));
    return 0;
  }

  private static void show(List<String> versions, String table) throws IOException {
    Console.out().println();
    versions.forEach(Console.out()::println);
    Console.out()
        .println(
            DoctorCommand.cpu()
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors");
    Console.out().println();
    Console.out().print(table);
  }

  private static long limit() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  /** MiB that the heap's parts held at their fullest, garbage included. */
  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }

  private static void write(
      List<String> versions, Map<String, Object> figures, Path given, String name)
      throws IOException {
    Path usual = Console.home().resolve("target").resolve("bench").resolve(name);
    Path file = given == null ? usual : Console.path(given);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("versions", versions);
    json.put("cpu", DoctorCommand.cpu());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.putAll(figures);
    String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    NotebookFile.writeWhole(file, text + "\n");
    Console.error().println("nyala: wrote " + file);
  }
}
