package io.nyala.kernel.history;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.nyala.kernel.wire.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * History on disk: one JSON object a line, appended under a lock that all of the user's kernels
 * share. {@code {"session": 3}} opens a run, {@code {"session": 3, "line": 1, "input": "…"}} is a
 * cell, the same with {@code "output"} its value. A line that was cut short by a crash is skipped,
 * and the next writer begins a new one. So that a run can begin without reading all that, the lock
 * file holds the number of the last one. Folder and files are their owner's alone.
 */
final class HistoryFile {

  /** Above this the older half goes. */
  private static final long LIMIT_BYTES = 8L << 20;

  /** How much is looked at where the whole is not needed. */
  private static final int END_BYTES = 4 << 10;

  /** The lock file holds the number of the last run, in so many digits. */
  private static final int DIGITS = 9;

  /** File locks hold between processes; within one, this does. */
  private static final Object WITHIN_PROCESS = new Object();

  private final Path directory;
  private final Path file;
  private final Path lock;

  HistoryFile(Path directory) {
    this.directory = directory;
    this.file = directory.resolve("history.jsonl");
    this.lock = directory.resolve("history.lock");
  }

  /** Begins a run: its number is one more than any before. */
  int openSession() throws IOException {
    OwnerOnly.createDirectories(directory);
    return locked(
        counter -> {
          if (Files.exists(file) && Files.size(file) > LIMIT_BYTES) {
            dropOlderHalf();
          }
          int last = counted(counter);
          List<JsonObject> lines = last > 0 ? endOfFile() : lines();
          for (JsonObject line : lines) {
            last = Math.max(last, line.get("session").getAsInt());
          }
          count(counter, last + 1);
          append(Json.object("session", last + 1));
          return last + 1;
        });
  }

  /** The number of the last run, as the lock file tells; 0 if it does not. */
  private static int counted(FileChannel counter) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(DIGITS + 1);
    while (bytes.hasRemaining() && counter.read(bytes, bytes.position()) > 0) {
      // on to the end
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    return text.matches("[0-9]{" + DIGITS + "}\n") ? Integer.parseInt(text.strip()) : 0;
  }

  private static void count(FileChannel counter, int session) throws IOException {
    String number = Integer.toString(session);
    String text = "0".repeat(DIGITS - number.length()) + number + "\n";
    counter.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /** The last lines, in case the file did not come about together with its lock. */
  private List<JsonObject> endOfFile() throws IOException {
    List<JsonObject> lines = new ArrayList<>();
    if (Files.exists(file)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        long from = Math.max(0, channel.size() - END_BYTES);
        ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
          // on to the end
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        text.lines().skip(from > 0 ? 1 : 0).forEach(line -> addIfWhole(lines, line));
      }
    }
    return lines;
  }

  void appendInput(HistoryItem item) throws IOException {
    write(Json.object("session", item.session(), "line", item.line(), "input", item.input()));
  }

  void appendOutput(HistoryItem item) throws IOException {
    write(Json.object("session", item.session(), "line", item.line(), "output", item.output()));
  }

  private void write(JsonObject line) throws IOException {
    locked(
        counter -> {
          append(line);
          return null;
        });
  }

  /** All cells, in the order in which they were run. */
  List<HistoryItem> read() throws IOException {
    Map<List<Integer>, HistoryItem> items = new LinkedHashMap<>();
    for (JsonObject line : lines()) {
      if (line.has("line")) {
        int session = line.get("session").getAsInt();
        int number = line.get("line").getAsInt();
        List<Integer> key = List.of(session, number);
        if (line.has("input")) {
          items.put(key, new HistoryItem(session, number, line.get("input").getAsString(), null));
        } else if (line.has("output") && items.containsKey(key)) {
          items.put(key, items.get(key).withOutput(line.get("output").getAsString()));
        }
      }
    }
    return List.copyOf(items.values());
  }

  private List<JsonObject> lines() throws IOException {
    List<JsonObject> lines = new ArrayList<>();
    if (Files.exists(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().forEach(line -> addIfWhole(lines, line));
    }
    return lines;
  }

  private static void addIfWhole(List<JsonObject> lines, String line) {
    try {
      JsonElement element = JsonParser.parseString(line);
      if (element.isJsonObject() && isHistory(element.getAsJsonObject())) {
        lines.add(element.getAsJsonObject());
      }
    } catch (JsonParseException | NumberFormatException e) {
      // Cut short by a crash: the rest of the file is good.
    }
  }

  private static boolean isHistory(JsonObject line) {
    for (Map.Entry<String, JsonElement> member : line.entrySet()) {
      if (!member.getValue().isJsonPrimitive()) {
        return false;
      }
    }
    return isWhole(line, "session") && (!line.has("line") || isWhole(line, "line"));
  }

  private static boolean isWhole(JsonObject line, String member) {
    return line.has(member)
        && line.getAsJsonPrimitive(member).isNumber()
        && line.get(member).getAsInt() > 0;
  }

  private void append(JsonObject line) throws IOException {
    byte[] bytes = (Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            OwnerOnly.fileAttributes(directory))) {
      long end = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      if (end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n') {
        end += channel.write(ByteBuffer.wrap(new byte[] {'\n'}), end);
      }
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        end += channel.write(rest, end);
      }
    }
  }

  private void dropOlderHalf() throws IOException {
    byte[] all = Files.readAllBytes(file);
    int cut = all.length / 2;
    while (cut < all.length && all[cut++] != '\n') {
      // on to the next whole line
    }
    Path shorter = directory.resolve("history.jsonl.new");
    Files.deleteIfExists(shorter);
    Files.createFile(shorter, OwnerOnly.fileAttributes(directory));
    Files.write(shorter, Arrays.copyOfRange(all, cut, all.length));
    Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private interface Action<T> {
    T run(FileChannel lockFile) throws IOException;
  }

  private <T> T locked(Action<T> action) throws IOException {
    synchronized (WITHIN_PROCESS) {
      try (FileChannel channel =
          FileChannel.open(
              lock,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              OwnerOnly.fileAttributes(directory))) {
        try (var held = channel.lock()) {
          return held.isValid() ? action.run(channel) : null;
        }
      }
    }
  }
}
