package io.nyala.keras.callbacks;

import io.nyala.keras.KerasException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;

/**
 * A file of events that TensorBoard reads: a TFRecord file of {@code Event} messages.
 *
 * <p>A record is its length (8 bytes, little-endian), the masked CRC-32C of those bytes, the data,
 * and the masked CRC-32C of the data. Source: tensorflow/core/util/event.proto, summary.proto,
 * tensor.proto; tensorflow/core/lib/io/record_writer.h.
 */
final class EventFile implements Closeable {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int DT_FLOAT = 1;
  private static final int DT_DOUBLE = 2;
  private static final int DT_STRING = 7;
  private static final int SCALAR = 1;
  private static final int TENSOR = 2;

  private final OutputStream out;

  /** A new file in this folder, named as TensorFlow names them. */
  EventFile(Path folder) {
    String name =
        "events.out.tfevents."
            + System.currentTimeMillis() / 1000
            + "."
            + host()
            + "."
            + ProcessHandle.current().pid()
            + "."
            + COUNT.getAndIncrement()
            + ".v2";
    try {
      Files.createDirectories(folder);
      out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
      write(event(new Message().text(3, "brain.Event:2")));
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** A number at a step. */
  void scalar(String tag, double value, long step) {
    Message tensor =
        new Message().number(1, DT_FLOAT).message(2, new Message()).floats(5, (float) value);
    summary(tag, step, "scalars", SCALAR, tensor, new byte[0]);
  }

  /** Buckets of a histogram at a step, each as its left edge, right edge and count. */
  void histogram(String tag, double[][] buckets, long step) {
    ByteBuffer content = ByteBuffer.allocate(24 * buckets.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double[] bucket : buckets) {
      for (double number : bucket) {
        content.putDouble(number);
      }
    }
    Message shape =
        new Message()
            .message(2, new Message().number(1, buckets.length))
            .message(2, new Message().number(1, 3));
    Message tensor = new Message().number(1, DT_DOUBLE).message(2, shape).bytes(4, content.array());
    summary(tag, step, "histograms", TENSOR, tensor, new byte[0]);
  }

  /** A text for a plugin, such as the model's config for its graph. */
  void text(String tag, String plugin, String text, long step) {
    Message tensor = new Message().number(1, DT_STRING).message(2, new Message()).text(8, text);
    summary(tag, step, plugin, 0, tensor, "1".getBytes(StandardCharsets.UTF_8));
  }

  private void summary(
      String tag, long step, String plugin, int dataClass, Message tensor, byte[] content) {
    Message data = new Message().text(1, plugin);
    if (content.length > 0) {
      data.bytes(2, content);
    }
    Message metadata = new Message().message(1, data);
    if (dataClass > 0) {
      metadata.number(4, dataClass);
    }
    Message value = new Message().text(1, tag).message(8, tensor).message(9, metadata);
    write(event(new Message().number(2, step).message(5, new Message().message(1, value))));
  }

  private static Message event(Message rest) {
    return new Message().real(1, System.currentTimeMillis() / 1e3).append(rest);
  }

  private void write(Message message) {
    byte[] data = message.toBytes();
    byte[] length = little(8).putLong(data.length).array();
    try {
      out.write(length);
      out.write(little(4).putInt(maskedCrc(length)).array());
      out.write(data);
      out.write(little(4).putInt(maskedCrc(data)).array());
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Rotated and shifted, so that the CRC of data that holds CRCs is sound. */
  static int maskedCrc(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    int value = (int) crc.getValue();
    return Integer.rotateRight(value, 15) + 0xa282ead8;
  }

  /** Puts everything on disk. */
  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private static KerasException cannotWrite(IOException e) {
    return KerasException.file("TensorBoard cannot write its log: " + e);
  }

  /** A protocol buffer message being written. */
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Message key(int field, int wire) {
      return varint((long) field << 3 | wire);
    }

    private Message varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        bytes.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
      return this;
    }

    Message number(int field, long value) {
      return key(field, 0).varint(value);
    }

    Message real(int field, double value) {
      key(field, 1).bytes.writeBytes(little(8).putDouble(value).array());
      return this;
    }

    Message floats(int field, float... values) {
      ByteBuffer packed = little(4 * values.length);
      for (float value : values) {
        packed.putFloat(value);
      }
      return bytes(field, packed.array());
    }

    Message text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message inner) {
      return bytes(field, inner.toBytes());
    }

    Message bytes(int field, byte[] data) {
      key(field, 2).varint(data.length).bytes.writeBytes(data);
      return this;
    }

    Message append(Message other) {
      bytes.writeBytes(other.toBytes());
      return this;
    }

    byte[] toBytes() {
      return bytes.toByteArray();
    }
  }
}
