package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file under a passing name and puts it in place when it is whole. */
final class SafeWrite {

  /** Writes to a path. */
  interface Writer {
    void write(Path path) throws IOException;
  }

  private SafeWrite() {}

  /**
   * Writes a file, or leaves what was there as it was.
   *
   * @throws KerasException if it cannot be written
   */
  static void to(Path target, Writer writer) {
    Path whole = target.toAbsolutePath();
    Path passing = null;
    try {
      Files.createDirectories(whole.getParent());
      passing = Files.createTempFile(whole.getParent(), ".", ".part");
      writer.write(passing);
      move(passing, whole);
    } catch (IOException e) {
      throw KerasException.file("The file '" + target + "' cannot be written: " + e);
    } finally {
      remove(passing);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(Path passing) {
    try {
      if (passing != null) {
        Files.deleteIfExists(passing);
      }
    } catch (IOException e) {
      // A passing file that stays behind does no harm.
      passing.toFile().deleteOnExit();
    }
  }
}
