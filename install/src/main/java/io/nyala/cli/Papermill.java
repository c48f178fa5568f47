package io.nyala.cli;

import io.nyala.cli.wheel.Wheel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Teaches the papermill of a Python environment to write parameters in Groovy: a module, and the
 * entry point by which papermill finds it, as pip would have put them there. No Python is run.
 */
final class Papermill {
  private static final String MODULE = "nyala_papermill.py";
  private static final String INFO = "nyala_papermill-1.dist-info";

  private Papermill() {}

  /** The folders of packages below a prefix: {@code lib/python3.11/site-packages} and its like. */
  static List<Path> sitePackages(Path prefix) throws IOException {
    List<Path> found = new ArrayList<>();
    Path windows = prefix.resolve("Lib").resolve("site-packages");
    if (Files.isDirectory(windows)) {
      found.add(windows);
    }
    Path lib = prefix.resolve("lib");
    if (Files.isDirectory(lib)) {
      try (DirectoryStream<Path> pythons = Files.newDirectoryStream(lib, "python3.*")) {
        for (Path each : pythons) {
          Path packages = each.resolve("site-packages");
          if (Files.isDirectory(packages) && !found.contains(packages)) {
            found.add(packages);
          }
        }
      }
    }
    return found;
  }

  /** Writes the module into those that hold papermill; gives where it did. */
  static List<Path> install(List<Path> folders) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Path folder : folders) {
      boolean own = Files.isDirectory(folder.resolve(INFO));
      boolean fromWheel = Files.exists(folder.resolve(MODULE)) && !own;
      if (Files.isDirectory(folder.resolve("papermill")) && !fromWheel) {
        for (Map.Entry<String, String> each : files().entrySet()) {
          Path file = folder.resolve(each.getKey());
          Files.createDirectories(file.getParent());
          Files.writeString(file, each.getValue());
        }
        written.add(folder.resolve(MODULE));
      }
    }
    return written;
  }

  /** Takes away what was written. */
  static void uninstall(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (Files.isDirectory(folder.resolve(INFO))) {
        for (String each : files().keySet()) {
          Files.deleteIfExists(folder.resolve(each));
        }
        Files.deleteIfExists(folder.resolve(INFO));
      }
    }
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    try (InputStream in = Wheel.class.getResourceAsStream(MODULE)) {
      all.put(MODULE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    String about = "Metadata-Version: 2.1\nName: nyala-papermill\nVersion: 1\n";
    all.put(INFO + "/METADATA", about + "Summary: Parameters of Groovy notebooks for papermill\n");
    all.put(INFO + "/INSTALLER", "nyala\n");
    all.put(INFO + "/entry_points.txt", "[papermill.engine]\nnyala = nyala_papermill:Engine\n");
    StringBuilder record = new StringBuilder();
    all.keySet().forEach(name -> record.append(name).append(",,\n"));
    all.put(INFO + "/RECORD", record.append(INFO).append("/RECORD,,\n").toString());
    return all;
  }
}
