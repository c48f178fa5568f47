package io.nyala.keras.callbacks;

import io.nyala.autograd.Reduce;
import io.nyala.keras.KerasException;
import io.nyala.tensor.Tensor;
import java.util.Map;

/** Reads figures from logs, which hold numbers and, of metrics with several values, arrays. */
public final class Logs {

  private Logs() {}

  /**
   * The figure of this name; null if there is none.
   *
   * @throws KerasException a ValueError if it is an array of several values
   */
  public static Double number(Map<String, Object> logs, String name) {
    Object value = logs.get(name);
    return value == null ? null : Double.valueOf(number(name, value));
  }

  /**
   * A figure as a number.
   *
   * @throws KerasException a ValueError if it is an array of several values
   */
  public static double number(String name, Object value) {
    if (value instanceof Tensor tensor && tensor.elements() != 1) {
      throw KerasException.value(
          "`"
              + name
              + "` is an array of shape "
              + tensor.shape()
              + ", but one number is needed here. Give the metric an average, or watch another"
              + " figure.");
    }
    return mean(value);
  }

  /** A figure as a number: of an array, the mean. */
  public static double mean(Object value) {
    return value instanceof Tensor tensor
        ? Reduce.mean(tensor).getDouble(0)
        : ((Number) value).doubleValue();
  }
}
