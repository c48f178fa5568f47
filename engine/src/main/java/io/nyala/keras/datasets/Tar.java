package io.nyala.keras.datasets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks a tar archive, compressed by gzip or not. Only files and folders are made, and none
 * outside the folder that is given: links are passed over.
 *
 * <p>Source: POSIX.1-2001, {@code pax}, with the long names of GNU tar.
 */
public final class Tar {

  /** Is told of the entries of an archive, in their order. */
  public interface Visitor {

    /**
     * One entry.
     *
     * @param name its path in the archive
     * @param size how many bytes it has; -1 for a folder
     * @param content its bytes, as many of which are read as are wanted; null for a folder
     */
    void entry(String name, long size, InputStream content) throws IOException;
  }

  private static final int BLOCK = 512;
  private static final int MAGIC = 257;
  private static final int LARGEST_HEADER = 1 << 20;

  private final InputStream in;
  private final Visitor visitor;
  private final byte[] header = new byte[BLOCK];
  private String longName;

  private Tar(InputStream in, Visitor visitor) {
    this.in = in;
    this.visitor = visitor;
  }

  /** Whether a file is a tar archive. */
  public static boolean is(Path file) throws IOException {
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
    Path root = folder.toAbsolutePath().normalize();
    visit(file, (name, size, content) -> write(root, name, content));
  }

  /** Goes through the entries of an archive. */
  public static void visit(Path file, Visitor visitor) throws IOException {
    try (InputStream in = open(file)) {
      new Tar(in, visitor).all();
    }
  }

  /** Makes the file or folder of an entry, unless that would be outside the root. */
  public static void write(Path root, String name, InputStream content) throws IOException {
    Path target = root.resolve(name.replaceFirst("^/+", "")).normalize();
    if (!target.startsWith(root)) {
      return;
    }
    if (content == null) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
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
        Content content = new Content(in, size);
        visitor.entry(name(), size, content);
        content.skipNBytes(content.left);
        pad(size);
      }
      case '5' -> {
        visitor.entry(name(), -1, null);
        skip(size);
      }
      default -> {
        skip(size);
        longName = kind == 'g' ? longName : null;
      }
    }
  }

  private String name() {
    String prefix = text(345, 155);
    String own = text(0, 100);
    String name = longName != null ? longName : prefix.isEmpty() ? own : prefix + "/" + own;
    longName = null;
    return name;
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

  private void skip(long size) throws IOException {
    in.skipNBytes(size);
    pad(size);
  }

  private void pad(long size) throws IOException {
    in.readNBytes((int) ((BLOCK - size % BLOCK) % BLOCK));
  }

  /** The bytes of one entry. */
  private static final class Content extends InputStream {
    private final InputStream in;
    private long left;

    Content(InputStream in, long size) {
      this.in = in;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int n = in.read(into, from, (int) Math.min(left, length));
      if (n < 0) {
        throw new EOFException("the archive ends inside an entry");
      }
      left -= n;
      return n;
    }
  }
}
