package io.nyala.keras.datasets;

import io.nyala.keras.KerasException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file of the internet in the cache of Keras, {@code ~/.keras/datasets}: {@code
 * keras.utils.get_file}.
 *
 * @param name the file's name there; null for the last name of the address
 * @param origin the address
 * @param folder the cache, or a folder in it
 * @param hash the checksum it must have, or null
 * @param algorithm {@code auto}, {@code md5} or {@code sha256}
 * @param extract whether it is an archive to be unpacked
 * @param force whether it is fetched even if it is here
 */
public record CachedFile(
    String name,
    String origin,
    Path folder,
    String hash,
    String algorithm,
    boolean extract,
    boolean force) {

  /** The cache: {@code $KERAS_HOME}, or {@code .keras} in the user's home. */
  public static Path home() {
    String named = System.getenv("KERAS_HOME");
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".keras")
        : Path.of(named);
  }

  /**
   * The path of the file, fetched if it is not here; of an archive, the folder it is unpacked into.
   *
   * @throws KerasException if it cannot be had, or has another checksum
   */
  public Path get() {
    String file = name == null || name.isEmpty() ? lastName() : name;
    if (file.contains("/")) {
      throw KerasException.value(
          "Paths are no longer accepted as the `fname` argument. To specify the file's parent"
              + " directory, use the `cache_dir` argument. Received: fname="
              + file);
    }
    if (!extract) {
      Path target = folder.resolve(file);
      fetch(target);
      return target;
    }
    boolean ending = name != null && !name.isEmpty() && file.contains(".");
    String plain = ending ? file.substring(0, file.indexOf('.')) + "_extracted" : file;
    Path archive = folder.resolve(ending ? file : file + "_archive");
    Path unpacked = folder.resolve(plain);
    fetch(archive);
    if (!Files.exists(unpacked)) {
      unpack(archive, unpacked);
    }
    return unpacked;
  }

  private String lastName() {
    String path = URI.create(origin).getPath();
    String last = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    if (last.isEmpty() || last.equals(".") || last.equals("..")) {
      throw KerasException.value(
          "Can't parse the file name from the origin provided: '"
              + origin
              + "'. Please specify the `fname` argument.");
    }
    return last;
  }

  private void fetch(Path target) {
    try {
      if (!force && Files.exists(target) && isRight(target)) {
        return;
      }
      Home.place(target, scratch -> arrive(scratch));
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      throw KerasException.file(
          "URL fetch failure on "
              + origin
              + ": "
              + why
              + ". If you have the file, put it there: "
              + target);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw KerasException.file("Fetching " + origin + " was interrupted.");
    }
  }

  private void arrive(Path scratch) throws IOException, InterruptedException {
    URI address = URI.create(origin);
    if ("file".equals(address.getScheme())) {
      Files.copy(Path.of(address), scratch);
    } else {
      Download.to(scratch, address);
    }
    if (hash != null) {
      checksum().check(scratch, origin);
    }
  }

  private boolean isRight(Path file) throws IOException {
    if (hash == null) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      checksum().check(in, origin);
      return true;
    } catch (IOException e) {
      System.out.println(
          "A local file was found, but it seems to be incomplete or outdated because the "
              + algorithm
              + " file hash does not match the original value of "
              + hash
              + " so we will re-download the data.");
      return false;
    }
  }

  private Checksum checksum() {
    boolean sha = algorithm.equals("sha256") || algorithm.equals("auto") && hash.length() == 64;
    return new Checksum(sha ? "SHA-256" : "MD5", hash.toLowerCase(Locale.ROOT));
  }

  private static void unpack(Path archive, Path folder) {
    try {
      if (Tar.is(archive)) {
        Tar.extract(archive, folder);
      } else {
        unzip(archive, folder.toAbsolutePath().normalize());
      }
    } catch (IOException e) {
      throw KerasException.file(archive + " could not be unpacked: " + e.getMessage());
    }
  }

  private static void unzip(Path archive, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = entry.isDirectory() ? null : zip.getInputStream(entry)) {
          Tar.write(folder, entry.getName(), in);
        }
      }
    }
  }
}
