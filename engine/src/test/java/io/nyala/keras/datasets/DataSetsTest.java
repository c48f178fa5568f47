package io.nyala.keras.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.nyala.keras.KerasException;
import io.nyala.keras.utils.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {

  @TempDir Path folder;
  private HttpServer server;
  private byte[] body = {};
  private long announced = -1;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("nyala.datasets", folder.resolve("named").toString());
    System.setProperty("nyala.cache", folder.resolve("cache").toString());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/there",
        exchange -> {
          exchange.sendResponseHeaders(200, announced < 0 ? body.length : announced);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    System.clearProperty("nyala.datasets");
    System.clearProperty("nyala.cache");
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private static Checksum sha256(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return new Checksum("SHA-256", HexFormat.of().formatHex(digest));
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private Path place(String base, String path) throws IOException {
    Path file = folder.resolve(base).resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, base);
  }

  @Test
  void theNamedFolderComesBeforeTheCache() throws IOException {
    Path cached = place("cache/nyala", "sentiment/sentiment.txt");
    assertEquals(cached, DataSets.find("../datasets/sentiment.txt").orElseThrow());
    Path named = place("named", "sentiment/sentiment.txt");
    assertEquals(named, DataSets.find("../datasets/sentiment.txt").orElseThrow());
    assertEquals(named, DataSets.find("sentiment.txt").orElseThrow());
  }

  @Test
  void aPathOfOnesOwnIsTaken() throws IOException {
    place("named", "sentiment/sentiment.txt");
    Path own = place("work", "mine.txt");
    assertEquals(own, DataSets.file("sentiment", own.toString()));
  }

  @Test
  void othersFilesAreFoundInTheFoldersToo() throws IOException {
    Path flat = place("named", "flat.csv");
    Path deep = place("named", "deep/deep.csv");
    assertEquals(flat, DataSets.find("data/flat.csv").orElseThrow());
    assertEquals(deep, DataSets.find("../Datasets/deep.csv").orElseThrow());
  }

  @Test
  void pathsThatMeanSomethingElseAreLeftAlone() throws IOException {
    place("named", "sentiment/sentiment.txt");
    for (String path : List.of("mine/sentiment.txt", "other.txt", "../datasets/other.txt", "/")) {
      assertEquals(Optional.empty(), DataSets.find(path), path);
    }
  }

  @Test
  void aFileThatCannotBeHadSaysWhereItWasSoughtAndWhatToTry() {
    KerasException error =
        assertThrows(KerasException.class, () -> DataSets.find("glove.6B.50d.txt"));
    assertEquals("FileNotFoundError", error.kind());
    String message = error.getMessage();
    assertTrue(message.contains(folder.resolve("named").toString()), message);
    assertTrue(message.contains("NYALA_DATASETS"), message);
    assertTrue(message.contains("glove/glove.6B.50d.txt"), message);
  }

  @Test
  void partsOfAZipAreJoinedInTheirOrder() throws Exception {
    body = zip("deep/b.txt", "two\n", "__MACOSX/deep/a.txt", "shadow", "deep/a.txt", "one\n");
    Home home = parts("one\ntwo", "one\n");
    Path target = folder.resolve("new/sentiment.txt");
    home.fetch(target);
    assertEquals("one\ntwo", Files.readString(target));
    assertOnlyFile(target);
  }

  private Home parts(String joined, String first) throws Exception {
    return new Home.ZippedParts(
        address("/there"),
        List.of(new Home.Part("a.txt", sha256(first)), new Home.Part("b.txt", sha256("two\n"))),
        sha256(joined));
  }

  private static void assertOnlyFile(Path file) throws IOException {
    try (var files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  private void assertRefused(Home home, String part) throws IOException {
    Path target = folder.resolve("new/file.txt");
    IOException error = assertThrows(IOException.class, () -> home.fetch(target));
    assertTrue(error.getMessage().contains(part), error.getMessage());
    assertFalse(Files.exists(target), "a file that is not right must not appear");
    if (Files.exists(target.getParent())) {
      try (var files = Files.list(target.getParent())) {
        assertEquals(List.of(), files.toList(), "left behind");
      }
    }
  }

  @Test
  void aZipThatIsNotAsExpectedIsRefused() throws Exception {
    body = zip("../../a.txt", "evil\n", "b.txt", "two\n");
    assertRefused(parts("one\ntwo", "one\n"), "checksum");
    body = zip("a.txt", "one\n");
    assertRefused(parts("one\ntwo", "one\n"), "no b.txt");
    body = zip("a.txt", "one\n", "b.txt", "two\n");
    assertRefused(parts("another", "one\n"), "checksum");
    body = "not a zip".getBytes(StandardCharsets.UTF_8);
    assertRefused(parts("one\ntwo", "one\n"), "zip is damaged");
    body = zip("a.txt", "x".repeat(17 << 20));
    assertRefused(parts("one\ntwo", "one\n"), "larger than");
  }

  @Test
  void aSingleFileIsCheckedToo() throws Exception {
    body = "data".getBytes(StandardCharsets.UTF_8);
    Path target = folder.resolve("new/file.txt");
    StringBuilder written = new StringBuilder();
    Progress.redirect(written::append, written::append);
    try {
      new Home.Single(address("/there"), sha256("data")).fetch(target);
    } finally {
      Progress.redirect(null, null);
    }
    assertEquals("data", Files.readString(target));
    String printed = written.toString().replaceAll("\u001b\\[\\d+m", "");
    assertTrue(printed.startsWith("Downloading data from http"), printed);
    assertTrue(printed.contains("4/4 ━━━━━━━━━━━━━━━━━━━━ "), printed);
    Files.delete(target);
    assertRefused(new Home.Single(address("/there"), sha256("else")), "checksum");
    assertRefused(new Home.Single(address("/nowhere"), sha256("data")), "404");
    announced = 100;
    assertRefused(new Home.Single(address("/there"), sha256("data")), "");
    server.stop(0);
    assertRefused(new Home.Single(address("/there"), sha256("data")), "no connection");
  }

  @Test
  void theSmallCorpusIsBalancedAndWellFormed() throws IOException {
    Path file = folder.resolve("small.txt");
    SentimentSentences.useSmallCorpus(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals(320, lines.size());
    assertEquals(160, lines.stream().filter(line -> line.endsWith("\t1")).count());
    assertEquals(160, lines.stream().filter(line -> line.endsWith("\t0")).count());
    assertEquals(320, lines.stream().map(line -> line.split("\t")[0]).distinct().count());
    assertEquals(file, DataSets.find("../datasets/sentiment.txt").orElseThrow());
    DataSets.withdraw("sentiment", "sentiment.txt");
  }
}
