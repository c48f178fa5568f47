package io.nyala.cli;

import io.nyala.cli.wheel.Wheel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a wheel: {@code pip install} of it makes the kernel appear in Jupyter. */
@Command(
    name = "wheel",
    description = "Make a Python wheel that holds the kernel.",
    mixinStandardHelpOptions = true)
final class WheelCommand implements Callable<Integer> {

  /** Libraries of the command line that a kernel does without. */
  private static final List<String> COMMAND_LINE_ONLY =
      List.of("nyala-cli-", "picocli-", "jline-", "commonmark-", "katex-");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to write it; target/wheel where this is not given.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    Path folder = output == null ? Console.home().resolve("target/wheel") : Console.path(output);
    Path file = new Wheel(Version.number(), jars()).write(folder);
    Console.error().println("nyala: pip install " + file);
    return 0;
  }

  private static List<Path> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(each -> each.toString().endsWith(".jar") && Files.isRegularFile(each))
        .filter(
            each -> COMMAND_LINE_ONLY.stream().noneMatch(each.getFileName().toString()::startsWith))
        .toList();
  }
}
