package io.nyala.keras.datasets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/** The public home of a data set's file, and how to get the file from there. */
interface Home {

  /** Where the file comes from, for people to read. */
  URI address();

  /**
   * Fetches the file. It appears under its own name only when it is whole and has its checksum.
   *
   * @throws IOException if it cannot be had, or is not what was expected
   */
  void fetch(Path target) throws IOException, InterruptedException;

  /** The home of a data set's file, null if it has none that can be fetched from. */
  static Home of(String set, String name) {
    return switch (set + "/" + name) {
      case "sentiment/sentiment.txt" -> SentimentSentences.HOME;
      case "imdb/imdb.npz" ->
          new Single(
              URI.create("https://storage.googleapis.com/tensorflow/tf-keras-datasets/imdb.npz"),
              new Checksum(
                  "SHA-256", "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f"));
      case "imdb/imdb_word_index.json" ->
          new Single(
              URI.create(
                  "https://storage.googleapis.com/tensorflow/tf-keras-datasets/imdb_word_index.json"),
              new Checksum("MD5", "bfafd718b763782e994055a2d397834f"));
      default -> null;
    };
  }

  /** Something that writes a whole file. */
  @FunctionalInterface
  interface Writing {
    /** Writes the file under a name of passage. */
    void to(Path scratch) throws IOException, InterruptedException;
  }

  /** Writes under a name of passage in the same folder, then moves: no one sees half a file. */
  static void place(Path target, Writing writing) throws IOException, InterruptedException {
    Files.createDirectories(target.getParent());
    Path scratch = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      writing.to(scratch);
      Files.move(scratch, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  /** A file that lies at its home as it is used. */
  record Single(URI address, Checksum checksum) implements Home {
    @Override
    public void fetch(Path target) throws IOException, InterruptedException {
      place(
          target,
          scratch -> {
            Download.to(scratch, address);
            checksum.check(scratch, address.toString());
          });
    }
  }

  /** The names of a zip's entries that are wanted, with the checksum of each. */
  record Part(String name, Checksum checksum) {}

  /** Some text files in a zip, joined in their order, without the newline at the very end. */
  record ZippedParts(URI address, List<Part> parts, Checksum joined) implements Home {
    @Override
    public void fetch(Path target) throws IOException, InterruptedException {
      Path zip = Files.createTempFile("nyala", ".zip");
      try {
        Download.to(zip, address);
        place(
            target,
            scratch -> {
              UntrustedZip.join(zip, parts, scratch);
              joined.check(scratch, target.getFileName().toString());
            });
      } finally {
        Files.deleteIfExists(zip);
      }
    }
  }
}
