package io.nyala.dsl.show;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Pictures as small PNG files, written without a window system, which machines that compute often
 * lack: up to 256 colours by their numbers, more of them as they are. Source: the PNG
 * specification, chunks IHDR, PLTE, tRNS, IDAT, IEND.
 */
public final class Png {
  private static final int NUMBERED = 256;
  private static final int BY_NUMBER = 3;
  private static final int WITH_OPACITY = 6;
  private static final int FROM_THE_LEFT = 1;

  private Png() {}

  /**
   * A picture.
   *
   * @param pixels rows of colours {@code 0xaarrggbb}
   */
  public static byte[] of(int[][] pixels) {
    Map<Integer, Integer> numbers = numbers(pixels);
    boolean few = numbers.size() <= NUMBERED;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
      chunk(out, "IHDR", header(pixels, few ? BY_NUMBER : WITH_OPACITY));
      if (few) {
        palette(out, new ArrayList<>(numbers.keySet()));
      }
      chunk(out, "IDAT", few ? numbered(pixels, numbers) : colored(pixels));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The same as a {@code data:} address. */
  public static String address(int[][] pixels) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(of(pixels));
  }

  /** Colours by rising opacity, with their numbers. */
  private static Map<Integer, Integer> numbers(int[][] pixels) {
    Map<Integer, Integer> numbers = new TreeMap<>(Integer::compareUnsigned);
    for (int[] row : pixels) {
      for (int pixel : row) {
        numbers.put(pixel, 0);
      }
    }
    int next = 0;
    for (Map.Entry<Integer, Integer> color : numbers.entrySet()) {
      color.setValue(next++);
    }
    return numbers;
  }

  private static byte[] header(int[][] pixels, int type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(pixels[0].length);
    out.writeInt(pixels.length);
    out.write(new byte[] {8, (byte) type, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static void palette(DataOutputStream out, List<Integer> colors) throws IOException {
    byte[] palette = new byte[3 * colors.size()];
    ByteArrayOutputStream opacity = new ByteArrayOutputStream();
    for (int i = 0; i < colors.size(); i++) {
      int color = colors.get(i);
      palette[3 * i] = (byte) (color >> 16);
      palette[3 * i + 1] = (byte) (color >> 8);
      palette[3 * i + 2] = (byte) color;
      if (color >>> 24 < 255) {
        opacity.write(color >>> 24);
      }
    }
    chunk(out, "PLTE", palette);
    if (opacity.size() > 0) {
      chunk(out, "tRNS", opacity.toByteArray());
    }
  }

  private static byte[] numbered(int[][] pixels, Map<Integer, Integer> numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = packed(bytes)) {
      for (int[] row : pixels) {
        out.write(0);
        for (int pixel : row) {
          out.write(numbers.get(pixel));
        }
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] colored(int[][] pixels) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = packed(bytes)) {
      for (int[] row : pixels) {
        out.write(FROM_THE_LEFT);
        int left = 0;
        for (int pixel : row) {
          for (int shift : new int[] {16, 8, 0, 24}) {
            out.write((pixel >> shift) - (left >> shift));
          }
          left = pixel;
        }
      }
    }
    return bytes.toByteArray();
  }

  private static DeflaterOutputStream packed(ByteArrayOutputStream bytes) {
    return new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION));
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) check.getValue());
  }
}
