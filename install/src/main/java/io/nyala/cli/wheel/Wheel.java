package io.nyala.cli.wheel;

import io.nyala.kernel.spec.KernelSpec;
import io.nyala.kernel.spec.KernelSpec.Cells;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Python wheel that holds the kernels as data files: {@code pip install} lays them under {@code
 * share/jupyter/kernels} of its environment, where Jupyter finds them. The jars lie with {@code
 * nyala}; {@code nyala-python} starts from there. A module beside them tells papermill, where that
 * is installed, how parameters are written in Groovy.
 */
public final class Wheel {
  /** Fixed, so that the same jars give the same wheel; the earliest a zip file can say. */
  private static final long WRITTEN =
      java.time.Instant.parse("1980-02-01T00:00:00Z").toEpochMilli();

  private final String version;
  private final List<Path> jars;
  private final List<String> record = new ArrayList<>();

  /**
   * @param jars what the kernel runs from
   */
  public Wheel(String version, List<Path> jars) {
    this.version = version;
    this.jars = List.copyOf(jars);
  }

  /** The wheel's file name, which says what it is for. */
  public String fileName() {
    return "nyala-" + version + "-py3-none-any.whl";
  }

  /** Writes the wheel into a folder and gives its path. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path fresh = folder.resolve(fileName() + ".new");
    Path kernelSpec = Files.createTempDirectory("nyala-wheel");
    try {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
        write(zip, kernelSpec);
      }
      Path file = folder.resolve(fileName());
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } finally {
      Files.deleteIfExists(fresh);
      KernelSpec.uninstall(kernelSpec);
      Files.delete(kernelSpec);
    }
  }

  private void write(ZipOutputStream zip, Path scratch) throws IOException {
    String kernels = "nyala-" + version + ".data/data/share/jupyter/kernels/";
    String data = kernels + Cells.GROOVY.kernel() + "/";
    String info = "nyala-" + version + ".dist-info/";
    // Jupyter puts its own Python for the word python, and the spec's folder for {resource_dir}.
    KernelSpec groovy = KernelSpec.launcher(Path.of("python"), "{resource_dir}/launch.py");
    addAll(zip, data, groovy.install(scratch, Cells.GROOVY));
    KernelSpec python = KernelSpec.launcher(Path.of("python"), "{resource_dir}/../nyala/launch.py");
    addAll(zip, kernels + Cells.PYTHON.kernel() + "/", python.install(scratch, Cells.PYTHON));
    add(zip, data + "launch.py", resource("launch.py"));
    for (Path jar : jars) {
      add(zip, data + "lib/" + jar.getFileName(), Files.readAllBytes(jar));
    }
    add(zip, "nyala_papermill.py", resource("nyala_papermill.py"));
    add(
        zip,
        info + "entry_points.txt",
        text("[papermill.engine]\nnyala = nyala_papermill:Engine\n"));
    add(zip, info + "METADATA", text(metadata()));
    add(
        zip,
        info + "WHEEL",
        text("Wheel-Version: 1.0\nGenerator: nyala\nRoot-Is-Purelib: true\nTag: py3-none-any\n"));
    record.add(info + "RECORD,,");
    put(zip, info + "RECORD", text(String.join("\n", record) + "\n"));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = Wheel.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    }
  }

  private void addAll(ZipOutputStream zip, String at, Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        add(zip, at + file.getFileName(), Files.readAllBytes(file));
      }
    }
  }

  private String metadata() {
    return "Metadata-Version: 2.1\nName: nyala\nVersion: "
        + version
        + "\nSummary: A deep-learning notebook for the JVM: Jupyter kernels for Groovy and Python cells\n"
        + "License: Apache-2.0\nRequires-Python: >=3.8\nRequires-Dist: jupyter_client\n\n"
        + "Keras' names in Groovy or Python cells. Needs a JDK from 17 up (NYALA_JAVA_HOME or JAVA_HOME names"
        + " it; NYALA_JVM_ARGS adds flags).\n";
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(content));
    record.add(name + ",sha256=" + hash + "," + content.length);
    put(zip, name, content);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(WRITTEN);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
