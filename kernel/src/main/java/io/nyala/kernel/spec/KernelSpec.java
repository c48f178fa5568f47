package io.nyala.kernel.spec;

import com.google.gson.GsonBuilder;
import io.nyala.data.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kernelspec, {@code nyala} or {@code nyala-python}: a folder with {@code kernel.json} and logos.
 *
 * @param command what starts the kernel, without the connection file
 * @param environment variables that the kernel gets besides the front end's own
 */
public record KernelSpec(List<String> command, Map<String, String> environment) {

  /** The languages that cells may be written in: one kernel each. */
  public enum Cells {
    /** Groovy that reads like Keras. */
    GROOVY("nyala", "Groovy (Nyala)", "groovy"),
    /** Python, as notebooks on the web have it. */
    PYTHON("nyala-python", "Python cells (Nyala)", "python");

    private final String kernel;
    private final String displayName;
    private final String language;

    Cells(String kernel, String displayName, String language) {
      this.kernel = kernel;
      this.displayName = displayName;
      this.language = language;
    }

    /** The kernel's name, which is its folder's name too. */
    public String kernel() {
      return kernel;
    }

    /** The name that people see. */
    public String displayName() {
      return displayName;
    }

    /** The name Jupyter and the session have for the language. */
    public String language() {
      return language;
    }
  }

  private static final String FILE = "kernel.json";
  private static final List<String> LOGOS =
      List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

  /**
   * A kernel that is started by Java itself.
   *
   * @param java the java executable
   * @param jvmArguments such as {@code --add-modules}, {@code jdk.incubator.vector}, {@code -Xmx4g}
   * @param classPath what the kernel runs from
   */
  public static KernelSpec java(Path java, List<String> jvmArguments, String classPath) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", classPath, "io.nyala.kernel.Main"));
    return new KernelSpec(List.copyOf(command), Map.of());
  }

  /**
   * A kernel that is started by a launcher, which must become the kernel's process ({@code exec}),
   * so that signals and the front end's watch reach it.
   */
  public static KernelSpec launcher(Path launcher, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    return new KernelSpec(List.copyOf(command), Map.of());
  }

  /** The same with more variables in the kernel's environment. */
  public KernelSpec with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(more);
    return new KernelSpec(command, Map.copyOf(all));
  }

  /**
   * Writes the kernelspec of a language, over one that is there. A front end sees the old one or
   * the new one, never half of it.
   *
   * @param kernels the folder of kernelspecs, see {@link JupyterPaths}
   * @return the kernelspec's own folder
   */
  public Path install(Path kernels, Cells cells) throws IOException {
    Path folder = Files.createDirectories(kernels.resolve(cells.kernel()));
    for (String logo : LOGOS) {
      try (InputStream in = KernelSpec.class.getResourceAsStream(logo)) {
        byte[] picture = in.readAllBytes();
        WholeFile.write(folder.resolve(logo), fresh -> Files.write(fresh, picture));
      }
    }
    WholeFile.write(folder.resolve(FILE), json(cells));
    return folder;
  }

  /**
   * Removes the kernelspecs of every language.
   *
   * @return false if there was none
   */
  public static boolean uninstall(Path kernels) throws IOException {
    boolean existed = false;
    for (Cells cells : Cells.values()) {
      existed |= remove(kernels.resolve(cells.kernel()));
    }
    return existed;
  }

  private static boolean remove(Path folder) throws IOException {
    boolean existed = Files.deleteIfExists(folder.resolve(FILE));
    for (String logo : LOGOS) {
      Files.deleteIfExists(folder.resolve(logo));
    }
    if (existed) {
      Files.delete(folder);
    }
    return existed;
  }

  /** The text of {@code kernel.json}. */
  private String json(Cells cells) {
    List<String> argv = new ArrayList<>(command);
    if (cells != Cells.GROOVY) {
      argv.add("--" + cells.language());
    }
    argv.add("{connection_file}");
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("argv", argv);
    spec.put("display_name", cells.displayName());
    spec.put("language", cells.language());
    spec.put("interrupt_mode", "message");
    spec.put("env", environment);
    spec.put("metadata", Map.of("debugger", false));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(spec) + "\n";
  }
}
