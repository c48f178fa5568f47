package io.nyala.keras.utils;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.random.NumpyRandom;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text files below a folder in Keras' order, with the number of each one's class.
 *
 * @param files the files
 * @param labels for each its class, null without labels
 * @param classes the names of the classes, null without labels
 */
record ClassFolders(List<Path> files, int[] labels, List<String> classes) {

  /** How many classes there are. */
  int count() {
    return classes == null ? 0 : classes.size();
  }

  /**
   * Looks for files.
   *
   * @param labels "inferred", null for none, or a list with a number for each file
   * @param names the classes wanted, in their order; null: all folders, sorted
   */
  static ClassFolders index(Path folder, Object labels, List<?> names, boolean followLinks) {
    if (!Files.isDirectory(folder)) {
      throw KerasException.file("No such folder: '" + folder + "'.");
    }
    if (!"inferred".equals(labels) && names != null && !names.isEmpty()) {
      throw KerasException.value(
          "You can only pass `class_names` if `labels=\"inferred\"`. Received: class_names="
              + names);
    }
    if ("inferred".equals(labels)) {
      return inferred(folder, names, followLinks);
    }
    List<Path> files = files(folder, followLinks);
    if (labels == null) {
      return new ClassFolders(files, null, null);
    }
    if (!(labels instanceof List<?> list)) {
      throw KerasException.value(
          "`labels` argument should be a list/tuple of integer labels, of the same size as the"
              + " number of text files in the target directory, or \"inferred\", or None."
              + " Received: labels="
              + ArgTypes.show(labels));
    }
    if (list.size() != files.size()) {
      throw KerasException.value(
          "Expected the lengths of `labels` to match the number of files in the target directory."
              + " len(labels) is "
              + list.size()
              + " while we found "
              + files.size()
              + " files in directory "
              + folder
              + ".");
    }
    int[] numbers = list.stream().mapToInt(each -> ArgTypes.INT.convert(each)).toArray();
    TreeSet<Integer> different = new TreeSet<>();
    IntStream.of(numbers).forEach(different::add);
    return new ClassFolders(files, numbers, different.stream().map(String::valueOf).toList());
  }

  private static ClassFolders inferred(Path folder, List<?> names, boolean followLinks) {
    List<String> found = subfolders(folder);
    List<String> classes = names == null ? found : names.stream().map(String::valueOf).toList();
    if (!found.containsAll(classes)) {
      throw KerasException.value(
          "The `class_names` passed did not match the names of the subdirectories of the target"
              + " directory. Expected: "
              + found
              + " (or a subset of it), but received: class_names="
              + classes);
    }
    List<Path> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      for (Path file : files(folder.resolve(classes.get(i)), followLinks)) {
        files.add(file);
        labels.add(i);
      }
    }
    int[] numbers = labels.stream().mapToInt(label -> label).toArray();
    return new ClassFolders(files, numbers, classes);
  }

  private static List<String> subfolders(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw KerasException.file("The folder '" + folder + "' cannot be read: " + e.getMessage());
    }
  }

  /** Folder by folder in the order of their paths, in each by name. */
  private static List<Path> files(Path folder, boolean followLinks) {
    FileVisitOption[] options =
        followLinks ? new FileVisitOption[] {FileVisitOption.FOLLOW_LINKS} : new FileVisitOption[0];
    Comparator<Path> order =
        Comparator.<Path, String>comparing(path -> path.getParent().toString())
            .thenComparing(path -> path.getFileName().toString());
    try (Stream<Path> inside = Files.walk(folder, options)) {
      return inside
          .filter(Files::isRegularFile)
          .filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".txt"))
          .sorted(order)
          .toList();
    } catch (IOException e) {
      throw KerasException.file("The folder '" + folder + "' cannot be read: " + e.getMessage());
    }
  }

  /** In the order of NumPy's {@code RandomState(seed).shuffle}. */
  ClassFolders shuffled(long seed) {
    int[] order = new NumpyRandom(seed).permutation(files.size());
    List<Path> moved = Arrays.stream(order).mapToObj(files::get).toList();
    int[] numbers = labels == null ? null : Arrays.stream(order).map(i -> labels[i]).toArray();
    return new ClassFolders(moved, numbers, classes);
  }

  /** All but the last {@code held} files, or those; with 0 held, as Python slices, none or all. */
  ClassFolders part(boolean training, int held) {
    int cut = held == 0 ? 0 : files.size() - held;
    int from = training ? 0 : cut;
    int to = training ? cut : files.size();
    int[] numbers = labels == null ? null : Arrays.copyOfRange(labels, from, to);
    return new ClassFolders(files.subList(from, to), numbers, classes);
  }
}
