package io.nyala.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapermillTest {

  @TempDir Path prefix;

  @Test
  void isTaughtWhereItIsInstalledAndForgetsAgain() throws IOException {
    Path packages = prefix.resolve("lib/python3.11/site-packages");
    Path other = prefix.resolve("lib/python3.12/site-packages");
    Files.createDirectories(packages.resolve("papermill"));
    Files.createDirectories(other);
    List<Path> folders = Papermill.sitePackages(prefix);
    assertEquals(2, folders.size());
    assertEquals(List.of(packages.resolve("nyala_papermill.py")), Papermill.install(folders));
    Papermill.install(folders);
    Path info = packages.resolve("nyala_papermill-1.dist-info");
    assertTrue(Files.readString(info.resolve("entry_points.txt")).contains("papermill.engine"));
    assertTrue(Files.readString(info.resolve("RECORD")).contains("nyala_papermill.py,,"));
    Papermill.uninstall(folders);
    assertFalse(Files.exists(info));
    assertFalse(Files.exists(packages.resolve("nyala_papermill.py")));
  }

  @Test
  void leavesTheWheelsModuleAlone() throws IOException {
    Path packages = Files.createDirectories(prefix.resolve("Lib/site-packages"));
    Files.createDirectories(packages.resolve("papermill"));
    Files.writeString(packages.resolve("nyala_papermill.py"), "from the wheel");
    List<Path> folders = Papermill.sitePackages(prefix);
    assertEquals(List.of(), Papermill.install(folders));
    Papermill.uninstall(folders);
    assertEquals("from the wheel", Files.readString(packages.resolve("nyala_papermill.py")));
  }
}
