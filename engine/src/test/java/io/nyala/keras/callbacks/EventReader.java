package io.nyala.keras.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads back what {@link EventFile} writes, checking both checksums of every record. */
final class EventReader {

  private EventReader() {}

  /** The tags of the values in the one event file of a folder, as {@code tag@step}. */
  static List<String> tags(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    assertEquals(1, files.size(), files.toString());
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(files.get(0))).order(ByteOrder.LITTLE_ENDIAN);
    List<String> tags = new ArrayList<>();
    boolean first = true;
    while (bytes.hasRemaining()) {
      Map<Integer, Object> event = fields(ByteBuffer.wrap(record(bytes)));
      if (first) {
        assertEquals("brain.Event:2", new String((byte[]) event.get(3), StandardCharsets.UTF_8));
        first = false;
        continue;
      }
      Map<Integer, Object> summary = fields(ByteBuffer.wrap((byte[]) event.get(5)));
      Map<Integer, Object> value = fields(ByteBuffer.wrap((byte[]) summary.get(1)));
      tags.add(
          new String((byte[]) value.get(1), StandardCharsets.UTF_8)
              + "@"
              + event.getOrDefault(2, 0L));
    }
    return tags;
  }

  private static byte[] record(ByteBuffer bytes) {
    byte[] length = take(bytes, 8);
    assertEquals(EventFile.maskedCrc(length), bytes.getInt());
    int n = (int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
    byte[] data = take(bytes, n);
    assertEquals(EventFile.maskedCrc(data), bytes.getInt());
    return data;
  }

  private static byte[] take(ByteBuffer bytes, int n) {
    byte[] taken = new byte[n];
    bytes.get(taken);
    return taken;
  }

  private static Map<Integer, Object> fields(ByteBuffer message) {
    Map<Integer, Object> fields = new LinkedHashMap<>();
    message.order(ByteOrder.LITTLE_ENDIAN);
    while (message.hasRemaining()) {
      long key = varint(message);
      Object value =
          switch ((int) (key & 7)) {
            case 0 -> varint(message);
            case 1 -> message.getDouble();
            default -> take(message, (int) varint(message));
          };
      fields.put((int) (key >>> 3), value);
    }
    return fields;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
