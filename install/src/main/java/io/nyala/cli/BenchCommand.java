package io.nyala.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.cli.bench.CourseBench;
import io.nyala.cli.notebook.NotebookFile;
import io.nyala.keras.datasets.SentimentSentences;
import java.io.IOException;
import java.nio.file.Path;
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
    throw new ParameterException(spec.commandLine(), "Say what to measure: course.");
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
              description = "Trainings of each model by each; ${DEFAULT-VALUE} unless given.")
          int rounds,
      @Option(
              names = "--epochs",
              defaultValue = "4",
              description = "Epochs of a training, the first not counted; ${DEFAULT-VALUE}.")
          int epochs,
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
    Console.out().println();
    result.versions().forEach(Console.out()::println);
    Console.out()
        .println(
            DoctorCommand.cpu()
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors");
    Console.out().println();
    Console.out().print(result.table());
    write(result, json);
    return 0;
  }

  private static void write(CourseBench.Result result, Path given) throws IOException {
    Path usual = Console.home().resolve("target").resolve("bench").resolve("course.json");
    Path file = given == null ? usual : Console.path(given);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("versions", result.versions());
    json.put("cpu", DoctorCommand.cpu());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("ms_per_step", result.medians());
    json.put("ratio_to_nyala", result.ratios());
    String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    NotebookFile.writeWhole(file, text + "\n");
    Console.error().println("nyala: wrote " + file);
  }
}
