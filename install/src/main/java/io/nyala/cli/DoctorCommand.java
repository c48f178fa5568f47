package io.nyala.cli;

import io.nyala.compute.Compute;
import io.nyala.keras.datasets.DataSets;
import io.nyala.kernel.spec.JupyterPaths;
import io.nyala.kernel.spec.KernelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What is here and what is missing, a line each; the launcher has said the rest before. */
@Command(
    name = "doctor",
    description = "Say what is here and what is missing.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private static final List<Path> DATA =
      List.of(
          Path.of("sentiment", "sentiment.txt"),
          Path.of("imdb", "imdb.npz"),
          Path.of("glove", "glove.6B.50d.txt"));

  @Override
  public Integer call() throws IOException {
    Runtime runtime = Runtime.getRuntime();
    line("JVM", System.getProperty("java.vm.name") + " " + Runtime.version());
    line("compute", Compute.description());
    line("CPU", cpu() + ", " + runtime.availableProcessors() + " processors");
    line("heap", gigabytes(runtime.maxMemory()) + " at most");
    DATA.forEach(DoctorCommand::dataLine);
    Path spec = new JupyterPaths().user().resolve(KernelSpec.Cells.GROOVY.kernel());
    line(
        "kernelspec",
        Files.exists(spec.resolve("kernel.json"))
            ? spec.toString()
            : "not installed for this user; `install/nyala install` does it");
    line("disk", gigabytes(Files.getFileStore(Console.home()).getUsableSpace()) + " free here");
    return 0;
  }

  private static void dataLine(Path inside) {
    String found =
        DataSets.folders().stream()
            .map(folder -> folder.resolve(inside))
            .filter(Files::isRegularFile)
            .map(Path::toString)
            .findFirst()
            .orElse("not here, fetched when first used where that is possible");
    line(inside.getFileName().toString(), found);
  }

  static String cpu() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    String unknown = System.getProperty("os.arch");
    if (!Files.isReadable(info)) {
      return unknown;
    }
    try (var lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(unknown);
    }
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  private static void line(String what, String found) {
    Console.out().println(String.format(Locale.ROOT, "%-18s %s", what, found));
  }
}
