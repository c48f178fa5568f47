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

/** Makes "Groovy (Nyala)" appear in Jupyter; needs no Python. */
@Command(
    name = "install",
    description = "Register the kernel \"Groovy (Nyala)\" with Jupyter.",
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
    Path folder = KernelSpec.launcher(launcher, "kernel").install(place.kernels());
    Console.error()
        .println("nyala: Jupyter now knows \"" + KernelSpec.DISPLAY_NAME + "\": " + folder);
    return 0;
  }
}
