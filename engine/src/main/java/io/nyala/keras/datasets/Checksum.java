package io.nyala.keras.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum that a file must have.
 *
 * @param algorithm such as {@code SHA-256}
 * @param hex in lower case
 */
record Checksum(String algorithm, String hex) {

  /**
   * Checks a file.
   *
   * @param name what the error calls it
   * @throws IOException if its checksum is another
   */
  void check(Path file, String name) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      check(in, name);
    }
  }

  /** Checks what is left to read. */
  void check(InputStream in, String name) throws IOException {
    try (DigestInputStream digesting = new DigestInputStream(in, digest())) {
      digesting.transferTo(OutputStream.nullOutputStream());
      String found = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
      if (!found.equals(hex)) {
        throw new IOException(
            name + " has the " + algorithm + " checksum " + found + ", expected " + hex);
      }
    }
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
