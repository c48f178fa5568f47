package io.nyala.dsl.python.run;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** {@code bytes}: whole numbers from 0 to 255 in a row. */
public final class PyBytes extends AbstractList<Object>
    implements RandomAccess, NamedClass, Comparable<PyBytes> {
  private final byte[] bytes;

  /** Bytes that nobody else changes. */
  public PyBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of them. */
  @Override
  public Object[] toArray() {
    return stream().toArray();
  }

  /** A copy of them, as Java has bytes. */
  public byte[] copy() {
    return bytes.clone();
  }

  @Override
  public Object get(int index) {
    return bytes[index] & 0xff;
  }

  @Override
  public int size() {
    return bytes.length;
  }

  @Override
  public String className() {
    return "bytes";
  }

  @Override
  public int compareTo(PyBytes other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PyBytes it && Arrays.equals(bytes, it.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** As {@code repr} shows them: {@code b'a\x00'}. */
  @Override
  public String toString() {
    String text = latin();
    boolean doubled = text.indexOf('\'') >= 0 && text.indexOf('"') < 0;
    StringBuilder out = new StringBuilder(doubled ? "b\"" : "b'");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        case '\'' -> out.append(doubled ? "'" : "\\'");
        default -> {
          if (c < 32 || c > 126) {
            out.append(String.format("\\x%02x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append(doubled ? '"' : '\'').toString();
  }

  /** One character for each byte, so that methods of texts do for bytes. */
  String latin() {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  static PyBytes ofLatin(String text) {
    return new PyBytes(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
