package io.nyala.keras.models;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.graph.Trees;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Understands the data a person hands to a model. */
final class Inputs {

  private Inputs() {}

  /**
   * Arrays in lists and maps, taken apart.
   *
   * @param tensors the arrays in order
   * @param form the lists and maps; null: a single array, or none
   */
  record Parts(List<Tensor> tensors, Object form) {
    static final Parts NONE = new Parts(List.of(), null);
  }

  /**
   * Data as tensors: one, or several where lists or maps of arrays are given.
   *
   * @param names for a map, the order of its entries; empty: that of its keys
   */
  static List<Tensor> tensors(Object data, List<String> names, String what) {
    return parts(data, names, what).tensors();
  }

  private static Parts parts(Object data, List<String> names, String what) {
    if (data == null) {
      return Parts.NONE;
    }
    if (data instanceof Map<?, ?> map && !names.isEmpty()) {
      return new Parts(named(map, names, what), Trees.map(plain(map), leaf -> null));
    }
    if (!isNested(data)) {
      return new Parts(List.of(one(data, what)), null);
    }
    List<Tensor> tensors = new ArrayList<>();
    Object form = form(data);
    gather(data, what, tensors);
    return new Parts(tensors, form);
  }

  /** Targets may lack an entry, where the output has no loss; inputs may not. */
  private static List<Tensor> named(Map<?, ?> map, List<String> names, String what) {
    List<Tensor> all = new ArrayList<>();
    boolean none = names.stream().noneMatch(map::containsKey);
    for (String name : names) {
      Object value = map.get(name);
      if (value == null && (none || what.equals("x"))) {
        throw mismatch(names, map, what);
      }
      all.add(value == null ? null : one(value, what));
    }
    for (Object key : map.keySet()) {
      if (!what.equals("x") && !names.contains(String.valueOf(key))) {
        throw mismatch(names, map, what);
      }
    }
    return all;
  }

  private static KerasException mismatch(List<String> names, Map<?, ?> map, String what) {
    return KerasException.value(
        "The structure of `"
            + (what.equals("x") ? "inputs" : what)
            + "` doesn't match the expected structure.\nExpected: "
            + names
            + "\nReceived: entries "
            + map.keySet()
            + ". Give one array for each name.");
  }

  private static Map<String, Object> plain(Map<?, ?> map) {
    Map<String, Object> plain = new LinkedHashMap<>();
    map.keySet().forEach(key -> plain.put(String.valueOf(key), null));
    return plain;
  }

  /** The values of a map in the order of a model's inputs. */
  static List<Object> inOrder(Map<?, ?> map, Structure inputs) {
    List<Object> values = new ArrayList<>();
    for (String name : inputs.names()) {
      if (map.get(name) == null) {
        throw mismatch(inputs.names(), map, "x");
      }
      values.add(map.get(name));
    }
    return values;
  }

  /** True for lists and maps of arrays, rather than of numbers. */
  private static boolean isNested(Object data) {
    return data instanceof Map
        || data instanceof List<?> list
            && list.stream().anyMatch(Objects::nonNull)
            && list.stream().allMatch(each -> each == null || isArray(each) || isNested(each));
  }

  /** True for arrays, and for lists of numbers, of text and of arrays. */
  static boolean isData(Object value) {
    return isArray(value)
        || value instanceof List<?> list
            && !list.isEmpty()
            && list.stream().allMatch(each -> each instanceof Number || isData(each));
  }

  private static boolean isArray(Object value) {
    return value instanceof Tensor t && t.rank() > 0 || value instanceof Variable;
  }

  private static Object form(Object data) {
    if (data instanceof Map<?, ?> map) {
      Map<String, Object> form = new LinkedHashMap<>();
      map.forEach((key, value) -> form.put(String.valueOf(key), form(value)));
      return form;
    }
    return isNested(data)
        ? new ArrayList<>(((List<?>) data).stream().map(Inputs::form).toList())
        : null;
  }

