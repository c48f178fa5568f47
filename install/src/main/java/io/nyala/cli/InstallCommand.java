package io.nyala.cli;

import io.nyala.kernel.spec.JupyterPaths;
import io.nyala.kernel.spec.KernelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes Nyala's kernels appear in Jupyter; needs no Python. */
@Command(
    name = "install",
    description = "Register \"Groovy (Nyala)\" and \"Python cells (Nyala)\" with Jupyter.",
    mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {

  /** Where kernelspecs go. */
  static final class Place {
    @ArgGroup private Choice choice;

    /** One of these. */
    static final class Choice {
      @Option(names = "--user", description = "For this user; the default.")
      private boolean user;

      @Option(names = "--sys-prefix", description = "For the active virtual or conda environment.")
      private boolean sysPrefix;

      @Option(
          names = "--prefix",
          paramLabel = "DIR",
          description = "Under DIR/share/jupyter/kernels.")
      private Path prefix;
    }

    /** The folder of kernelspecs that was chosen. */
    Path kernels() {
      JupyterPaths paths = new JupyterPaths();
      if (choice != null && choice.prefix != null) {
        return paths.prefix(Console.path(choice.prefix));
      }
      return choice != null && choice.sysPrefix ? paths.sysPrefix() : paths.user();
    }

    /** The folders of Python's packages that belong to the place, if there are any. */
    List<Path> sitePackages() throws IOException {
      if (choice == null || choice.user) {
        return Papermill.sitePackages(Path.of(System.getProperty("user.home"), ".local"));
      }
      // PREFIX/share/jupyter/kernels
      return Papermill.sitePackages(kernels().getParent().getParent().getParent());
    }
  }

  @Spec private CommandSpec spec;

  @Mixin private Place place;

  @Option(
      names = "--jdk",
      paramLabel = "PATH",
      description = "The JDK, from 17 up, that the kernels run on; by default the newest one.")
  private Path jdk;

  @Option(
      names = "--jvm-arg",
      paramLabel = "ARG",
      description = "A flag for the kernels' JVM, such as -Xmx4g; may be given several times.")
  private List<String> jvmArguments = List.of();

  @Override
  public Integer call() throws IOException {
    Path launcher = Console.home().resolve("install").resolve("nyala");
    KernelSpec kernels = KernelSpec.launcher(launcher, "kernel").with(environment());
    for (KernelSpec.Cells cells : KernelSpec.Cells.values()) {
      Path folder = kernels.install(place.kernels(), cells);
      Console.error()
          .println("nyala: Jupyter now knows \"" + cells.displayName() + "\": " + folder);
    }
    for (Path module : Papermill.install(place.sitePackages())) {
      Console.error().println("nyala: papermill can set parameters in Groovy notebooks: " + module);
    }
    return 0;
  }

  /** What the kernels find in their environment. */
  private Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    if (jdk != null) {
      Path home = Console.path(jdk).toAbsolutePath().normalize();
      if (!isJdk(home)) {
        throw new ParameterException(
            spec.commandLine(),
            "--jdk " + jdk + " is no JDK: bin/java and bin/javac are not both there");
      }
      all.put("NYALA_JAVA_HOME", home.toString());
    }
    for (String each : jvmArguments) {
      if (each.isBlank() || each.matches(".*\\s.*")) {
        throw new ParameterException(
            spec.commandLine(),
            "--jvm-arg takes one flag without spaces at a time; received '" + each + "'");
      }
    }
    if (!jvmArguments.isEmpty()) {
      all.put("NYALA_JVM_ARGS", String.join(" ", jvmArguments));
    }
    return all;
  }

  private static boolean isJdk(Path home) {
    return List.of("java", "javac").stream()
        .allMatch(
            name ->
                Files.isRegularFile(home.resolve("bin").resolve(name))
                    || Files.isRegularFile(home.resolve("bin").resolve(name + ".exe")));
  }
}
