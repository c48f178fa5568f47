package io.nyala.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole, with the permissions one expects, or is what it was. */
class WholeFileTest {

  @TempDir Path folder;

  @Test
  void leavesWhatWasThereWhenWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    assertThrows(
        IOException.class,
        () ->
            WholeFile.write(
                file,
                path -> {
                  Files.writeString(path, "half");
                  throw new IOException("disk full");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path file = folder.resolve("none/a");
    var e = assertThrows(NoSuchFileException.class, () -> WholeFile.write(file, "x"));
    assertEquals(file.toString(), e.getMessage());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void hasThePermissionsOfAnyNewFileOrOfTheOldOne() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    Path fresh = folder.resolve("fresh");
    WholeFile.write(fresh, "x");
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(fresh));
    var narrow = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(fresh, narrow);
    WholeFile.write(fresh, "y");
    assertEquals(narrow, Files.getPosixFilePermissions(fresh));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsALink() throws IOException {
    Path file = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    WholeFile.write(link, "new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
