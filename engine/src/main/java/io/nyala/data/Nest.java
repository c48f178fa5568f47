package io.nyala.data;

import io.nyala.autograd.Variable;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Structures of tensors: a tensor, a list of structures, or a map of them. */
public final class Nest {

  private Nest() {}

  /**
   * A value as a structure: maps and lists that hold tensors stay, anything else becomes a tensor.
   */
  public static Object of(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, item) -> all.put(key, of(item)));
      return all;
    }
    if (value instanceof List<?> list && list.stream().anyMatch(Nest::isStructure)) {
      List<Object> all = new ArrayList<>();
      list.forEach(item -> all.add(of(item)));
      return all;
    }
    return value instanceof Dataset ? value : leaf(value);
  }

  private static boolean isStructure(Object value) {
    return value instanceof Tensor
        || value instanceof Dataset
        || value instanceof Variable
        || value instanceof Map
        || value instanceof List<?> list && list.stream().anyMatch(Nest::isStructure);
  }

  private static Tensor leaf(Object value) {
    if (value instanceof NDArray array) {
      return Tensor.wrap(array.dtype(), array.shape(), array.data());
    }
    return value instanceof Variable variable ? variable.value() : Tensors.of(value);
  }

  /** The structure with each tensor replaced. */
  public static Object map(Object structure, UnaryOperator<Tensor> f) {
    return convert(structure, f::apply);
  }

  /** The structure with each tensor replaced by any value. */
  public static Object convert(Object structure, Function<Tensor, Object> f) {
    if (structure instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, item) -> all.put(key, convert(item, f)));
      return all;
    }
    if (structure instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(item -> all.add(convert(item, f)));
      return all;
    }
    return structure instanceof Dataset ? structure : f.apply((Tensor) structure);
  }

  /** The tensors, in order. */
  public static List<Tensor> leaves(Object structure) {
    List<Tensor> all = new ArrayList<>();
    map(
        structure,
        leaf -> {
          all.add(leaf);
          return leaf;
        });
    return all;
  }

  /** One structure whose tensors are made of the tensors at the same place of several. */
  static Object merge(List<Object> structures, Function<List<Tensor>, Tensor> f) {
    List<List<Tensor>> columns = structures.stream().map(Nest::leaves).toList();
    int[] next = {0};
    return map(
        structures.get(0),
        leaf -> {
          int at = next[0]++;
          return f.apply(columns.stream().map(column -> column.get(at)).toList());
        });
  }
}
