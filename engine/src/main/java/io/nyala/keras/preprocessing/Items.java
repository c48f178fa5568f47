package io.nyala.keras.preprocessing;

import io.nyala.autograd.Shapes;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgTypes;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Lists, arrays and whatever else can be gone through, as lists. */
final class Items {
  private Items() {}

  static List<?> of(Object value, String what) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Tensor tensor && tensor.rank() > 0) {
      return tensor.rank() > 1 ? Shapes.unstack(tensor, 0) : elements(tensor);
    }
    if (value instanceof Iterable<?> all) {
      List<Object> list = new ArrayList<>();
      all.forEach(list::add);
      return list;
    }
    throw KerasException.value("`" + what + "` must be a list; received " + ArgTypes.show(value));
  }

  private static List<Object> elements(Tensor tensor) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < tensor.elements(); i++) {
      list.add(tensor.get(i));
    }
    return list;
  }
}
