package io.nyala.keras.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.KerasException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedFileTest {
  @TempDir Path folder;

  private CachedFile file(String name, Path origin, String hash, boolean extract) {
    return new CachedFile(
        name, origin.toUri().toString(), folder.resolve("cache"), hash, "auto", extract, false);
  }

  private Path origin(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @Test
  void aFileIsFetchedOnce() throws IOException {
    Path origin = origin("a.txt", "first".getBytes(StandardCharsets.UTF_8));
    CachedFile file = file(null, origin, null, false);
    assertEquals(folder.resolve("cache/a.txt"), file.get());
    Files.writeString(origin, "second");
    assertEquals("first", Files.readString(file.get()));
  }

  @Test
  void aFileOfAnotherChecksumIsFetchedAgainAndRefused() throws IOException {
    Path origin = origin("b.txt", "abc".getBytes(StandardCharsets.UTF_8));
    String md5 = "900150983cd24fb0d6963f7d28e17f72";
    assertEquals("abc", Files.readString(file(null, origin, md5, false).get()));
    Files.writeString(origin, "abd");
    Files.writeString(folder.resolve("cache/b.txt"), "damaged");
    KerasException error =
        assertThrows(KerasException.class, () -> file(null, origin, md5, false).get());
    assertTrue(error.getMessage().contains(md5), error.getMessage());
  }

  @Test
  void aZipIsUnpackedAndNothingLeavesTheFolder() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"in/a.txt", "../out.txt"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    Path unpacked = file(null, origin("c.zip", bytes.toByteArray()), null, true).get();
    assertEquals(folder.resolve("cache/c.zip"), unpacked);
    assertEquals("in/a.txt", Files.readString(unpacked.resolve("in/a.txt")));
    assertFalse(Files.exists(folder.resolve("cache/out.txt")));
  }

  @Test
  void aTarIsUnpackedBesideItself() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(entry("d/e.txt", "hello"));
      gzip.write(entry("../away.txt", "no"));
      gzip.write(new byte[1024]);
    }
    Path origin = origin("d.tar.gz", bytes.toByteArray());
    Path unpacked = file("d.tar.gz", origin, null, true).get();
    assertEquals(folder.resolve("cache/d_extracted"), unpacked);
    assertEquals("hello", Files.readString(unpacked.resolve("d/e.txt")));
    assertFalse(Files.exists(folder.resolve("cache/away.txt")));
  }

  private static byte[] entry(String name, String content) {
    byte[] block = new byte[1024];
    put(block, 0, name);
    put(block, 124, String.format("%011o", content.length()));
    block[156] = '0';
    put(block, 257, "ustar");
    put(block, 512, content);
    return block;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  @Test
  void anAddressWithoutANameNeedsOne() {
    CachedFile file = new CachedFile(null, "http://a.example/", folder, null, "auto", false, false);
    assertThrows(KerasException.class, file::get);
  }
}
