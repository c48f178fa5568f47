package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The zip that a {@code .keras} file is. Reading, entries are only ever found by a name that was
 * asked for and read into memory, never written to a file; names that lead out of the archive,
 * entries of one name and entries that swell are refused.
 */
final class Archive implements AutoCloseable {

  /** Keras stores entries as they are; what others compress shrinks by far less. */
  private static final int MOST_SWELLING = 100;

  private static final long SMALL = 16L << 20;
  private static final int MOST_ENTRIES = 100_000;

  private final Path path;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  Archive(Path path) {
    this.path = path;
    try {
      zip = new ZipFile(path.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw refuse("it is not a zip archive (" + e.getMessage() + ")");
    }
    List<? extends ZipEntry> all = Collections.list(zip.entries());
    if (all.size() > MOST_ENTRIES) {
      throw refuse("it has " + all.size() + " entries");
    }
    for (ZipEntry entry : all) {
      String name = entry.getName();
      boolean leadsOut =
          name.startsWith("/")
              || name.contains("\\")
              || name.contains(":")
              || List.of(name.split("/")).contains("..");
      if (leadsOut) {
        throw refuse("its entry '" + name + "' leads out of the archive");
      }
      if (entries.put(name, entry) != null) {
        throw refuse("it has two entries named '" + name + "'");
      }
    }
  }

  /** True if there is an entry of this name. */
  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** An entry's content. */
  byte[] read(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw refuse("it has no " + name);
    }
    long size = entry.getSize();
    long stored = Math.max(1, entry.getCompressedSize());
    if (size > Integer.MAX_VALUE - 8 || size > SMALL && size / stored > MOST_SWELLING) {
      throw refuse(
          "its entry '" + name + "' would swell from " + stored + " to " + size + " bytes");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      int most = (int) Math.max(size, 0);
      byte[] content = in.readNBytes(most);
      if (content.length < most || in.read() >= 0) {
        throw refuse("its entry '" + name + "' is not as long as it says");
      }
      return content;
    } catch (IOException e) {
      throw refuse("its entry '" + name + "' cannot be read (" + e.getMessage() + ")");
    } catch (OutOfMemoryError e) {
      throw refuse("its entry '" + name + "' of " + size + " bytes does not fit in memory");
    }
  }

  /** The files right inside a folder, by their names. */
  Map<String, byte[]> folder(String folder) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : entries.keySet()) {
      String inside = name.startsWith(folder + "/") ? name.substring(folder.length() + 1) : "";
      if (!inside.isEmpty() && !inside.contains("/")) {
        files.put(inside, read(name));
      }
    }
    return files;
  }

  private KerasException refuse(String why) {
    return KerasException.value("The file '" + path + "' cannot be used: " + why + ".");
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw refuse(e.getMessage());
    }
  }

  /** Writes an archive of these entries, stored as they are. */
  static void write(Path path, Map<String, byte[]> content) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (Map.Entry<String, byte[]> each : content.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        CRC32 check = new CRC32();
        check.update(each.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(each.getValue().length);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
  }
}
