package io.nyala.keras.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The sentences of the course: 3,000 reviews of one sentence each, {@code text TAB label} on a
 * line, 1 for a pleased writer and 0 for one who is not.
 *
 * <p>Source: Kotzias, Denil, de Freitas and Smyth, "From Group to Individual Labels Using Deep
 * Features", KDD 2015; UCI Machine Learning Repository, data set 331.
 */
public final class SentimentSentences {

  /** Said wherever the small corpus stands in. */
  public static final String NOTICE =
      "NOTE: the sentiment sentences could not be fetched. This run uses Nyala's own small corpus of"
          + " 320 sentences in their place; its figures are not those of the course.";

  static final Home HOME =
      new Home.ZippedParts(
          URI.create(
              "https://archive.ics.uci.edu/static/public/331/sentiment+labelled+sentences.zip"),
          List.of(
              part(
                  "amazon_cells_labelled.txt",
                  "47003fc0a0d4840b00e96e715b6189bad09e7443a3da41c4cbe12ffc79f86ae3"),
              part(
                  "imdb_labelled.txt",
                  "aef2e49e3da25714d61175e3a6e68eeef74a20a2f914318dc3be9947ea86512d"),
              part(
                  "yelp_labelled.txt",
                  "c76468b7b5c6e56a0804d728345c5f84aa2142ddb214420f61cc9cfd4c00d2ea")),
          new Checksum(
              "SHA-256", "d493dbfa7ee92627c83c157f945efdf5ec02a2ee78a999bf023ae9d1d25a7cba"));

  private SentimentSentences() {}

  private static Home.Part part(String name, String sha256) {
    return new Home.Part(name, new Checksum("SHA-256", sha256));
  }

  /** The file with the sentences, see {@link DataSets#file}. */
  public static Path file() {
    return DataSets.file("sentiment", "sentiment.txt");
  }

  /** From now on, the project's own small corpus, written to this file, stands in for the set. */
  public static void useSmallCorpus(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (InputStream in = SentimentSentences.class.getResourceAsStream("small-sentiment.txt")) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    DataSets.standIn("sentiment", "sentiment.txt", file, NOTICE);
  }
}
