package io.nyala.dsl.python.run;

import io.nyala.dsl.names.PyError;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A file of bytes as {@code open(path, 'rb')} gives it. */
public final class BytesFile implements Iterable<Object>, Closeable, NamedClass {
  private final String name;
  private final String mode;
  private final RandomAccessFile file;
  private boolean closed;

  BytesFile(String name, Path path, String mode) throws IOException {
    this.name = name;
    this.mode = mode;
    boolean reads = mode.equals("rb");
    if (!reads) {
      java.nio.file.Files.write(path, new byte[0], java.nio.file.StandardOpenOption.CREATE);
    }
    file = new RandomAccessFile(path.toFile(), reads ? "r" : "rw");
    if (mode.startsWith("w")) {
      file.setLength(0);
    } else if (mode.startsWith("a")) {
      file.seek(file.length());
    }
  }

  /** The path the file was opened by. */
  public String getName() {
    return name;
  }

  /** The mode the file was opened in. */
  public String getMode() {
    return mode;
  }

  /** Whether the file is closed. */
  public boolean isClosed() {
    return closed;
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T open(boolean fits, String not, Work<T> work) {
    if (closed) {
      throw PyError.value("I/O operation on closed file.");
    }
    if (!fits) {
      throw new PyError("UnsupportedOperation", not);
    }
    try {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T reading(Work<T> work) {
    return open(mode.equals("rb") || mode.contains("+"), "read", work);
  }

  /** All that is left. */
  public Object read() {
    return read(-1);
  }

  /** The next bytes, at most so many. */
  public Object read(int size) {
    return reading(
        () -> {
          long left = Math.max(file.length() - file.getFilePointer(), 0);
          byte[] bytes = new byte[(int) (size < 0 ? left : Math.min(size, left))];
          file.readFully(bytes);
          return new PyBytes(bytes);
        });
  }

  /** The next line with its line feed; empty at the end. */
  public Object readline() {
    return reading(
        () -> {
          ByteArrayOutputStream line = new ByteArrayOutputStream();
          int c = 0;
          while (c >= 0 && c != '\n') {
            c = file.read();
            if (c >= 0) {
              line.write(c);
            }
          }
          return new PyBytes(line.toByteArray());
        });
  }

  /** The lines that are left. */
  public List<Object> readlines() {
    List<Object> lines = new ArrayList<>();
    forEach(lines::add);
    return lines;
  }

  /** Writes bytes; returns how many. */
  public int write(Object bytes) {
    if (!(bytes instanceof PyBytes given)) {
      throw Errors.type("a bytes-like object is required, not '" + Types.name(bytes) + "'");
    }
    return open(
        !mode.equals("rb"),
        "write",
        () -> {
          file.write(given.copy());
          return given.size();
        });
  }

  /** Goes to a place counted from the start. */
  public long seek(long offset) {
    return seek(offset, 0);
  }

  /** Goes to a place counted from the start (0), from here (1) or from the end (2). */
  public long seek(long offset, int whence) {
    return open(
        true,
        "",
        () -> {
          long base = whence == 0 ? 0 : whence == 1 ? file.getFilePointer() : file.length();
          file.seek(base + offset);
          return base + offset;
        });
  }

  /** Where in the file it is. */
  public long tell() {
    return open(true, "", file::getFilePointer);
  }

  /** There is nothing to hand on: what is written is written. */
  public void flush() {
    open(true, "", () -> null);
  }

  @Override
  public void close() {
    try {
      closed = true;
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Iterator<Object> iterator() {
    return new Iterator<>() {
      private PyBytes line;

      @Override
      public boolean hasNext() {
        line = line == null ? (PyBytes) readline() : line;
        return !line.isEmpty();
      }

      @Override
      public Object next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        PyBytes given = line;
        line = null;
        return given;
      }
    };
  }

  @Override
  public String className() {
    return mode.equals("rb") ? "BufferedReader" : "BufferedWriter";
  }

  @Override
  public String toString() {
    return "<_io." + className() + " name='" + name + "'>";
  }
}
