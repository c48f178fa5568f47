package io.nyala.keras.datasets;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a pickle that holds a NumPy array of lists of whole numbers, and refuses every other: it
 * has no way to call or import anything, and what it keeps is bounded.
 *
 * <p>Source: Python's pickletools.py (the opcodes), numpy/lib/format.py.
 */
public final class ListPickle {

  /** More numbers than any data set of this kind has. */
  private static final int MOST_NUMBERS = 400_000_000;

  private static final int MOST_TEXT = 1 << 12;
  private static final int MOST_STACK = 1 << 20;

  private static final Set<String> KNOWN =
      Set.of(
          "numpy.ndarray",
          "numpy.dtype",
          "numpy.core.multiarray._reconstruct",
          "numpy._core.multiarray._reconstruct",
          "_codecs.encode");

  private static final Object MARK = new Object();

  /** Something that stands for a NumPy object, and is never one. */
  private record Named(String name) {}

  /** A list while it grows: of numbers, or of lists of numbers. */
  private static final class Growing {
    private int[] numbers = new int[16];
    private int size;
    private List<Growing> lists;

    void add(Object item) throws IOException {
      if (item instanceof Integer number && lists == null) {
        if (size == numbers.length) {
          numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
      } else if (item instanceof Growing list && size == 0) {
        lists = lists == null ? new ArrayList<>() : lists;
        lists.add(list);
      } else {
        throw new IOException("the pickle holds something beside lists of whole numbers");
      }
    }

    int[] row() throws IOException {
      if (lists != null) {
        throw new IOException("the pickle holds lists that are nested too deep");
      }
      return Arrays.copyOf(numbers, size);
    }
  }

  /** The array while it is built; its items come with BUILD. */
  private static final class Items {
    private Growing content;
  }

  private final DataInputStream in;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();
  private long numbers;

  private ListPickle(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /**
   * The lists in a pickle.
   *
   * @throws IOException if it is cut short, or holds anything but lists of whole numbers
   */
  public static int[][] read(InputStream in) throws IOException {
    try {
      return new ListPickle(in).lists();
    } catch (EOFException e) {
      throw new IOException("the pickle is cut short", e);
    } catch (IndexOutOfBoundsException | ClassCastException | NullPointerException e) {
      throw new IOException("the pickle is malformed", e);
    }
  }

  private int[][] lists() throws IOException {
    while (true) {
      int code = in.readUnsignedByte();
      if (code == '.') {
        break;
      }
      step(code);
      if (stack.size() > MOST_STACK || memo.size() > MOST_STACK || numbers > MOST_NUMBERS) {
        throw new IOException("the pickle holds more than any such data set has");
      }
    }
    if (!(pop() instanceof Items items) || items.content == null || items.content.size > 0) {
      throw new IOException("the pickle holds no array of lists");
    }
    List<Growing> lists = items.content.lists == null ? List.of() : items.content.lists;
    int[][] rows = new int[lists.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = lists.get(i).row();
    }
    return rows;
  }

  private void step(int code) throws IOException {
    switch (code) {
      case 0x80 -> in.readUnsignedByte();
      case 0x95 -> in.readLong();
      case 'K' -> push(in.readUnsignedByte());
      case 'M' -> push(little(2));
      case 'J' -> push(little(4));
      case 0x8a -> push(longNumber());
      case 'N' -> push(null);
      case 0x88, 0x89 -> push(code == 0x88);
      case '(' -> push(MARK);
      case ']' -> push(new Growing());
      case 'a' -> append(List.of(pop()));
      case 'e' -> append(toMark());
      case ')' -> push(List.of());
      case 0x85, 0x86, 0x87 -> push(take(code - 0x84));
      case 't' -> push(toMark());
      case 0x94 -> memo.put(memo.size(), top());
      case 'q' -> memo.put(in.readUnsignedByte(), top());
      case 'r' -> memo.put(little(4), top());
      case 'h' -> push(remembered(in.readUnsignedByte()));
      case 'j' -> push(remembered(little(4)));
      case 0x8c, 'U', 'C' -> push(text(in.readUnsignedByte()));
      case 'X', 'T', 'B' -> push(text(little(4)));
      case 'c' -> push(named(line() + "." + line()));
      case 0x93 -> global();
      case 'R' -> reduce();
      case 'b' -> build();
      default ->
          throw new IOException(
              String.format("the pickle holds something that is not a list: opcode 0x%02x", code));
    }
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() {
    return stack.remove(stack.size() - 1);
  }

  private Object top() {
    return stack.get(stack.size() - 1);
  }

  private List<Object> take(int count) {
    List<Object> tail = stack.subList(stack.size() - count, stack.size());
    List<Object> taken = new ArrayList<>(tail);
    tail.clear();
    return taken;
  }

  private List<Object> toMark() {
    int at = stack.lastIndexOf(MARK);
    List<Object> taken = take(stack.size() - at - 1);
    pop();
    return taken;
  }

  private Object remembered(int key) throws IOException {
    if (!memo.containsKey(key)) {
      throw new IOException("the pickle is malformed");
    }
    return memo.get(key);
  }

  private int little(int bytes) throws IOException {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= in.readUnsignedByte() << 8 * i;
    }
    return value;
  }

  private int longNumber() throws IOException {
    int bytes = in.readUnsignedByte();
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) in.readUnsignedByte() << 8 * i;
    }
    if (bytes > 8 || bytes > 0 && value << 64 - 8 * bytes >> 64 - 8 * bytes != (int) value) {
      throw new IOException("the pickle holds a number of more than 32 bits");
    }
    return (int) value;
  }

  private String text(int bytes) throws IOException {
    if (bytes < 0 || bytes > MOST_TEXT) {
      throw new IOException(
          "the pickle holds a text of " + Integer.toUnsignedLong(bytes) + " bytes");
    }
    return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      line.append((char) c);
      if (line.length() > MOST_TEXT) {
        throw new IOException("the pickle is malformed");
      }
    }
    return line.toString();
  }

  private static Named named(String name) throws IOException {
    if (!KNOWN.contains(name)) {
      throw new IOException(
          "the pickle asks for `"
              + name
              + "`, which a list of numbers does not need; the file may"
              + " be malicious");
    }
    return new Named(name);
  }

  private void global() throws IOException {
    List<Object> parts = take(2);
    push(named(parts.get(0) + "." + parts.get(1)));
  }

  private void reduce() {
    pop();
    Named called = (Named) pop();
    push(
        switch (called.name()) {
          case "numpy.dtype", "_codecs.encode" -> called;
          default -> new Items();
        });
  }

  private void build() throws IOException {
    Object state = pop();
    if (!(top() instanceof Items items)) {
      return;
    }
    List<?> parts = (List<?>) state;
    if (parts.size() != 5 || !(parts.get(4) instanceof Growing content)) {
      throw new IOException("the pickle holds no array of lists");
    }
    items.content = content;
  }

  private void append(List<?> items) throws IOException {
    Growing list = (Growing) top();
    for (Object item : items) {
      list.add(item);
    }
    numbers += items.size();
  }
}