  private static void gather(Object data, String what, List<Tensor> into) {
    if (data instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
      sorted.values().forEach(each -> gather(each, what, into));
    } else if (isNested(data)) {
      ((List<?>) data).forEach(each -> gather(each, what, into));
    } else {
      into.add(data == null ? null : one(data, what));
    }
  }

  private static Tensor one(Object value, String what) {
    if (value instanceof Variable variable) {
      return variable.value();
    }
    try {
      Tensor tensor = Tensors.of(value);
      checkNumbers(tensor, what);
      return tensor;
    } catch (IllegalArgumentException wrong) {
      throw KerasException.value(
          "`" + what + "` cannot be used as an array: " + wrong.getMessage());
    }
  }

  private static void checkNumbers(Tensor tensor, String what) {
    if (!tensor.dtype().isFloating()) {
      return;
    }
    for (int i = 0, n = tensor.elements(); i < n; i++) {
      if (Double.isNaN(tensor.getDouble(i))) {
        int sample = tensor.rank() == 0 ? 0 : i / Math.max(1, n / Math.max(1, tensor.dim(0)));
        throw KerasException.value(
            "`"
                + what
                + "` holds NaN (not a number), first in sample "
                + sample
                + ". Training on it would turn every weight into NaN. Remove or replace such"
                + " samples first.");
      }
    }
  }

  /** Arrays of one data set, checked to fit together. */
  static Batch whole(Object x, Object y, Object weights, List<String> in, List<String> out) {
    Parts inputs = parts(x, in, "x");
    Parts targets = parts(y, out, "y");
    Parts sampleWeights = parts(weights, out, "sample_weight");
    for (Tensor target : targets.tensors()) {
      if (target != null && target.dtype() == DType.STRING) {
        throw KerasException.value(
            "`y` holds text, but a loss needs numbers. Turn the labels into numbers first, for"
                + " example with keras.layers.StringLookup.");
      }
    }
    Batch batch =
        new Batch(
            inputs.tensors(),
            targets.tensors(),
            shared(sampleWeights.tensors(), targets.tensors().size()),
            new Batch.Forms(inputs.form(), targets.form(), sampleWeights.form()));
    checkCounts(batch);
    return batch;
  }

  /** One weight per sample holds for all targets. */
  private static List<Tensor> shared(List<Tensor> weights, int targets) {
    return weights.size() == 1 && targets > 1
        ? Collections.nCopies(targets, weights.get(0))
        : weights;
  }

  private static void checkCounts(Batch batch) {
    if (batch.x().isEmpty()) {
      throw KerasException.value("`x` is missing: give the inputs as an array or a dataset.");
    }
    for (Tensor tensor : batch.x()) {
      if (tensor.rank() == 0) {
        throw KerasException.value(
            "`x` should be an array of samples; received a single value. Put it in a list: [x].");
      }
    }
    int n = batch.size();
    if (n == 0) {
      throw KerasException.value(
          "`x` has no samples (shape " + batch.x().get(0).shape() + "). Give at least one sample.");
    }
    boolean same =
        sameCount(batch.x(), n) && sameCount(batch.y(), n) && sameCount(batch.weights(), n);
    if (!same) {
      throw KerasException.value(
          "Data cardinality is ambiguous. Make sure all arrays contain the same number of samples."
              + sizes("x", batch.x())
              + sizes("y", batch.y())
              + sizes("sample_weight", batch.weights()));
    }
  }

  private static boolean sameCount(List<Tensor> tensors, int n) {
    return tensors.stream().allMatch(t -> t == null || t.rank() > 0 && t.dim(0) == n);
  }

  private static String sizes(String name, List<Tensor> tensors) {
    if (tensors.isEmpty()) {
      return "";
    }
    List<String> counts = new ArrayList<>();
    for (Tensor t : tensors) {
      counts.add(t.rank() == 0 ? "a single value" : String.valueOf(t.dim(0)));
    }
    return "'" + name + "' sizes: " + String.join(", ", counts) + "\n";
  }
}
