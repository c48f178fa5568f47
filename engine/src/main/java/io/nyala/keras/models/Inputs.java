package io.nyala.keras.models;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Understands the data a person hands to a model. */
final class Inputs {

  private Inputs() {}

  /**
   * Data as tensors: one, or several where a list or a map of arrays is given.
   *
   * @param names for a map, the order of its entries
   */
  static List<Tensor> tensors(Object data, List<String> names, String what) {
    if (data == null) {
      return List.of();
    }
    if (data instanceof Map<?, ?> map) {
      return named(map, names, what);
    }
    if (isListOfArrays(data)) {
      List<Tensor> all = new ArrayList<>();
      ((List<?>) data).forEach(each -> all.add(one(each, what)));
      return all;
    }
    return List.of(one(data, what));
  }

  private static List<Tensor> named(Map<?, ?> map, List<String> names, String what) {
    List<Tensor> all = new ArrayList<>();
    for (String name : names.isEmpty() ? keys(map) : names) {
      if (!map.containsKey(name)) {
        throw KerasException.value(
            "`" + what + "` has no entry '" + name + "'; its entries: " + keys(map) + ".");
      }
      all.add(one(map.get(name), what));
    }
    return all;
  }

  private static List<String> keys(Map<?, ?> map) {
    return map.keySet().stream().map(String::valueOf).toList();
  }

  private static boolean isListOfArrays(Object data) {
    return data instanceof List<?> list
        && !list.isEmpty()
        && list.stream()
            .allMatch(each -> each instanceof Tensor t && t.rank() > 0 || each instanceof Variable);
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
    List<Tensor> inputs = tensors(x, in, "x");
    List<Tensor> targets = tensors(y, out, "y");
    List<Tensor> sampleWeights = tensors(weights, out, "sample_weight");
    for (Tensor target : targets) {
      if (target.dtype() == DType.STRING) {
        throw KerasException.value(
            "`y` holds text, but a loss needs numbers. Turn the labels into numbers first, for"
                + " example with keras.layers.StringLookup.");
      }
    }
    Batch batch = new Batch(inputs, targets, sampleWeights);
    checkCounts(batch);
    return batch;
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

  /** Sample weights from class weights, multiplied with those already there. */
  static List<Tensor> classWeights(Batch batch, Map<?, ?> classWeight) {
    if (batch.y().size() != 1) {
      throw KerasException.value("`class_weight` is only supported for models with one output.");
    }
    Tensor y = batch.y().get(0);
    boolean oneHot = y.rank() > 1 && y.dim(-1) > 1;
    int classes = oneHot ? y.dim(-1) : 1;
    float[] weights = new float[batch.size()];
    for (int i = 0; i < weights.length; i++) {
      long label = oneHot ? argmax(y, i * classes, classes) : y.getLong(i);
      weights[i] = weightOf(classWeight, label);
      if (batch.weight(0) != null) {
        weights[i] *= (float) batch.weight(0).getDouble(i);
      }
    }
    return List.of(Tensor.of(Shape.of(weights.length), weights));
  }

  private static float weightOf(Map<?, ?> classWeight, long label) {
    for (Map.Entry<?, ?> entry : classWeight.entrySet()) {
      if (entry.getKey() instanceof Number key && key.longValue() == label) {
        return ((Number) entry.getValue()).floatValue();
      }
    }
    return 1;
  }

  private static long argmax(Tensor y, int from, int n) {
    int best = 0;
    for (int k = 1; k < n; k++) {
      if (y.getDouble(from + k) > y.getDouble(from + best)) {
        best = k;
      }
    }
    return best;
  }
}
