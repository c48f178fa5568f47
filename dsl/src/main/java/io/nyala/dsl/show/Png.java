package io.nyala.dsl.show;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Pictures of up to 256 colours as PNG files, written without a window system, which machines that
 * compute often lack. Source: the PNG specification, chunks IHDR, PLTE, tRNS, IDAT, IEND.
 */
public final class Png {

  private Png() {}

  /**
   * A picture.
   *
   * @param pixels rows of numbers of colours
   * @param palette {@code 0xrrggbb} by number; a number beyond it is transparent
   */
  public static byte[] of(int[][] pixels, int[] palette) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
      chunk(out, "IHDR", header(pixels));
      chunk(out, "PLTE", colors(palette));
      chunk(out, "tRNS", opacity(palette.length));
      chunk(out, "IDAT", data(pixels, palette.length));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The same as a {@code data:} address. */
  public static String address(int[][] pixels, int[] palette) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(of(pixels, palette));
  }

  private static byte[] header(int[][] pixels) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(pixels[0].length);
    out.writeInt(pixels.length);
    out.write(new byte[] {8, 3, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static byte[] colors(int[] palette) {
    byte[] bytes = new byte[3 * (palette.length + 1)];
    for (int i = 0; i < palette.length; i++) {
      bytes[3 * i] = (byte) (palette[i] >> 16);
      bytes[3 * i + 1] = (byte) (palette[i] >> 8);
      bytes[3 * i + 2] = (byte) palette[i];
    }
    return bytes;
  }

  private static byte[] opacity(int opaque) {
    byte[] bytes = new byte[opaque + 1];
    java.util.Arrays.fill(bytes, 0, opaque, (byte) 255);
    return bytes;
  }

  private static byte[] data(int[][] pixels, int colors) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      for (int[] row : pixels) {
        out.write(0);
        for (int pixel : row) {
          out.write(Math.min(pixel, colors));
        }
      }
    }
    return bytes.toByteArray();
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
