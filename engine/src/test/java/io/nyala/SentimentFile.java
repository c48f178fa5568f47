package io.nyala;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sentiment sentences, where they are at hand.
 *
 * @param texts the sentences
 * @param labels 0 for negative, 1 for positive
 */
public record SentimentFile(String[] texts, int[] labels) {

  /** Why tests that need it are skipped. */
  public static final String WHY_NOT =
      "the sentiment sentences are not here: set NYALA_DATASETS to a folder that holds"
          + " sentiment/sentiment.txt";

  private static Path file() {
    String root = System.getenv("NYALA_DATASETS");
    return Path.of(root == null ? "../../shared/data" : root, "sentiment", "sentiment.txt");
  }

  /** True if the file can be read. */
  public static boolean isHere() {
    return Files.isRegularFile(file());
  }

  /** Reads it. */
  public static SentimentFile read() {
    try {
      List<String> lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
      String[] texts = new String[lines.size()];
      int[] labels = new int[lines.size()];
      for (int i = 0; i < texts.length; i++) {
        String[] parts = lines.get(i).split("\t");
        texts[i] = parts[0];
        labels[i] = Integer.parseInt(parts[1]);
      }
      return new SentimentFile(texts, labels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
