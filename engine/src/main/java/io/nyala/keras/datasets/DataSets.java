package io.nyala.keras.datasets;

import io.nyala.keras.KerasException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where the files of the data sets are: in the folder that {@code NYALA_DATASETS} names, then in
 * the user's cache, then at their public home, from which they are fetched into the cache once.
 *
 * <p>Every folder of data sets is laid out the same: {@code sentiment/sentiment.txt}, {@code
 * imdb/imdb.npz}, {@code glove/glove.6B.50d.txt}.
 */
public final class DataSets {

  /** What notebooks call the files, and the data set each belongs to. */
  private static final Map<String, String> SET_OF_FILE =
      Map.of(
          "sentiment.txt", "sentiment",
          "imdb.npz", "imdb",
          "imdb_word_index.json", "imdb",
          "glove.6B.50d.txt", "glove");

  private static final String FOLDER_NAMES = "datasets?|data";

  private static final Map<Path, StandIn> STAND_INS = new ConcurrentHashMap<>();

  /** A file that is used in place of one that could not be had, and what to say when it is. */
  private record StandIn(Path file, String notice) {}

  private DataSets() {}

  /**
   * The file that a notebook means by a path at which there is none: one in a folder called {@code
   * datasets} or {@code data}, as in {@code ../datasets/sentiment.txt}, or a known data set's file
   * by its bare name.
   *
   * @return empty if the path means no data set's file, or none that is here
   * @throws KerasException if it is a known data set's file and cannot be had
   */
  public static Optional<Path> find(String path) {
    Path given = Path.of(path);
    if (given.getFileName() == null) {
      return Optional.empty();
    }
    String name = given.getFileName().toString();
    String set = SET_OF_FILE.get(name);
    Path parent = given.getParent();
    boolean inDataSets =
        parent == null
            ? set != null
            : parent.getFileName() != null
                && parent.getFileName().toString().toLowerCase(Locale.ROOT).matches(FOLDER_NAMES);
    if (!inDataSets) {
      return Optional.empty();
    }
    return set != null ? Optional.of(file(set, name)) : inFolders(name);
  }

  /** A file of one's own: {@code name.txt} or {@code name/name.txt} in a folder of data sets. */
  private static Optional<Path> inFolders(String name) {
    String stem = name.replaceFirst("\\..*$", "");
    return folders().stream()
        .flatMap(folder -> Stream.of(folder.resolve(name), folder.resolve(stem).resolve(name)))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * A data set's file, fetched if it is not here yet.
   *
   * @param set the data set, such as {@code imdb}
   * @param name the file's name, such as {@code imdb.npz}, or the path of a file of one's own
   * @throws KerasException if it is in none of the places and cannot be fetched, saying what to try
   */
  public static Path file(String set, String name) {
    if (Files.isRegularFile(Path.of(name))) {
      return Path.of(name);
    }
    Path inside = Path.of(set, name);
    StandIn standIn = STAND_INS.get(inside);
    if (standIn != null) {
      System.out.println(standIn.notice());
      return standIn.file();
    }
    for (Path folder : folders()) {
      for (Path place : List.of(folder.resolve(inside), folder.resolve(name))) {
        if (Files.isRegularFile(place)) {
          return place;
        }
      }
    }
    return fetch(set, name, cache().resolve(inside));
  }

  /** Has a file of one's own stand in for a data set's file until the program ends. */
  public static void standIn(String set, String name, Path file, String notice) {
    STAND_INS.put(Path.of(set, name), new StandIn(file, notice));
  }

  /** Ends {@link #standIn}. */
  static void withdraw(String set, String name) {
    STAND_INS.remove(Path.of(set, name));
  }

  /** The folders that are searched, in their order. */
  public static List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    String named = setting("nyala.datasets", "NYALA_DATASETS");
    if (named != null) {
      folders.add(Path.of(named));
    }
    folders.add(cache());
    return folders;
  }

  /** The user's cache, {@code $XDG_CACHE_HOME/nyala} or {@code ~/.cache/nyala}. */
  static Path cache() {
    String base = setting("nyala.cache", "XDG_CACHE_HOME");
    return base == null
        ? Path.of(System.getProperty("user.home"), ".cache", "nyala")
        : Path.of(base, "nyala");
  }

  private static String setting(String property, String variable) {
    String value = System.getProperty(property, System.getenv(variable));
    return value == null || value.isBlank() ? null : value;
  }

  private static Path fetch(String set, String name, Path target) {
    Home home = Home.of(set, name);
    if (home == null) {
      throw KerasException.file(missing(set, name, ""));
    }
    try {
      home.fetch(target);
      return target;
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      throw KerasException.file(
          missing(set, name, " Fetching it from " + home.address() + " failed: " + why + "."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw KerasException.file(missing(set, name, " Fetching it was interrupted."));
    }
  }

  private static String missing(String set, String name, String attempt) {
    return "No file '"
        + name
        + "' of the data set '"
        + set
        + "' in "
        + String.join(" or ", folders().stream().map(Path::toString).toList())
        + "."
        + attempt
        + " Put it into a folder as "
        + set
        + "/"
        + name
        + " and name that folder in the environment variable NYALA_DATASETS.";
  }
}
