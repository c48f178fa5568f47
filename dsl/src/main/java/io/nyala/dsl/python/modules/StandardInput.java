package io.nyala.dsl.python.modules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** {@code sys.stdin}: what is piped into a script, line by line. */
public final class StandardInput implements Iterable<Object> {
  private BufferedReader reader;

  private BufferedReader reader() {
    if (reader == null) {
      reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
    return reader;
  }

  /** The next line with its end; empty at the end. */
  public String readline() {
    try {
      String line = reader().readLine();
      return line == null ? "" : line + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is left. */
  public String read() {
    return String.join("", readlines().stream().map(Object::toString).toList());
  }

  /** The lines that are left. */
  public List<Object> readlines() {
    List<Object> lines = new ArrayList<>();
    iterator().forEachRemaining(lines::add);
    return lines;
  }

  /** Whether a person types it. */
  public boolean isatty() {
    return System.console() != null;
  }

  @Override
  public Iterator<Object> iterator() {
    return new Iterator<>() {
      private String next;

      @Override
      public boolean hasNext() {
        next = next == null ? readline() : next;
        return !next.isEmpty();
      }

      @Override
      public Object next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException();
        }
        String line = next;
        next = null;
        return line;
      }
    };
  }
}
