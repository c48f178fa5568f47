package io.nyala.tensor;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Prints tensors as TensorFlow 2.21 and arrays as NumPy 2 do: {@code repr} as a notebook shows a
 * value, {@code str} as {@code print} does.
 */
public final class Printing {

  private Printing() {}

  /** TensorFlow's {@code repr}: {@code <tf.Tensor: shape=(2,), dtype=float32, numpy=array(…)>}. */
  public static String tensor(Tensor t) {
    return "<tf.Tensor: shape=" + t.shape() + ", dtype=" + t.dtype() + ", " + numpy(t) + ">";
  }

  /** TensorFlow's {@code str}: {@code tf.Tensor([1. 2.], shape=(2,), dtype=float32)}. */
  public static String tensorText(Tensor t) {
    String text = t.rank() == 0 ? scalar(t, true) : nested(t, " ", 0, 0, true);
    return "tf.Tensor(" + ownLine(text) + ", shape=" + t.shape() + ", dtype=" + t.dtype() + ")";
  }

  /** How TensorFlow prints a {@code tf.Variable}: {@code <tf.Variable 'w:0' shape=(2,) …>}. */
  public static String tfVariable(String name, Tensor t) {
    String about = "shape=" + t.shape() + " dtype=" + t.dtype();
    return "<tf.Variable '" + name + ":0' " + about + ", " + numpy(t) + ">";
  }

  /** How Keras prints a variable: {@code <Variable path=w, shape=(2,), dtype=…, value=[1. 2.]>}. */
  public static String kerasVariable(String path, Tensor t) {
    return "<Variable path="
        + path
        + ", shape="
        + t.shape()
        + ", dtype="
        + t.dtype()
        + ", value="
        + arrayText(t)
        + ">";
  }

  private static String numpy(Tensor t) {
    if (t.rank() > 0) {
      return "numpy=" + ownLine(array(t, true));
    }
    boolean single = t.dtype() == DType.FLOAT32;
    return "numpy=" + (single ? Digits.text((double) t.floats()[0]) : scalar(t, true));
  }

  private static String ownLine(String text) {
    return text.indexOf('\n') < 0 ? text : "\n" + text;
  }

  /** NumPy's {@code repr}: {@code array([1., 2.], dtype=float32)}. */
  public static String array(Tensor t) {
    return array(t, false);
  }

  /** NumPy's {@code str}: {@code [1. 2.]}. */
  public static String arrayText(Tensor t) {
    return t.rank() == 0 ? scalar(t, false) : nested(t, " ", 0, 0, false);
  }

  private static String array(Tensor t, boolean bytes) {
    String text = "array(" + nested(t, ", ", "array(".length(), 1, bytes);
    int elements = t.elements();
    String extra = "";
    if (elements == 0 && t.rank() != 1 || elements > PrintOptions.current().threshold()) {
      extra = "shape=" + t.shape();
    }
    if (!isImplied(t.dtype()) || elements == 0) {
      extra += (extra.isEmpty() ? "" : ", ") + "dtype=" + typeText(t, bytes);
    }
    if (extra.isEmpty()) {
      return text + ")";
    }
    int lastLine = text.length() + 1 - (text.lastIndexOf('\n') + 1);
    boolean fits = lastLine + extra.length() + 1 + 1 <= PrintOptions.current().lineWidth();
    return text + (fits ? ", " : ",\n      ") + extra + ")";
  }

  private static boolean isImplied(DType type) {
    return type == DType.INT64 || type == DType.FLOAT64 || type == DType.BOOL;
  }

  private static String typeText(Tensor t, boolean bytes) {
    if (t.dtype() != DType.STRING) {
      return t.dtype().typeName();
    }
    int longest =
        Arrays.stream(t.strings()).mapToInt(s -> s.codePointCount(0, s.length())).max().orElse(0);
    return bytes ? "object" : "'<U" + Math.max(1, longest) + "'";
  }

  private static String nested(Tensor t, String separator, int prefix, int suffix, boolean bytes) {
    if (t.rank() == 0) {
      return elements(t, bytes, new int[1]).apply(0);
    }
    return ArrayText.of(t.shape(), separator, prefix, suffix, places -> elements(t, bytes, places));
  }

  private static IntFunction<String> elements(Tensor t, boolean bytes, int[] places) {
    return switch (t.dtype()) {
      case FLOAT32, FLOAT64 -> {
        double[] shown = Arrays.stream(places).mapToDouble(t::getDouble).toArray();
        FloatFormat format = new FloatFormat(shown, t.dtype() == DType.FLOAT32);
        yield i -> format.format(t.getDouble(i));
      }
      case INT32, INT64, UINT8 -> {
        int width =
            Arrays.stream(places).map(i -> Long.toString(t.getLong(i)).length()).max().orElse(0);
        yield i -> {
          String digits = Long.toString(t.getLong(i));
          return " ".repeat(width - digits.length()) + digits;
        };
      }
      case BOOL -> i -> t.booleans()[i] ? t.rank() == 0 ? "True" : " True" : "False";
      case STRING ->
          i -> bytes ? PythonText.bytes(t.strings()[i]) : PythonText.quote(t.strings()[i]);
    };
  }

  /** One number, truth value or string, as {@code str} prints it. */
  private static String scalar(Tensor t, boolean bytes) {
    return switch (t.dtype()) {
      case FLOAT32 -> Digits.text(t.floats()[0]);
      case FLOAT64 -> Digits.text(t.doubles()[0]);
      case BOOL -> t.booleans()[0] ? "True" : "False";
      case STRING -> bytes ? PythonText.bytes(t.strings()[0]) : t.strings()[0];
      default -> Long.toString(t.getLong(0));
    };
  }
}
