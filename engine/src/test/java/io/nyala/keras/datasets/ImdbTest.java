package io.nyala.keras.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nyala.keras.KerasException;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The IMDB reviews come in Keras' order, and a pickle that holds more than lists is refused. */
class ImdbTest {

  /** np.array([[1, 2], [300], [-7, 70000]], dtype=object), pickled by NumPy 2 with protocol 4. */
  private static final String LISTS =
      "800495a6000000000000008c166e756d70792e5f636f72652e6d756c74696172726179948c0c"
          + "5f7265636f6e7374727563749493948c056e756d7079948c076e6461727261799493944b0085"
          + "944301629487945294284b014b03859468038c0564747970659493948c024f38948988879452"
          + "94284b038c017c944e4e4e4affffffff4affffffff4b3f749462895d94285d94284b014b0265"
          + "5d944d2c01615d94284af9ffffff4a7011010065657494622e";

  /** The same with protocol 2, as older files have it. */
  private static final String OLD_LISTS =
      "8002636e756d70792e636f72652e6d756c746961727261790a5f7265636f6e7374727563740a"
          + "7100636e756d70790a6e6461727261790a71014b00857102635f636f646563730a656e636f64"
          + "650a7103580100000062710458060000006c6174696e31710586710652710787710852710928"
          + "4b014b0385710a636e756d70790a64747970650a710b58020000004f38710c898887710d5271"
          + "0e284b0358010000007c710f4e4e4e4affffffff4affffffff4b3f74711062895d7111285d71"
          + "12284b014b02655d71134d2c01615d7114284af9ffffff4a701101006565747115622e";

  /** A pickle that would call os.system. */
  private static final String CALL =
      "80049522000000000000008c05706f736978948c0673797374656d9493948c076563686f2068"
          + "6994859452942e";

  private static final int[][] EXPECTED = {{1, 2}, {300}, {-7, 70000}};

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static int[][] read(byte[] pickle) throws IOException {
    return ListPickle.read(new ByteArrayInputStream(pickle));
  }

  private static String refusal(byte[] pickle) {
    return assertThrows(IOException.class, () -> read(pickle)).getMessage();
  }

  @Test
  void readsLists() throws IOException {
    assertArrayEquals(EXPECTED, read(bytes(LISTS)));
    assertArrayEquals(EXPECTED, read(bytes(OLD_LISTS)));
  }

