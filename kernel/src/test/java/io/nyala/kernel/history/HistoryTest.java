package io.nyala.kernel.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {

  @TempDir Path root;

  private Path directory() {
    return root.resolve("nyala");
  }

  private static List<String> inputs(List<HistoryItem> items) {
    return items.stream().map(HistoryItem::input).toList();
  }

  @Test
  void isThereAfterARestart() {
    History first = new History(directory());
    first.input(1, "x = 1\ny");
    first.output(1, "2");
    History second = new History(directory());
    second.input(1, "z");
    assertEquals(
        List.of(new HistoryItem(1, 1, "x = 1\ny", "2"), new HistoryItem(2, 1, "z", null)),
        second.tail(10));
    assertEquals(List.of("x = 1\ny"), inputs(second.range(-1, 1, 9)));
    assertEquals(List.of("z"), inputs(second.range(0, 1, 9)));
    assertEquals(List.of("z"), inputs(second.range(2, 1, 2)));
    assertEquals(List.of("x = 1\ny"), inputs(new History(directory()).range(-2, 1, 9)));
  }

  @Test
  void countsLinesOfThisRunFromItsEnd() {
    History history = new History(directory());
    for (int line = 1; line <= 5; line++) {
      history.input(line, "cell " + line);
    }
    assertEquals(List.of("cell 4", "cell 5"), inputs(history.range(0, -2, Integer.MAX_VALUE)));
    assertEquals(List.of("cell 2", "cell 3", "cell 4"), inputs(history.range(0, 2, -1)));
    assertEquals(List.of("cell 5"), inputs(history.range(0, 5, 0)));
    assertEquals(List.of(), inputs(history.range(1, 2, -1)));
  }

  @Test
  void searchesByGlob() {
    History history = new History(null);
    List<String> cells = List.of("model.fit(x)", "plot(y)", "model.fit(x)", "model\nfit");
    for (int i = 0; i < cells.size(); i++) {
      history.input(i + 1, cells.get(i));
    }
    assertEquals(3, history.search("model*", 10, false).size());
    assertEquals(List.of("model.fit(x)", "model\nfit"), inputs(history.search("model*", 10, true)));
    assertEquals(List.of("model\nfit"), inputs(history.search("model*", 1, false)));
    assertEquals(List.of("plot(y)"), inputs(history.search("pl?t([xyz])", 10, false)));
    assertEquals(List.of(), inputs(history.search("fit", 10, false)));
  }

  @Test
  void globsTakeTheirTimeBounded() {
    assertFalse(new Glob("*a".repeat(500) + "b").matches("a".repeat(5000)));
    assertTrue(new Glob("[^a-c]*[").matches("d["));
  }

  @Test
  void skipsALineCutShortByACrash() throws Exception {
    History history = new History(directory());
    history.input(1, "before");
    Path file = directory().resolve("history.jsonl");
    Files.writeString(file, "{\"session\":1,\"line\":2,\"inp", StandardOpenOption.APPEND);
    history.input(3, "after");
    Files.writeString(file, "null\n[]\n{\"session\":\"x\"}\n", StandardOpenOption.APPEND);
    assertEquals(List.of("before", "after"), inputs(history.tail(10)));
  }

  @Test
  void severalKernelsShareItWithoutLoss() throws Exception {
    int kernels = 4;
    int cells = 50;
    List<Thread> threads = new ArrayList<>();
    for (int k = 0; k < kernels; k++) {
      History history = new History(directory());
      Thread thread =
          new Thread(
              () -> {
                for (int line = 1; line <= cells; line++) {
                  history.input(line, "cell " + line);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    List<HistoryItem> all = new History(directory()).tail(1000);
    assertEquals(kernels * cells, all.size());
    assertEquals(kernels, all.stream().map(HistoryItem::session).distinct().count());
  }

  @Test
  void aRunsNumberIsNewWhateverBecameOfTheLockFile() throws Exception {
    new History(directory()).input(1, "one");
    Path lock = directory().resolve("history.lock");
    Path file = directory().resolve("history.jsonl");
    for (String left : List.of("", "garbage", "-00000001\n", "000000000\n", "000000001\n")) {
      Files.writeString(lock, left);
      Files.writeString(
          file, "{\"session\":41,\"line\":1,\"input\":\"x\"}\n", StandardOpenOption.APPEND);
      History next = new History(directory());
      next.input(1, "new");
      List<HistoryItem> tail = next.tail(1);
      assertTrue(tail.get(0).session() > 41, () -> left + " gives " + tail);
    }
    Files.delete(file);
    History emptied = new History(directory());
    emptied.input(1, "again");
    assertEquals(List.of("again"), inputs(emptied.tail(9)));
  }

  @Test
  void dropsTheOlderHalfWhenItGrowsTooLong() throws Exception {
    History history = new History(directory());
    String cell = "x".repeat(1 << 20);
    for (int line = 1; line <= 9; line++) {
      history.input(line, cell + line);
    }
    History next = new History(directory());
    next.input(1, "fresh");
    List<HistoryItem> kept = next.tail(100);
    assertTrue(kept.size() > 3 && kept.size() < 7, kept.size() + " cells");
    assertEquals(cell + 9, kept.get(kept.size() - 2).input());
    assertEquals(2, kept.get(kept.size() - 1).session());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isReadableByItsOwnerOnly() throws Exception {
    new History(directory()).input(1, "secret");
    assertEquals("rwx------", permissions(directory()));
    assertEquals("rw-------", permissions(directory().resolve("history.jsonl")));
    assertEquals("rw-------", permissions(directory().resolve("history.lock")));
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void livesWithoutADisk() throws Exception {
    Path file = Files.writeString(root.resolve("file"), "not a folder");
    History history = new History(file);
    history.input(1, "one");
    history.output(1, "1");
    assertEquals(List.of(new HistoryItem(1, 1, "one", "1")), history.tail(5));
  }

  @Test
  void remembersWhatADiskTakesNoLonger() throws Exception {
    History history = new History(directory());
    history.input(1, "one");
    for (String name : List.of("history.jsonl", "history.lock")) {
      Files.delete(directory().resolve(name));
      Files.createDirectory(directory().resolve(name));
    }
    history.input(2, "two");
    history.output(2, "2");
    List<HistoryItem> kept = history.tail(5);
    assertEquals(List.of(new HistoryItem(1, 2, "two", "2")), kept);
  }
}
