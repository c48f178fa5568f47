package io.nyala.cli;

import io.nyala.kernel.spec.JupyterPaths;
import io.nyala.kernel.spec.KernelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  }

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    Path launcher = Console.home().resolve("install").resolve("nyala");
    for (KernelSpec.Cells cells : KernelSpec.Cells.values()) {
      Path folder = KernelSpec.launcher(launcher, "kernel").install(place.kernels(), cells);
      Console.error()
          .println("nyala: Jupyter now knows \"" + cells.displayName() + "\": " + folder);
    }
    return 0;
  }
}
