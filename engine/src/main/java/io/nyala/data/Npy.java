package io.nyala.data;

import io.nyala.autograd.Shapes;
import io.nyala.keras.datasets.ListPickle;
import io.nyala.keras.datasets.Sequences;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NumPy's file format for one array, {@code .npy}. Arrays of objects are read only where they hold
 * lists of whole numbers. Source: numpy/lib/format.py.
 */
public final class Npy {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

  private Npy() {}

  /**
   * Reads an array: an {@link NDArray}, or {@link Sequences} for lists of whole numbers.
   *
   * @throws IOException if it is damaged or holds what cannot be read
   */
  public static Object read(InputStream in) throws IOException {
    String header = header(in);
    String type = value(TYPE, header);
    Shape shape = shape(value(SHAPE, header));
    if (type.equals("|O")) {
      int[][] lists = ListPickle.read(in);
      if (shape.rank() != 1 || lists.length != shape.dim(0)) {
        throw new IOException("the lists do not fit the shape " + shape);
      }
      return new Sequences(lists);
    }
    boolean columns = value(ORDER, header).equals("True");
    Tensor stored = numbers(in, type, columns ? reversed(shape) : shape);
    return NDArray.of(columns ? Shapes.transpose(stored) : stored);
  }

  private static String header(InputStream in) throws IOException {
    byte[] start = in.readNBytes(8);
    if (start.length < 8 || !Arrays.equals(Arrays.copyOf(start, 6), MAGIC)) {
      throw new IOException("it is no NumPy array file");
    }
    byte[] size = in.readNBytes(start[6] == 1 ? 2 : 4);
    int length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = length << 8 | size[i] & 0xff;
    }
    if (length < 0 || length > LONGEST_HEADER) {
      throw new IOException("it is no NumPy array file");
    }
    return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  private static String value(Pattern pattern, String header) throws IOException {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IOException("its header cannot be read: " + header.strip());
    }
    return matcher.group(1);
  }

  private static Shape shape(String text) throws IOException {
    try {
      int[] dims =
          Arrays.stream(text.split(","))
              .map(String::strip)
              .filter(part -> !part.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray();
      Shape shape = Shape.of(dims);
      shape.elements();
      return shape;
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IOException("its shape (" + text + ") cannot be used", e);
    }
  }

  private static Shape reversed(Shape shape) {
    int[] dims = new int[shape.rank()];
    Arrays.setAll(dims, i -> shape.dim(shape.rank() - 1 - i));
    return Shape.of(dims);
  }

  private static Tensor numbers(InputStream in, String type, Shape shape) throws IOException {
    Matcher matcher = Pattern.compile("([<>|=])([biufU])(\\d+)").matcher(type);
    if (!matcher.matches()) {
      throw new IOException("arrays of type " + type + " cannot be read");
    }
    String kind = matcher.group(2);
    int size = Math.multiplyExact(width(matcher.group(3)), kind.equals("U") ? 4 : 1);
    ByteOrder order = matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    long bytes = (long) size * shape.elements();
    if (bytes > Integer.MAX_VALUE - 8) {
      throw new IOException("an array of " + bytes + " bytes is too large");
    }
    try {
      byte[] data = in.readNBytes((int) bytes);
      if (data.length < bytes) {
        throw new EOFException("the file is cut short");
      }
      return decode(ByteBuffer.wrap(data).order(order), kind + matcher.group(3), size, shape);
    } catch (OutOfMemoryError e) {
      throw new IOException("an array of shape " + shape + " does not fit in memory", e);
    }
  }

  private static int width(String digits) throws IOException {
    if (digits.length() > 8) {
      throw new IOException("its items of " + digits + " characters cannot be read");
    }
    return Integer.parseInt(digits);
  }

  private static Tensor decode(ByteBuffer data, String type, int size, Shape shape)
      throws IOException {
    DType dtype =
        switch (type) {
          case "b1" -> DType.BOOL;
          case "u1" -> DType.UINT8;
          case "i1", "i2", "u2", "i4" -> DType.INT32;
          case "u4", "i8" -> DType.INT64;
          case "f4" -> DType.FLOAT32;
          case "f8" -> DType.FLOAT64;
          default -> {
            if (type.startsWith("U")) {
              yield DType.STRING;
            }
            throw new IOException("arrays of type " + type + " cannot be read");
          }
        };
    Tensor out = Tensor.zeros(dtype, shape);
    for (int i = 0; i < out.elements(); i++) {
      int at = i * size;
      switch (type) {
        case "b1" -> out.booleans()[i] = data.get(at) != 0;
        case "u1" -> out.ints()[i] = data.get(at) & 0xff;
        case "i1" -> out.ints()[i] = data.get(at);
        case "i2" -> out.ints()[i] = data.getShort(at);
        case "u2" -> out.ints()[i] = data.getShort(at) & 0xffff;
        case "i4" -> out.ints()[i] = data.getInt(at);
        case "u4" -> out.longs()[i] = data.getInt(at) & 0xffffffffL;
        case "i8" -> out.longs()[i] = data.getLong(at);
        case "f4" -> out.floats()[i] = data.getFloat(at);
        case "f8" -> out.doubles()[i] = data.getDouble(at);
        default -> out.strings()[i] = text(data, at, size);
      }
    }
    return out;
  }

  private static String text(ByteBuffer data, int at, int size) {
    StringBuilder out = new StringBuilder();
    for (int i = at; i < at + size && data.getInt(i) != 0; i += 4) {
      out.appendCodePoint(data.getInt(i));
    }
    return out.toString();
  }

  /** Writes an array as NumPy would. */
  public static void write(Tensor array, OutputStream out) throws IOException {
    int width = array.dtype() == DType.STRING ? longest(array) : 0;
    StringBuilder header = new StringBuilder("{'descr': '").append(typeName(array.dtype(), width));
    header.append("', 'fortran_order': False, 'shape': ").append(array.shape()).append(", }");
    int total = (MAGIC.length + 4 + header.length() + 1 + 63) / 64 * 64;
    header.append(" ".repeat(total - MAGIC.length - 4 - header.length() - 1)).append('\n');
    out.write(MAGIC);
    out.write(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >> 8)});
    out.write(header.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(encode(array, width));
  }

  private static int longest(Tensor array) {
    return Math.max(
        1,
        Arrays.stream(array.strings())
            .mapToInt(s -> s.codePointCount(0, s.length()))
            .max()
            .orElse(1));
  }

  private static String typeName(DType type, int width) {
    return switch (type) {
      case BOOL -> "|b1";
      case UINT8 -> "|u1";
      case INT32 -> "<i4";
      case INT64 -> "<i8";
      case FLOAT32 -> "<f4";
      case FLOAT64 -> "<f8";
      case STRING -> "<U" + width;
    };
  }

  private static byte[] encode(Tensor array, int width) {
    int size =
        switch (array.dtype()) {
          case BOOL, UINT8 -> 1;
          case INT32, FLOAT32 -> 4;
          case INT64, FLOAT64 -> 8;
          case STRING -> 4 * width;
        };
    ByteBuffer data =
        ByteBuffer.allocate(Math.multiplyExact(size, array.elements()))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < array.elements(); i++) {
      int at = i * size;
      switch (array.dtype()) {
        case BOOL -> data.put(at, (byte) (array.booleans()[i] ? 1 : 0));
        case UINT8 -> data.put(at, (byte) array.ints()[i]);
        case INT32 -> data.putInt(at, array.ints()[i]);
        case INT64 -> data.putLong(at, array.longs()[i]);
        case FLOAT32 -> data.putFloat(at, array.floats()[i]);
        case FLOAT64 -> data.putDouble(at, array.doubles()[i]);
        case STRING -> {
          int[] points = array.strings()[i].codePoints().toArray();
          for (int k = 0; k < points.length; k++) {
            data.putInt(at + 4 * k, points[k]);
          }
        }
      }
    }
    return data.array();
  }
}
