package io.nyala.tensor;

import java.util.Locale;

/** The element types a {@link Tensor} can hold, under their TensorFlow names. */
public enum DType {
  BOOL(boolean[].class, 0),
  UINT8(int[].class, 1),
  INT32(int[].class, 2),
  INT64(long[].class, 3),
  FLOAT32(float[].class, 4),
  FLOAT64(double[].class, 5),
  STRING(String[].class, -1);

  private final Class<?> arrayType;
  private final int rank;

  DType(Class<?> arrayType, int rank) {
    this.arrayType = arrayType;
    this.rank = rank;
  }

  /** The Java array class of the storage. */
  public Class<?> arrayType() {
    return arrayType;
  }

  /** True for float32 and float64, the types gradients flow through. */
  public boolean isFloating() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /** True for whole-number types. */
  public boolean isInteger() {
    return this == UINT8 || this == INT32 || this == INT64;
  }

  /** True for every type arithmetic is defined on. */
  public boolean isNumeric() {
    return isFloating() || isInteger();
  }

  /** The name Keras, TensorFlow and NumPy use, such as {@code float32}. */
  public String typeName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The wider of two types, as NumPy promotes arrays.
   *
   * @throws IllegalArgumentException if one of the two is a string type and the other is not
   */
  public static DType promote(DType a, DType b) {
    if (a == b) {
      return a;
    }
    if (a == STRING || b == STRING) {
      throw new IllegalArgumentException(
          "Cannot combine a string tensor with a " + (a == STRING ? b : a).typeName() + " tensor.");
    }
    if (a == FLOAT32 && (b == INT32 || b == INT64) || b == FLOAT32 && (a == INT32 || a == INT64)) {
      return FLOAT32;
    }
    return a.rank > b.rank ? a : b;
  }

  /**
   * The type of this name.
   *
   * @throws IllegalArgumentException naming the known types, if there is none
   */
  public static DType of(Object name) {
    if (name instanceof DType type) {
      return type;
    }
    // A type of a Python cell says <class 'object'>.
    String text = String.valueOf(name).replaceFirst("^<class '(.*)'>$", "$1");
    switch (text) {
      case "int":
        return INT64;
      case "float":
        return FLOAT64;
      case "str", "object":
        return STRING;
      case "boolean", "bool_":
        return BOOL;
      default:
        for (DType type : values()) {
          if (type.typeName().equals(text)) {
            return type;
          }
        }
        throw new IllegalArgumentException(
            "Unknown dtype '"
                + text
                + "'. Known: bool, uint8, int32, int64, float32, float64, string.");
    }
  }

  @Override
  public String toString() {
    return typeName();
  }
}
