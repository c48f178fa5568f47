package io.nyala.dsl.names.builtins;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Types;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A text file as {@code open} gives it: its lines one by one, each with its line break as {@code
 * '\n'}. A file read to its end closes itself.
 */
public final class TextFile implements Iterable<String>, Closeable {
  private final String name;
  private final BufferedReader reader;
  private final BufferedWriter writer;
  private boolean closed;

  private TextFile(String name, BufferedReader reader, BufferedWriter writer) {
    this.name = name;
    this.reader = reader;
    this.writer = writer;
  }

  public static TextFile reading(String name, Path path, Charset charset) throws IOException {
    InputStreamReader decoded =
        new InputStreamReader(
            Files.newInputStream(path),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return new TextFile(name, new BufferedReader(decoded, 1 << 16), null);
  }

  public static TextFile writing(
      String name, Path path, Charset charset, StandardOpenOption... options) throws IOException {
    return new TextFile(name, null, Files.newBufferedWriter(path, charset, options));
  }

  /** The path the file was opened by. */
  public String getName() {
    return name;
  }

  /** Whether the file is closed. */
  public boolean isClosed() {
    return closed;
  }

  /** The next line with its line break, or an empty string at the end. */
  public String readline() {
    StringBuilder line = new StringBuilder();
    boolean ended = false;
    while (!ended) {
      int c = next();
      ended = c < 0 || c == '\n';
      if (c >= 0) {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** The next character, with every kind of line break as a line feed; -1 at the end. */
  private int next() {
    if (writer != null) {
      throw new PyError("UnsupportedOperation", "'" + name + "' is open for writing, not reading");
    }
    if (closed) {
      return -1;
    }
    try {
      int c = reader.read();
      if (c == '\r') {
        reader.mark(1);
        if (reader.read() != '\n') {
          reader.reset();
        }
        return '\n';
      }
      if (c < 0) {
        close();
      }
      return c;
    } catch (CharacterCodingException e) {
      throw new PyError(
          "UnicodeDecodeError",
          "'" + name + "' is not valid text in this encoding; try open(path, encoding = 'latin-1')",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that is left. */
  public String read() {
    StringBuilder all = new StringBuilder();
    for (int c = next(); c >= 0; c = next()) {
      all.append((char) c);
    }
    return all.toString();
  }

  /** The lines that are left. */
  public List<String> readlines() {
    List<String> lines = new ArrayList<>();
    forEach(lines::add);
    return lines;
  }

  /** Writes text; returns the number of characters. */
  public int write(Object text) {
    if (writer == null) {
      throw new PyError("UnsupportedOperation", "'" + name + "' is open for reading, not writing");
    }
    if (!(text instanceof CharSequence)) {
      throw PyError.type("write() argument must be str, not " + Types.nameOf(text));
    }
    try {
      writer.write(text.toString());
      // Nobody closes open(path, 'w').write(text), which Python finishes at once.
      writer.flush();
      return text.toString().length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes several texts. */
  public void writelines(Iterable<?> lines) {
    lines.forEach(this::write);
  }

  /** Hands what was written to the file system. */
  public void flush() {
    try {
      if (writer != null && !closed) {
        writer.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      flush();
      closed = true;
      (reader == null ? writer : reader).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Iterator<String> iterator() {
    return new Iterator<>() {
      private String line;

      @Override
      public boolean hasNext() {
        line = line == null ? readline() : line;
        return !line.isEmpty();
      }

      @Override
      public String next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        String given = line;
        line = null;
        return given;
      }
    };
  }

  @Override
  public String toString() {
    return "<_io.TextIOWrapper name='" + name + "'>";
  }
}
