package io.nyala.data;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Tensor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's archive of arrays, {@code .npz}: a map whose arrays are read when they are asked for.
 * Names inside never become names of files.
 */
public final class Npz extends AbstractMap<String, Object> implements AutoCloseable {

  private final Path path;
  private final ZipFile zip;

  /**
   * Opens an archive.
   *
   * @throws KerasException a FileNotFoundError or ValueError if it cannot be opened
   */
  public Npz(Path path) {
    this.path = path;
    if (!Files.isRegularFile(path)) {
      throw KerasException.file("No such file: '" + path + "'.");
    }
    try {
      this.zip = new ZipFile(path.toFile());
    } catch (IOException e) {
      throw unusable("it is no archive of arrays: " + e.getMessage());
    }
  }

  private KerasException unusable(String why) {
    return KerasException.value("The file '" + path + "' cannot be used: " + why + ".");
  }

  /** The names of the arrays. */
  public List<String> getFiles() {
    List<String> names = new ArrayList<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      names.add(name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name);
    }
    return names;
  }

  @Override
  public Object get(Object name) {
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      if ("files".equals(name)) {
        return getFiles();
      }
      throw KerasException.value(
          "The file '" + path + "' has no array '" + name + "'. It has " + getFiles() + ".");
    }
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
      return Npy.read(in);
    } catch (IOException e) {
      throw unusable(name + ": " + e.getMessage());
    }
  }

  @Override
  public boolean containsKey(Object name) {
    return zip.getEntry(name + ".npy") != null;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Set<Entry<String, Object>> all = new LinkedHashSet<>();
    for (String name : getFiles()) {
      all.add(new SimpleImmutableEntry<>(name, get(name)));
    }
    return all;
  }

  /** Writes arrays under their names. */
  public static void write(Path path, Map<String, Tensor> arrays, boolean compressed)
      throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path));
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, Tensor> each : new LinkedHashMap<>(arrays).entrySet()) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        Npy.write(each.getValue(), bytes);
        ZipEntry entry = new ZipEntry(each.getKey() + ".npy");
        if (!compressed) {
          CRC32 sum = new CRC32();
          sum.update(bytes.toByteArray());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(bytes.size());
          entry.setCrc(sum.getValue());
        }
        out.putNextEntry(entry);
        bytes.writeTo(out);
        out.closeEntry();
      }
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw unusable(e.getMessage());
    }
  }

  /** As NumPy shows it. */
  @Override
  public String toString() {
    return "NpzFile '" + path + "' with keys: " + String.join(", ", getFiles());
  }
}