  @Test
  void refusesEverythingElse() {
    assertTrue(refusal(bytes(CALL)).contains("posix.system"), refusal(bytes(CALL)));
    byte[] whole = bytes(LISTS);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = java.util.Arrays.copyOf(whole, length);
      assertThrows(IOException.class, () -> read(part), "cut to " + length);
    }
    for (int at = 0; at < whole.length; at++) {
      for (int bit = 0; bit < 9; bit++) {
        byte[] damaged = whole.clone();
        damaged[at] = bit == 8 ? (byte) 'N' : (byte) (damaged[at] ^ 1 << bit); // N is None
        try {
          read(damaged);
        } catch (IOException expected) {
          assertTrue(expected.getMessage().length() > 10);
        }
      }
    }
    assertTrue(
        refusal("\u0080\u0004X\u00ff\u00ff\u00ff\u007f".getBytes(StandardCharsets.ISO_8859_1))
            .contains("text of"));
  }

  @Test
  void shiftsShufflesAndCuts(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("small.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String part : List.of("train", "test")) {
        entry(zip, "x_" + part, "|O", bytes(LISTS));
        entry(zip, "y_" + part, "|i1", new byte[] {0, 1, 1});
      }
    }
    List<List<Object>> data = Imdb.loadData(file, 303);
    Sequences train = (Sequences) data.get(0).get(0);
    assertEquals(3, train.size());
    assertTrue(train.contains(List.of(1, 4, 5)), train.toString());
    assertTrue(train.contains(List.of(1, 2)), "303 is above the limit: " + train);
    assertTrue(train.contains(List.of(1, 2, 2)), train.toString());
    NDArray second = NDArray.of(Tensors.of(List.of(false, true, false)));
    assertEquals(List.of(train.get(1)), train.getAt(second));
    assertEquals(train.subList(1, 3), train.getAt(Slice.of(1, null, null)));
    assertEquals(List.of(train.get(2), train.get(0)), train.getAt(List.of(-1, 0)));
    assertEquals(train.get(2), train.getAt(-1));
    assertThrows(KerasException.class, () -> train.getAt(3));
    assertEquals(6, train.join(train).size());
    Map<String, Object> given = Map.of("maxlen", 1);
    KerasException none =
        assertThrows(
            KerasException.class,
            () -> Imdb.loadData(file, Imdb.LOAD_DATA.table().bind(List.of(), given)));
    assertTrue(none.getMessage().contains("Increase maxlen"));
    assertThrows(KerasException.class, () -> Imdb.loadData(directory.resolve("none.npz"), 5));
  }

  private static void entry(ZipOutputStream zip, String name, String type, byte[] content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name + ".npy"));
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (3,), }\n";
    zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    zip.write(new byte[] {(byte) header.length(), 0});
    zip.write(header.getBytes(StandardCharsets.ISO_8859_1));
    zip.write(content);
    zip.closeEntry();
  }

  private static Path shared(String... parts) {
    String root = System.getenv().getOrDefault("NYALA_DATASETS", "../../shared/data");
    Path file = Path.of(root, parts);
    assumeTrue(Files.exists(file), () -> "no data at " + file.toAbsolutePath());
    return file;
  }

  @Test
  void theRealReviews() {
    List<List<Object>> data = Imdb.loadData(shared("imdb", "imdb.npz"), 10000);
    Sequences train = (Sequences) data.get(0).get(0);
    Sequences test = (Sequences) data.get(1).get(0);
    NDArray labels = (NDArray) data.get(0).get(1);
    assertEquals(Shape.of(25000), train.getShape());
    assertEquals(218, train.get(0).size());
    assertEquals(68, test.get(0).size());
    assertEquals(Shape.of(25000), labels.shape());
    assertEquals(List.of(1, 14, 22, 16, 43, 530), train.get(0).subList(0, 6));
    assertArrayEquals(
        new long[] {1, 0, 0, 1, 0, 0, 1, 0}, java.util.Arrays.copyOf(labels.longs(), 8));
    assertEquals(3227378273L, sum(train));
    assertEquals(647445346L, sum(test));
  }

  private static long sum(Sequences rows) {
    long sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int t = 0; t < rows.ints(i).length; t++) {
        sum = (sum * 31 + rows.ints(i)[t]) & 0xffffffffL;
      }
    }
    return sum;
  }

  @Test
  void theRealWordIndex() {
    Map<String, Integer> index = Imdb.wordIndex(shared("imdb", "imdb_word_index.json"));
    assertEquals(88584, index.size());
    assertEquals(1, index.get("the"));
    assertEquals("fawn", index.keySet().iterator().next());
  }

  @Test
  void theRealVectors() {
    Glove glove = Glove.load(shared("glove", "glove.6B.50d.txt"));
    assertEquals(60433, glove.size());
    assertEquals(50, glove.dimensions());
    assertEquals(0.418f, glove.get("the").floats()[0]);
    assertEquals(0.418f, glove.matrix(Map.of("the", 2, "nothing-like-it", 1), 3).floats()[100]);
  }

  @Test
  void refusesVectorsThatAreNone(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("vectors.txt");
    Files.writeString(file, "a 1 2\n. . . 3 4\nb 5 6\n");
    assertThrows(KerasException.class, () -> Glove.load(directory.resolve("none.txt")));
    Glove glove = Glove.load(file);
    assertArrayEquals(new float[] {3, 4}, glove.get(". . .").floats());
    Files.writeString(file, "a 1 2\nb x 6\n");
    KerasException wrong = assertThrows(KerasException.class, () -> Glove.load(file));
    assertTrue(wrong.getMessage().startsWith("Line 2"), wrong.getMessage());
  }
}
