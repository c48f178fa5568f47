package io.nyala.dsl.plot;

import io.nyala.autograd.Variable;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Types;
import io.nyala.dsl.show.Repr;
import io.nyala.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Data as charts take it: lists, ranges, tensors, arrays. */
final class Values {

  private Values() {}

  /** The items of a sequence; a plain number is a sequence of one. */
  static List<Object> items(Object data) {
    List<Object> items = new ArrayList<>();
    if (data instanceof Variable variable) {
      return items(variable.value());
    }
    if (data instanceof Tensor tensor) {
      int rows = tensor.rank() == 0 ? 1 : tensor.dim(0);
      int width = rows == 0 ? 0 : tensor.elements() / rows;
      for (int i = 0; i < rows; i++) {
        items.add(tensor.rank() < 2 ? tensor.get(i) : row(tensor, i, width));
      }
    } else if (data instanceof Map<?, ?> map) {
      items.addAll(map.values());
    } else if (data instanceof Iterable<?> all) {
      all.forEach(items::add);
    } else if (data != null && data.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(data); i++) {
        items.add(Array.get(data, i));
      }
    } else {
      items.add(data);
    }
    return items;
  }

  private static List<Object> row(Tensor tensor, int row, int width) {
    List<Object> items = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      items.add(tensor.get(row * width + i));
    }
    return items;
  }

  /** Whether the items are sequences themselves. */
  static boolean isTable(Object data) {
    List<Object> items = items(data);
    return !items.isEmpty() && isSequence(items.get(0));
  }

  private static boolean isSequence(Object item) {
    return item instanceof Iterable<?>
        || item instanceof Tensor tensor && tensor.elements() > 1
        || item != null && item.getClass().isArray();
  }

  /** Whether data is of words, not numbers. */
  static boolean isText(Object data) {
    List<Object> items = items(data);
    return !items.isEmpty() && items.stream().allMatch(CharSequence.class::isInstance);
  }

  /**
   * The numbers of a sequence; null is not a number.
   *
   * @throws PyError {@code TypeError} if it holds something else
   */
  static double[] numbers(Object data) {
    return items(data).stream().mapToDouble(Values::number).toArray();
  }

  /** Rows of numbers, all of one length. */
  static double[][] rows(Object data) {
    double[][] rows = items(data).stream().map(Values::numbers).toArray(double[][]::new);
    for (double[] row : rows) {
      if (row.length != rows[0].length) {
        throw PyError.value(
            "the rows must be of one length; found " + rows[0].length + " and " + row.length);
      }
    }
    return rows;
  }

  static double number(Object item) {
    if (item instanceof Number number) {
      return number.doubleValue();
    }
    if (item instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (item instanceof Tensor tensor && tensor.elements() == 1) {
      return number(tensor.item());
    }
    if (item instanceof Variable variable) {
      return number(variable.value());
    }
    if (item instanceof List<?> list && list.size() == 1) {
      return number(list.get(0));
    }
    if (item == null) {
      return Double.NaN;
    }
    String text = Repr.of(item);
    if (text.startsWith("datetime.") || item instanceof java.time.temporal.Temporal) {
      throw PyError.type(
          "dates are not drawn along an axis here; received "
              + text
              + ". Give numbers, such as days since a first one, or words, such as d.isoformat().");
    }
    throw PyError.type(
        "a chart is drawn from numbers; received "
            + (text.length() > 60 ? text.substring(0, 60) + "…" : text)
            + " ("
            + Types.nameOf(item)
            + ")");
  }
}
