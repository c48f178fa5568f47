package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A layer whose state is more than weights: values beside the weights, and files that go into the
 * {@code assets/} of a model. Values are read before files.
 */
public interface HasAssets {

  /** The largest asset that is read, in bytes. */
  long MOST_BYTES = 1L << 28;

  /** Where values and files stand, seen from the layer's own path; empty: right there. */
  default List<String> places() {
    return List.of("");
  }

  /** True if a file must hold assets of the layer, which its config then does not. */
  default boolean expectsAssets() {
    return true;
  }

  /** Further values in the weights file, by name; empty if there are none. */
  default Map<String, Tensor> store() {
    return Map.of();
  }

  /** Takes the values from a weights file. */
  default void store(Map<String, Tensor> values) {}

  /**
   * Describes layers for a file that has no place for assets: while the action runs, configs hold
   * what assets would.
   */
  static <T> T inline(Supplier<T> action) {
    boolean before = InlineScope.ON.get();
    InlineScope.ON.set(true);
    try {
      return action.get();
    } finally {
      InlineScope.ON.set(before);
    }
  }

  /** True while configs are to hold what assets would. */
  static boolean isInline() {
    return InlineScope.ON.get();
  }

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
