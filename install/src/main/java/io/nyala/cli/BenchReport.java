package io.nyala.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.cli.bench.BenchPage;
import io.nyala.cli.notebook.NotebookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every benchmark is asked: whom to measure beside, and where its figures go. */
final class BenchReport {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "PEER",
      description = "Libraries to measure beside: keras, torch, where the benchmark knows them.")
  private List<String> peers;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "A Markdown page whose section of this benchmark is renewed.")
  private Path page;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where the figures go; target/bench/BENCHMARK.json unless given.")
  private Path json;

  /** The libraries asked for, all of which the benchmark must know. */
  List<String> peers(String... known) {
    List<String> asked = peers == null ? List.of() : peers;
    if (!List.of(known).containsAll(asked)) {
      throw new ParameterException(
          spec.commandLine(), "--peers may name " + String.join(" and ", known) + " here.");
    }
    return asked;
  }

  /** Prints the table, renews the page's section, and writes the figures as JSON. */
  void publish(List<String> versions, String table, Map<String, ?> figures) throws IOException {
    Console.out().println();
    versions.forEach(Console.out()::println);
    Console.out().println(machine());
    Console.out().println();
    Console.out().print(table);
    if (page != null) {
      renew(versions, table);
    }
    write(versions, figures);
  }

  private void renew(List<String> versions, String table) throws IOException {
    String command =
        String.join(" ", spec.root().commandLine().getParseResult().originalArgs())
            .replaceAll(" --(page|json|chart)[ =][^ ]+", "");
    String about =
        String.format(
            "%s`install/nyala %s`, %s, %s; %s.",
            settings(), command, LocalDate.now(), machine(), String.join("; ", versions));
    Path file = Console.path(page);
    BenchPage.renew(file, spec.name(), about + "\n\n" + table);
    Console.error().println("nyala: renewed " + file);
  }

  /** The variables that made this run another one, as they are written before the command. */
  private static String settings() {
    StringBuilder set = new StringBuilder();
    for (String name : List.of("NYALA_KERNELS", "NYALA_THREADS")) {
      String value = System.getenv(name);
      set.append(value == null ? "" : "`" + name + "=" + value + "` ");
    }
    return set.toString();
  }

  private void write(List<String> versions, Map<String, ?> figures) throws IOException {
    Path usual = Console.home().resolve("target/bench").resolve(spec.name() + ".json");
    Path file = json == null ? usual : Console.path(json);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("versions", versions);
    all.put("cpu", DoctorCommand.cpu());
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.putAll(figures);
    String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    NotebookFile.writeWhole(file, text + "\n");
    Console.error().println("nyala: wrote " + file);
  }

  private static String machine() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    return DoctorCommand.cpu() + ", " + processors + " processors";
  }
}
