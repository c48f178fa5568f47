package io.nyala.dsl.names.tf;

import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.np.NumPy;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code tf.nest}, {@code tf.bitwise}, {@code tf.TensorArray} and {@code tf.TensorShape}. */
final class TfNest {

  private TfNest() {}

  static void into(Library tf) {
    Library nest = tf.nested("nest");
    nest.def("flatten(structure)", g -> flat(g.get("structure")));
    nest.def("map_structure(func, *structures)", TfNest::mapped);
    nest.def(
        "pack_sequence_as(structure, flat_sequence)",
        g -> packed(g.get("structure"), g.list("flat_sequence").iterator()));
    nest.def("is_nested(structure)", g -> isNested(g.get("structure")));
    Library bits = tf.nested("bitwise");
    Map.of(
            "bitwise_and", "bitwise_and",
            "bitwise_or", "bitwise_or",
            "bitwise_xor", "bitwise_xor",
            "left_shift", "left_shift",
            "right_shift", "right_shift")
        .forEach((name, own) -> bits.def(name + "(x, y)", g -> numPy(own, g, "x", "y")));
    bits.def("invert(x)", g -> numPy("bitwise_not", g, "x"));
    tf.def(
        "TensorArray(dtype, size=0, dynamic_size=False, clear_after_read=None,"
            + " tensor_array_name=None, handle=None, flow=None, infer_shape=True,"
            + " element_shape=None, colocate_with_first_write_call=True, name=None)",
        g -> new TensorArray(g.dtype("dtype"), g.integer("size"), g.flag("dynamic_size")));
    tf.def("TensorShape(dims)", g -> Shape.of(g.list("dims")));
  }

  private static Object numPy(String name, Given g, String... arguments) {
    List<Object> values = new ArrayList<>();
    for (String each : arguments) {
      values.add(g.get(each));
    }
    return ((LibraryFunction) NumPy.names().get(name)).call(g.kind(), values, Map.of());
  }

  private static boolean isNested(Object value) {
    return value instanceof List<?> && !(value instanceof Shape) || value instanceof Map<?, ?>;
  }

  /** The values of a map, in the order of its keys. */
  private static List<Object> parts(Object structure) {
    if (!(structure instanceof Map<?, ?> map)) {
      return new ArrayList<>((List<?>) structure);
    }
    List<Object> all = new ArrayList<>();
    new TreeSet<Object>(map.keySet()).forEach(key -> all.add(map.get(key)));
    return all;
  }

  private static List<Object> flat(Object structure) {
    List<Object> all = new ArrayList<>();
    if (isNested(structure)) {
      parts(structure).forEach(part -> all.addAll(flat(part)));
    } else {
      all.add(structure);
    }
    return all;
  }

  private static Object packed(Object like, Iterator<Object> values) {
    if (like instanceof Map<?, ?> map) {
      Map<Object, Object> found = new LinkedHashMap<>();
      new TreeSet<Object>(map.keySet())
          .forEach(key -> found.put(key, packed(map.get(key), values)));
      Map<Object, Object> all = new LinkedHashMap<>();
      map.keySet().forEach(key -> all.put(key, found.get(key)));
      return all;
    }
    if (isNested(like)) {
      List<Object> all = new ArrayList<>();
      parts(like).forEach(part -> all.add(packed(part, values)));
      return like instanceof Tuple ? Tuple.copyOf(all) : all;
    }
    if (!values.hasNext()) {
      throw PyError.value("Could not pack sequence: the structure has more places than values.");
    }
    return values.next();
  }

  private static Object mapped(Given g) {
    List<Object> structures = g.list("structures");
    List<List<Object>> columns = structures.stream().map(TfNest::flat).toList();
    List<Object> results = new ArrayList<>();
    for (int i = 0; i < columns.get(0).size(); i++) {
      int at = i;
      if (columns.stream().anyMatch(column -> column.size() <= at)) {
        throw PyError.value("The two structures don't have the same nested structure.");
      }
      results.add(
          Calls.call(g.get("func"), columns.stream().map(column -> column.get(at)).toArray()));
    }
    return packed(structures.get(0), results.iterator());
  }
}
