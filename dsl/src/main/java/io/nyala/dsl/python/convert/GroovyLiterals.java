package io.nyala.dsl.python.convert;

import io.nyala.dsl.python.run.PyBytes;
import io.nyala.tensor.Index;
import java.math.BigInteger;

/** Constants of Python as they are written in Groovy. */
final class GroovyLiterals {

  private GroovyLiterals() {}

  /**
   * A constant.
   *
   * @throws Unconvertible for those that Groovy has none of: bytes, the ellipsis
   */
  static String of(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value == Index.ELLIPSIS || value instanceof PyBytes) {
      throw new Unconvertible("constant");
    }
    return value instanceof BigInteger big ? big + "G" : plain(value);
  }

  private static String plain(Object value) {
    return value instanceof Long ? value + "L" : value instanceof Double ? value + "d" : value + "";
  }

  private static String quoted(String text) {
    return "'" + escaped(text).replace("'", "\\'") + "'";
  }

  /** Text between other parts of a string in double quotes. */
  static String inDoubleQuotes(String text) {
    return escaped(text).replace("\"", "\\\"").replace("$", "\\$");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r");
  }
}
