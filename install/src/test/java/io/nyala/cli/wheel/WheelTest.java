package io.nyala.cli.wheel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WheelTest {
  private static final String DATA = "nyala-9.8.data/data/share/jupyter/kernels/nyala/";

  @TempDir Path folder;

  private Path write(String name) throws IOException {
    Path jar = Files.writeString(folder.resolve("engine.jar"), "classes");
    return new Wheel("9.8", List.of(jar)).write(folder.resolve(name));
  }

  private static String text(ZipFile zip, String name) throws IOException {
    assertNotNull(zip.getEntry(name), name);
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void holdsTheKernelWhereJupyterLooks() throws IOException {
    Path wheel = write("a");
    assertEquals("nyala-9.8-py3-none-any.whl", wheel.getFileName().toString());
    try (ZipFile zip = new ZipFile(wheel.toFile())) {
      String spec = text(zip, DATA + "kernel.json").replaceAll("\\s", "");
      assertTrue(
          spec.contains("[\"python\",\"{resource_dir}/launch.py\",\"{connection_file}\"]"), spec);
      assertTrue(text(zip, DATA + "launch.py").contains("NYALA_JVM_ARGS"));
      assertEquals("classes", text(zip, DATA + "lib/engine.jar"));
      assertNotNull(zip.getEntry(DATA + "logo-64x64.png"));
      String python = text(zip, DATA.replace("nyala/", "nyala-python/") + "kernel.json");
      assertTrue(
          python.contains("\"{resource_dir}/../nyala/launch.py\",\n    \"--python\""), python);
      assertTrue(text(zip, "nyala_papermill.py").contains("class GroovyTranslator"));
      String entries = text(zip, "nyala-9.8.dist-info/entry_points.txt");
      assertEquals("[papermill.engine]\nnyala = nyala_papermill:Engine\n", entries);
      assertTrue(text(zip, "nyala-9.8.dist-info/METADATA").contains("Name: nyala\nVersion: 9.8\n"));
    }
  }

  @Test
  void recordsEveryFileWithItsHash() throws Exception {
    try (ZipFile zip = new ZipFile(write("a").toFile())) {
      List<String> lines = text(zip, "nyala-9.8.dist-info/RECORD").lines().toList();
      assertEquals(zip.size(), lines.size());
      for (String line : lines) {
        String[] parts = line.split(",", -1);
        byte[] content = text(zip, parts[0]).getBytes(StandardCharsets.UTF_8);
        if (!parts[1].isEmpty() && !parts[0].endsWith(".png")) {
          byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
          assertEquals(
              "sha256=" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash), parts[1]);
          assertEquals(content.length, Integer.parseInt(parts[2]));
        }
      }
    }
  }

  @Test
  void sameJarsGiveTheSameWheel() throws IOException {
    assertArrayEquals(Files.readAllBytes(write("a")), Files.readAllBytes(write("b")));
  }
}
