package io.nyala.data;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The shapes and types of a dataset's elements as TensorFlow writes them. */
final class ElementSpec {

  private ElementSpec() {}

  /**
   * The specification of an element.
   *
   * @param shapes of its tensors in all elements
   */
  static String of(Object element, Function<Tensor, Shape> shapes) {
    if (element instanceof Map<?, ?> map) {
      Map<Object, String> specs = new LinkedHashMap<>();
      map.forEach((key, value) -> specs.put("'" + key + "'", of(value, shapes)));
      return specs.toString().replace("=Tensor", ": Tensor");
    }
    if (element instanceof List<?> list) {
      return "(" + String.join(", ", list.stream().map(each -> of(each, shapes)).toList()) + ")";
    }
    if (element instanceof Dataset inner) {
      return "DatasetSpec(" + inner.elementSpec() + ", TensorShape([]))";
    }
    Tensor t = (Tensor) element;
    return "TensorSpec(shape=" + shapes.apply(t) + ", dtype=tf." + t.dtype() + ", name=None)";
  }
}
