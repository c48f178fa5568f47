package io.nyala.kernel.spec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where Jupyter looks for kernelspecs, without asking Python. */
public final class JupyterPaths {

  private final Map<String, String> environment;
  private final String home;
  private final String os;

  /** The paths of this machine and user. */
  public JupyterPaths() {
    this(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"));
  }

  JupyterPaths(Map<String, String> environment, String home, String osName) {
    this.environment = environment;
    this.home = home;
    this.os = osName.toLowerCase(Locale.ROOT);
  }

  /** The user's kernelspecs, which every Jupyter of this user sees. */
  public Path user() {
    return userData().resolve("kernels");
  }

  private Path userData() {
    if (isSet("JUPYTER_DATA_DIR")) {
      return Path.of(environment.get("JUPYTER_DATA_DIR"));
    } else if (os.startsWith("mac")) {
      return Path.of(home, "Library", "Jupyter");
    } else if (os.startsWith("windows")) {
      return isSet("APPDATA")
          ? Path.of(environment.get("APPDATA"), "jupyter")
          : Path.of(home, ".jupyter", "data");
    }
    return isSet("XDG_DATA_HOME")
        ? Path.of(environment.get("XDG_DATA_HOME"), "jupyter")
        : Path.of(home, ".local", "share", "jupyter");
  }

  /**
   * The kernelspecs of the active virtual or conda environment.
   *
   * @throws IllegalStateException if none is active
   */
  public Path sysPrefix() {
    for (String name : new String[] {"VIRTUAL_ENV", "CONDA_PREFIX"}) {
      if (isSet(name)) {
        return prefix(Path.of(environment.get(name)));
      }
    }
    throw new IllegalStateException(
        "--sys-prefix needs an active virtual or conda environment, and neither VIRTUAL_ENV nor"
            + " CONDA_PREFIX is set; activate one, or name its folder with --prefix DIR");
  }

  /** The kernelspecs of an installation under this folder, such as {@code /usr/local}. */
  public Path prefix(Path prefix) {
    return prefix.resolve("share").resolve("jupyter").resolve("kernels");
  }

  private boolean isSet(String name) {
    return environment.get(name) != null && !environment.get(name).isEmpty();
  }
}
