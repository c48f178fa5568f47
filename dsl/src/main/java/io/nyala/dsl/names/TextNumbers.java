package io.nyala.dsl.names;

import io.nyala.tensor.DType;
import io.nyala.tensor.Digits;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;

/** Arrays of text as numbers and back, as NumPy converts them. */
public final class TextNumbers {

  private TextNumbers() {}

  /** Each text as a number of this type. */
  static NDArray parse(Tensor texts, DType type) {
    Tensor out = Tensor.zeros(type, texts.shape());
    for (int i = 0; i < out.elements(); i++) {
      parse(texts.strings()[i].strip(), out, i);
    }
    return NDArray.of(out);
  }

  private static void parse(String text, Tensor out, int i) {
    try {
      switch (out.dtype()) {
        case FLOAT32 -> out.floats()[i] = Float.parseFloat(text);
        case INT64 -> out.longs()[i] = Long.parseLong(text);
        case INT32, UINT8 -> out.ints()[i] = Integer.parseInt(text);
        default -> out.put(i, number(text));
      }
    } catch (NumberFormatException e) {
      String kind = out.dtype().isInteger() ? "int" : "float";
      throw PyError.value(
          "could not convert string to " + kind + ": " + io.nyala.dsl.show.Repr.quote(text));
    }
  }

  private static double number(String text) {
    return ((Number) Conversions.toFloat(text)).doubleValue();
  }

  /** Each element as text. */
  static NDArray format(Tensor x) {
    String[] out = new String[x.elements()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          switch (x.dtype()) {
            case FLOAT32 -> Digits.text(x.floats()[i]);
            case FLOAT64 -> Digits.text(x.doubles()[i]);
            case BOOL -> x.booleans()[i] ? "True" : "False";
            case STRING -> x.strings()[i];
            default -> Long.toString(x.getLong(i));
          };
    }
    return NDArray.of(Tensor.of(x.shape(), out));
  }

  /** Whether nested lists or arrays begin with a text. */
  static boolean isText(Object value) {
    if (value instanceof java.util.List<?> list) {
      return !list.isEmpty() && isText(list.get(0));
    }
    if (value instanceof Object[] array) {
      return array.length > 0 && isText(array[0]);
    }
    return value instanceof CharSequence || value instanceof Tensor t && t.dtype() == DType.STRING;
  }

  /** A conversion of arrays between any two types. */
  public static Tensor convert(Tensor x, DType type) {
    if (x.dtype() == DType.STRING && type != DType.STRING) {
      return parse(x, type);
    }
    return type == DType.STRING ? format(x) : io.nyala.autograd.Cast.to(x, type);
  }
}
