package io.nyala.keras.datasets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a zip that anyone may have made: only entries that are asked for, by their last name alone,
 * none larger than a bound; names in the zip never become names of files.
 */
final class UntrustedZip {

  private static final int LARGEST_ENTRY = 16 << 20;

  private UntrustedZip() {}

  /** Writes the parts one after the other, without a newline at the very end. */
  static void join(Path zip, List<Home.Part> parts, Path target) throws IOException {
    Map<String, byte[]> found = read(zip, parts);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (Home.Part part : parts) {
      byte[] content = found.get(part.name());
      if (content == null) {
        throw new IOException("the zip has no " + part.name());
      }
      part.checksum().check(new ByteArrayInputStream(content), part.name());
      joined.writeBytes(content);
    }
    byte[] all = joined.toByteArray();
    int length = all.length > 0 && all[all.length - 1] == '\n' ? all.length - 1 : all.length;
    try (var out = Files.newOutputStream(target)) {
      out.write(all, 0, length);
    }
  }

  private static Map<String, byte[]> read(Path zip, List<Home.Part> parts) throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        boolean wanted = parts.stream().anyMatch(part -> part.name().equals(name));
        // A Mac's zip carries a shadow of each file under the same last name.
        if (wanted && !entry.getName().startsWith("__MACOSX/") && !found.containsKey(name)) {
          try (InputStream in = file.getInputStream(entry)) {
            found.put(name, bounded(in, name));
          }
        }
      }
    } catch (ZipException e) {
      throw new IOException("the zip is damaged: " + e.getMessage(), e);
    }
    return found;
  }

  private static byte[] bounded(InputStream in, String name) throws IOException {
    byte[] content = in.readNBytes(LARGEST_ENTRY + 1);
    if (content.length > LARGEST_ENTRY) {
      throw new IOException(name + " in the zip is larger than " + LARGEST_ENTRY + " bytes");
    }
    return content;
  }
}
