package io.nyala.keras.saving;

import io.nyala.data.WholeFile;
import io.nyala.keras.KerasException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file of a model whole, and its folder where there is none. */
final class SafeWrite {

  private SafeWrite() {}

  /**
   * Writes a file, or leaves what was there as it was.
   *
   * @throws KerasException if it cannot be written
   */
  static void to(Path target, WholeFile.Writer writer) {
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      WholeFile.write(target, writer);
    } catch (IOException e) {
      throw KerasException.file("The file '" + target + "' cannot be written: " + e);
    }
  }
}
