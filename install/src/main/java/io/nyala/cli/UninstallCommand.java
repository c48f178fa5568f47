package io.nyala.cli;

import io.nyala.kernel.spec.KernelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes the kernel away from Jupyter. */
@Command(
    name = "uninstall",
    description = "Take the kernel away from Jupyter.",
    mixinStandardHelpOptions = true)
final class UninstallCommand implements Callable<Integer> {

  @Mixin private InstallCommand.Place place;

  @Override
  public Integer call() throws IOException {
    Path kernels = place.kernels();
    boolean gone = KernelSpec.uninstall(kernels);
    Papermill.uninstall(place.sitePackages());
    String what = gone ? "took the kernels away from " : "there is no Nyala kernel in ";
    Console.error().println("nyala: " + what + kernels);
    return 0;
  }
}
