package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A layer whose state is more than weights: values beside the weights, and files that go into the
 * {@code assets/} of a model. Values are read before files.
 */
public interface HasAssets {

  /** The largest asset that is read, in bytes. */
  long MOST_BYTES = 1L << 28;

  /** Further values in the weights file, by name; empty if there are none. */
  default Map<String, Tensor> store() {
    return Map.of();
  }

  /** Takes the values from a weights file. */
  default void store(Map<String, Tensor> values) {}

  /** The contents of the files by name; empty if there are none. */
  Map<String, byte[]> assets();

  /** Takes the state from the contents of the files. */
  void assets(Map<String, byte[]> files);

  /** Writes the files into a directory, which is made if it is not there. */
  default void saveAssets(Path directory) {
    try {
      Files.createDirectories(directory);
      for (Map.Entry<String, byte[]> file : assets().entrySet()) {
        Files.write(directory.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the files of a directory.
   *
   * @throws KerasException if it is not there
   */
  default void loadAssets(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw KerasException.file("There is no directory of assets at " + directory + ".");
    }
    try (Stream<Path> files = Files.list(directory)) {
      Map<String, byte[]> contents = new LinkedHashMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.size(file) <= MOST_BYTES) {
          contents.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
      assets(contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
