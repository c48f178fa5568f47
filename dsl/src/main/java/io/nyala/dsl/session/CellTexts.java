package io.nyala.dsl.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The texts of all cells that ran, numbered from 1 in the order they came. None is ever forgotten:
 * an error may arise in a function of the first cell after the ten-thousandth. What has not been
 * added lately is kept packed, a block at a time, so that a long day costs next to nothing.
 */
final class CellTexts {
  static final int BLOCK = 200;

  private final List<byte[]> packed = new ArrayList<>();
  private final List<String> latest = new ArrayList<>();
  private int openedNumber = -1;
  private List<String> opened = List.of();

  synchronized void add(String text) {
    if (latest.size() == BLOCK) {
      packed.add(pack(latest));
      latest.clear();
    }
    latest.add(text);
  }

  /** The text of this number; those between the last one and it, if any, are empty. */
  synchronized void put(int number, String text) {
    while (size() < number - 1) {
      add("");
    }
    int place = number - 1 - packed.size() * BLOCK;
    if (place == latest.size()) {
      add(text);
    } else if (place >= 0) {
      latest.set(place, text);
    }
  }

  synchronized int size() {
    return packed.size() * BLOCK + latest.size();
  }

  /** The text of this number, or null if there is none. */
  synchronized String get(int number) {
    if (number < 1 || number > size()) {
      return null;
    }
    int block = (number - 1) / BLOCK;
    int place = (number - 1) % BLOCK;
    return block == packed.size() ? latest.get(place) : open(block).get(place);
  }

  private List<String> open(int block) {
    if (openedNumber != block) {
      opened = unpack(packed.get(block));
      openedNumber = block;
    }
    return opened;
  }

  private static byte[] pack(List<String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      for (String text : texts) {
        byte[] each = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(each.length);
        out.write(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<String> unpack(byte[] block) {
    List<String> texts = new ArrayList<>(BLOCK);
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(block)))) {
      for (int i = 0; i < BLOCK; i++) {
        texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
