package io.nyala.kernel.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.nyala.kernel.spec.KernelSpec.Cells;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelSpecTest {

  @TempDir Path kernels;

  @Test
  void writesAFolderThatJupyterReads() throws Exception {
    KernelSpec spec =
        KernelSpec.java(
            Path.of("/jdk with space/bin/java"),
            List.of("--add-modules", "jdk.incubator.vector", "-Xmx4g"),
            "/a.jar:/b.jar");
    Path folder = spec.install(kernels, Cells.GROOVY);
    assertEquals(kernels.resolve("nyala"), folder);
    assertEquals(
        Set.of("kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"), names(folder));
    JsonObject json = json(folder);
    assertEquals(
        "[\"/jdk with space/bin/java\",\"--add-modules\",\"jdk.incubator.vector\",\"-Xmx4g\","
            + "\"-cp\",\"/a.jar:/b.jar\",\"io.nyala.kernel.Main\",\"{connection_file}\"]",
        json.get("argv").toString());
    assertEquals("Groovy (Nyala)", json.get("display_name").getAsString());
    assertEquals("groovy", json.get("language").getAsString());
    assertEquals("message", json.get("interrupt_mode").getAsString());
  }

  private static JsonObject json(Path folder) throws Exception {
    return JsonParser.parseString(Files.readString(folder.resolve("kernel.json")))
        .getAsJsonObject();
  }

  private static Set<String> names(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void theKernelsEnvironmentIsWritten() throws Exception {
    KernelSpec spec =
        KernelSpec.launcher(Path.of("nyala"), "kernel").with(Map.of("NYALA_JVM_ARGS", "-Xmx4g"));
    JsonObject json = json(spec.install(kernels, Cells.GROOVY));
    assertEquals("{\"NYALA_JVM_ARGS\":\"-Xmx4g\"}", json.get("env").toString());
  }

  @Test
  void pythonCellsHaveAKernelOfTheirOwn() throws Exception {
    KernelSpec spec = KernelSpec.launcher(Path.of("nyala"), "kernel");
    Path folder = spec.install(kernels, Cells.PYTHON);
    assertEquals(kernels.resolve("nyala-python"), folder);
    JsonObject json = json(folder);
    assertEquals(
        "[\"nyala\",\"kernel\",\"--python\",\"{connection_file}\"]", json.get("argv").toString());
    assertEquals("Python cells (Nyala)", json.get("display_name").getAsString());
    assertEquals("python", json.get("language").getAsString());
    assertTrue(KernelSpec.uninstall(kernels));
    assertFalse(Files.exists(folder));
  }

  @Test
  void logosAreOfTheirNamesSize() throws Exception {
    Path folder = KernelSpec.launcher(Path.of("nyala"), "kernel").install(kernels, Cells.GROOVY);
    for (int size : new int[] {32, 64}) {
      Path logo = folder.resolve("logo-" + size + "x" + size + ".png");
      assertEquals(size, ImageIO.read(logo.toFile()).getWidth());
      assertEquals(size, ImageIO.read(logo.toFile()).getHeight());
    }
  }

  @Test
  void installingAgainReplacesAndUninstallingRemoves() throws Exception {
    KernelSpec.launcher(Path.of("old"), "kernel").install(kernels, Cells.GROOVY);
    Path folder = KernelSpec.launcher(Path.of("new"), "kernel").install(kernels, Cells.GROOVY);
    assertEquals("[\"new\",\"kernel\",\"{connection_file}\"]", json(folder).get("argv").toString());
    assertTrue(KernelSpec.uninstall(kernels));
    assertFalse(Files.exists(folder));
    assertFalse(KernelSpec.uninstall(kernels));
  }

  @Test
  void findsTheUsersFolderOnEachSystem() {
    assertEquals(Path.of("/home/u/.local/share/jupyter/kernels"), paths(Map.of(), "Linux").user());
    assertEquals(
        Path.of("/x/jupyter/kernels"), paths(Map.of("XDG_DATA_HOME", "/x"), "Linux").user());
    assertEquals(Path.of("/j/kernels"), paths(Map.of("JUPYTER_DATA_DIR", "/j"), "Mac OS X").user());
    assertEquals(Path.of("/home/u/Library/Jupyter/kernels"), paths(Map.of(), "Mac OS X").user());
    assertEquals(
        Path.of("/roaming/jupyter/kernels"),
        paths(Map.of("APPDATA", "/roaming"), "Windows 11").user());
  }

  @Test
  void findsTheActiveEnvironment() {
    assertEquals(
        Path.of("/venv/share/jupyter/kernels"),
        paths(Map.of("VIRTUAL_ENV", "/venv"), "Linux").sysPrefix());
    assertThrows(IllegalStateException.class, () -> paths(Map.of(), "Linux").sysPrefix());
  }

  private static JupyterPaths paths(Map<String, String> environment, String os) {
    return new JupyterPaths(environment, "/home/u", os);
  }
}
