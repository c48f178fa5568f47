package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.PyBytes;
import io.nyala.keras.datasets.Download;
import io.nyala.keras.datasets.Tar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What {@code zipfile}, {@code tarfile}, {@code gzip} and {@code urllib.request} are made of. */
final class ArchiveModule {
  private ArchiveModule() {}

  /** Work on a file. */
  private interface Work {
    Object on(Path file) throws IOException;
  }

  static Namespace names() {
    Module archive = new Module("_archive");
    archive.one("is_zip", path -> isZip(Opener.path(Module.path(path))));
    archive.one("is_tar", path -> at(path, Tar::is));
    archive.one("zip_entries", path -> at(path, file -> eachInZip(file, null, null)));
    archive.one("tar_entries", path -> at(path, file -> eachInTar(file, null, null)));
    archive.two("zip_read", (path, name) -> at(path, file -> zipped(file, Module.str(name))));
    archive.two("tar_read", (path, name) -> at(path, file -> tarred(file, Module.str(name))));
    archive.function(
        "zip_extract",
        (given, named) -> at(given[0], file -> eachInZip(file, folder(given[1]), some(given[2]))));
    archive.function(
        "tar_extract",
        (given, named) -> at(given[0], file -> eachInTar(file, folder(given[1]), some(given[2]))));
    archive.two("zip_write", (path, entries) -> at(path, file -> zip(file, entries)));
    archive.one("gunzip", bytes -> gunzip(((PyBytes) bytes).copy()));
    archive.one("gzip", bytes -> gzip(((PyBytes) bytes).copy()));
    archive.two("download", (address, path) -> at(path, file -> download(address, file)));
    return archive.names();
  }

  private static Object at(Object path, Work work) {
    String name = Module.path(path);
    try {
      return work.on(Opener.path(name));
    } catch (NoSuchFileException e) {
      throw Module.error(
          "FileNotFoundError", "[Errno 2] No such file or directory: '" + name + "'");
    } catch (ZipException e) {
      throw Module.error("ValueError", "File is not a zip file");
    } catch (IOException e) {
      throw Module.error("OSError", name + ": " + e.getMessage());
    }
  }

  private static Path folder(Object path) {
    return Opener.path(Module.path(path)).toAbsolutePath().normalize();
  }

  /** The names to take; null for all. */
  private static Set<String> some(Object names) {
    if (names == null) {
      return null;
    }
    Set<String> all = new HashSet<>();
    Module.items(names).forEach(name -> all.add(Module.str(name)));
    return all;
  }

  private static boolean isZip(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.size() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The entries, as names and sizes; they are written into a folder if one is given. */
  private static Object eachInZip(Path file, Path folder, Set<String> some) throws IOException {
    List<Object> all = new ArrayList<>();
    try (ZipFile zip = new ZipFile(existing(file).toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        all.add(
            Tuple.of(entry.getName(), entry.isDirectory() ? -1 : Math.toIntExact(entry.getSize())));
        if (folder != null && (some == null || some.contains(entry.getName()))) {
          try (InputStream in = entry.isDirectory() ? null : zip.getInputStream(entry)) {
            Tar.write(folder, entry.getName(), in);
          }
        }
      }
    }
    return all;
  }

  private static Object eachInTar(Path file, Path folder, Set<String> some) throws IOException {
    List<Object> all = new ArrayList<>();
    Tar.visit(
        file,
        (name, size, content) -> {
          String plain = name.replaceFirst("/+$", "");
          all.add(Tuple.of(plain, Math.toIntExact(size)));
          if (folder != null && (some == null || some.contains(plain))) {
            Tar.write(folder, name, content);
          }
        });
    return all;
  }

  private static Path existing(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }

  private static Object zipped(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(existing(file).toFile())) {
      ZipEntry entry = zip.getEntry(name);
      return entry == null ? null : new PyBytes(zip.getInputStream(entry).readAllBytes());
    }
  }

  private static Object tarred(Path file, String wanted) throws IOException {
    List<PyBytes> found = new ArrayList<>();
    Tar.visit(
        file,
        (name, size, content) -> {
          if (content != null && name.equals(wanted)) {
            found.add(new PyBytes(content.readAllBytes()));
          }
        });
    return found.isEmpty() ? null : found.get(found.size() - 1);
  }

  private static Object zip(Path file, Object entries) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Object each : Module.items(entries)) {
        List<Object> pair = Module.items(each);
        out.putNextEntry(new ZipEntry(Module.str(pair.get(0))));
        out.write(((PyBytes) pair.get(1)).copy());
        out.closeEntry();
      }
    }
    return null;
  }

  private static Object gunzip(byte[] bytes) {
    try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
      return new PyBytes(in.readAllBytes());
    } catch (IOException e) {
      throw Module.error("OSError", "Not a gzipped file: " + e.getMessage());
    }
  }

  private static Object gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new PyBytes(out.toByteArray());
  }

  private static Object download(Object address, Path file) throws IOException {
    URI uri = URI.create(Module.str(address));
    if ("file".equals(uri.getScheme())) {
      Files.copy(Path.of(uri), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return null;
    }
    if (!List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
      throw Module.error("ValueError", "unknown url type: '" + uri + "'");
    }
    try {
      Download.to(file, uri);
    } catch (IOException e) {
      throw Module.error("OSError", "<urlopen error " + e.getMessage() + ">");
    } catch (InterruptedException e) {
      throw new java.util.concurrent.CancellationException("interrupted");
    }
    return null;
  }
}
