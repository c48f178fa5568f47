package io.nyala.keras.datasets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks a tar archive, compressed by gzip or not. Only files and folders are made, and none
 * outside the folder that is given: links are passed over.
 *
 * <p>Source: POSIX.1-2001, {@code pax}, with the long names of GNU tar.
 */
final class Tar {

  private static final int BLOCK = 512;
  private static final int MAGIC = 257;
  private static final int LARGEST_HEADER = 1 << 20;

  private final InputStream in;
  private final Path folder;
  private final byte[] header = new byte[BLOCK];
  private String longName;

  private Tar(InputStream in, Path folder) {
    this.in = in;
    this.folder = folder;
  }

  /** Whether a file is a tar archive. */
  static boolean is(Path file) throws IOException {
    try (InputStream in = open(file)) {
      byte[] start = in.readNBytes(BLOCK);
      return start.length == BLOCK
          && new String(start, MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    } catch (IOException e) {
      return false;
    }
  }

  /** Unpacks an archive into a folder. */
  static void extract(Path file, Path folder) throws IOException {
    try (InputStream in = open(file)) {
      new Tar(in, folder.toAbsolutePath().normalize()).all();
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    plain.mark(2);
    boolean gzip = plain.read() == 0x1f && plain.read() == 0x8b;
    plain.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(plain), 1 << 16) : plain;
  }

  private void all() throws IOException {
    while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
      entry((char) header[156], size());
    }
  }

  private void entry(char kind, long size) throws IOException {
    switch (kind) {
      case 'L' -> longName = ended(content(size));
      case 'x' -> longName = path(content(size));
      case '0', '\0', '7' -> {
        Path target = target();
        if (target == null) {
          skip(size);
        } else {
          Files.createDirectories(target.getParent());
          write(target, size);
        }
      }
      case '5' -> {
        Path target = target();
        if (target != null) {
          Files.createDirectories(target);
        }
        skip(size);
      }
      default -> {
        skip(size);
        longName = kind == 'g' ? longName : null;
      }
    }
  }

  /** Where the entry belongs; null where that would be outside the folder. */
  private Path target() {
    String prefix = text(345, 155);
    String name = longName != null ? longName : prefix.isEmpty() ? name() : prefix + "/" + name();
    longName = null;
    Path target = folder.resolve(name.replaceFirst("^/+", "")).normalize();
    return target.startsWith(folder) ? target : null;
  }

  private String name() {
    return text(0, 100);
  }

  private String text(int from, int length) {
    return ended(java.util.Arrays.copyOfRange(header, from, from + length));
  }

  private static String ended(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.UTF_8);
    int end = all.indexOf('\0');
    return end < 0 ? all : all.substring(0, end);
  }

  private long size() throws IOException {
    if ((header[124] & 0x80) != 0) {
      long size = 0;
      for (int i = 128; i < 136; i++) {
        size = size << 8 | header[i] & 0xff;
      }
      return size;
    }
    try {
      return Long.parseLong("0" + text(124, 12).strip(), 8);
    } catch (NumberFormatException e) {
      throw new IOException("the archive is damaged: an entry has no size", e);
    }
  }

  /** The {@code path} of a pax header: records of {@code length key=value}. */
  private static String path(byte[] records) {
    for (String line : new String(records, StandardCharsets.UTF_8).split("\n")) {
      int at = line.indexOf(" path=");
      if (at > 0) {
        return line.substring(at + " path=".length());
      }
    }
    return null;
  }

  private byte[] content(long size) throws IOException {
    if (size > LARGEST_HEADER) {
      throw new IOException("the archive is damaged: a name of " + size + " bytes");
    }
    byte[] content = in.readNBytes((int) size);
    pad(size);
    return content;
  }

  private void write(Path target, long size) throws IOException {
    try (var out = Files.newOutputStream(target)) {
      byte[] block = new byte[1 << 16];
      long left = size;
      while (left > 0) {
        int n = in.read(block, 0, (int) Math.min(left, block.length));
        if (n < 0) {
          throw new EOFException("the archive ends inside " + target.getFileName());
        }
        out.write(block, 0, n);
        left -= n;
      }
    }
    pad(size);
  }

  private void skip(long size) throws IOException {
    in.skipNBytes(size);
    pad(size);
  }

  private void pad(long size) throws IOException {
    in.readNBytes((int) ((BLOCK - size % BLOCK) % BLOCK));
  }
}
