package io.nyala.keras.datasets;

import io.nyala.keras.KerasException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the lists and the labels of an {@code .npz} file such as imdb.npz. */
final class NpzLists implements AutoCloseable {

  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\((\\d+),\\)");
  private static final int MOST_HEADER = 1 << 16;
  private static final int MOST_ROWS = 50_000_000;

  private final Path file;
  private final ZipFile zip;

  NpzLists(Path file) {
    this.file = file;
    if (!Files.isRegularFile(file)) {
      throw KerasException.file("No such file: '" + file + "'.");
    }
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException e) {
      throw unusable("it is not a zip archive: " + e.getMessage());
    }
  }

  /** The array of lists of this name. */
  int[][] lists(String name) {
    try (InputStream in = open(name)) {
      String header = header(in, name);
      if (!value(TYPE, header, name).equals("|O")) {
        throw unusable(name + " holds no lists");
      }
      int[][] rows = ListPickle.read(in);
      if (rows.length != rows(header, name)) {
        throw unusable(
            name + " says it has " + rows(header, name) + " lists and has " + rows.length);
      }
      return rows;
    } catch (IOException e) {
      throw unusable(name + ": " + e.getMessage());
    }
  }

  /** The array of whole numbers of this name. */
  long[] numbers(String name) {
    try (InputStream in = open(name)) {
      String header = header(in, name);
      String type = value(TYPE, header, name);
      int rows = rows(header, name);
      int bytes = type.matches("[<|][iu][1248]") ? type.charAt(2) - '0' : 0;
      if (bytes == 0) {
        throw unusable(name + " holds " + type + ", not whole numbers");
      }
      byte[] data = in.readNBytes(Math.multiplyExact(rows, bytes));
      if (data.length < rows * bytes) {
        throw new EOFException("the file is cut short");
      }
      return decode(ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN), rows, bytes);
    } catch (IOException e) {
      throw unusable(name + ": " + e.getMessage());
    }
  }

  private static long[] decode(ByteBuffer data, int rows, int bytes) {
    long[] numbers = new long[rows];
    for (int i = 0; i < rows; i++) {
      numbers[i] =
          switch (bytes) {
            case 1 -> data.get(i);
            case 2 -> data.getShort(2 * i);
            case 4 -> data.getInt(4 * i);
            default -> data.getLong(8 * i);
          };
    }
    return numbers;
  }

  private InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      throw unusable("it has no " + name);
    }
    return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
  }

  private String header(InputStream in, String name) throws IOException {
    DataInputStream data = new DataInputStream(in);
    byte[] magic = data.readNBytes(8);
    if (magic.length < 8 || magic[0] != (byte) 0x93 || magic[1] != 'N') {
      throw unusable(name + " is not a NumPy array");
    }
    int length = data.readUnsignedByte() | data.readUnsignedByte() << 8;
    if (magic[6] > 1) {
      length |= data.readUnsignedByte() << 16 | data.readUnsignedByte() << 24;
    }
    if (length < 0 || length > MOST_HEADER) {
      throw unusable(name + " is not a NumPy array");
    }
    return new String(data.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  private int rows(String header, String name) {
    String digits = value(SHAPE, header, name);
    if (digits.length() > 9 || Integer.parseInt(digits) > MOST_ROWS) {
      throw unusable(name + " says it has " + digits + " rows");
    }
    return Integer.parseInt(digits);
  }

  private String value(Pattern pattern, String header, String name) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw unusable(name + " is not an array of one axis");
    }
    return matcher.group(1);
  }

  private KerasException unusable(String why) {
    return KerasException.value("The file '" + file + "' cannot be used: " + why + ".");
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw unusable(e.getMessage());
    }
  }
}
