package io.nyala.dsl.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One sentence on each function of {@code np}, {@code tf}, {@code keras.ops} and {@code plt}. What
 * has one name in several of them does the same; where it does not, a line names the module too.
 */
final class FunctionDocs {
  private static final String FILE = "functions.txt";

  private FunctionDocs() {}

  /** Read at the first question. */
  private static final class Table {
    static final Map<String, String> SENTENCES = read();

    private static Map<String, String> read() {
      Map<String, String> sentences = new HashMap<>();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  FunctionDocs.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int colon = line.indexOf(": ");
          sentences.put(line.substring(0, colon), line.substring(colon + 2));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return sentences;
    }
  }

  /**
   * The sentence on a function.
   *
   * @param path as it was written, such as {@code tf.math.reduce_sum}
   * @return empty if there is none
   */
  static String of(String path) {
    String[] parts = path.split("\\.");
    String name = parts[parts.length - 1];
    String module = parts.length < 2 ? "" : parts[parts.length - 2] + ".";
    String own = Table.SENTENCES.get(module.replace("pyplot.", "plt.") + name);
    return own == null && !module.equals("plt.")
        ? Table.SENTENCES.getOrDefault(name, "")
        : own == null ? "" : own;
  }
}
