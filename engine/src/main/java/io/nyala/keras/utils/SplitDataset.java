package io.nyala.keras.utils;

import io.nyala.data.Dataset;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.random.PythonRandom;
import io.nyala.keras.random.Random;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code keras.utils.split_dataset}: the samples of a dataset, of an array or of several arrays of
 * one length, as two datasets. A batched dataset is taken apart, split by samples and batched
 * again.
 *
 * <p>Shuffled with a seed, the samples fall as in Keras, by Python's own random numbers. Source:
 * keras/src/utils/dataset_utils.py.
 */
public final class SplitDataset {

  /** The function and its arguments. */
  public static final KerasFunction FUNCTION =
      new KerasFunction(
          "split_dataset",
          "keras.utils",
          "The samples of a dataset or of arrays as two datasets.",
          ArgTable.of(
              "split_dataset",
              Arg.required("dataset", ArgTypes.ANY, "A dataset, an array or a list of arrays."),
              Arg.of("left_size", ArgTypes.ANY, null, "The left part: a fraction or a count."),
              Arg.of("right_size", ArgTypes.ANY, null, "The right part: a fraction or a count."),
              Arg.of("shuffle", ArgTypes.BOOL, false, "Whether to shuffle before the split."),
              Arg.of("seed", ArgTypes.INT, null, "The seed of the order."),
              Arg.of(
                  "preferred_backend",
                  ArgTypes.oneOf("tensorflow"),
                  null,
                  "What the datasets are for; only tensorflow's kind is there.")),
          SplitDataset::split);

  private SplitDataset() {}

  private static List<Dataset> split(Arguments arguments) {
    Object data = arguments.get("dataset");
    Object left = arguments.get("left_size");
    Object right = arguments.get("right_size");
    if (left == null && right == null) {
      throw KerasException.value(
          "At least one of the `left_size` or `right_size` must be specified. Received:"
              + " left_size=None and right_size=None");
    }
    List<Object> samples = samples(data);
    if (arguments.flag("shuffle")) {
      Integer seed = arguments.integer("seed");
      long start = seed != null ? seed : Random.of(null).integer(0, 1_000_000);
      new PythonRandom(start).shuffle(samples);
    }
    int total = samples.size();
    check("left_size", left, total);
    check("right_size", right, total);
    if (isFraction(left)
        && isFraction(right)
        && ArgTypes.number(left).doubleValue() + ArgTypes.number(right).doubleValue() > 1) {
      throw KerasException.value(
          "The sum of `left_size` and `right_size` is greater than 1. It must be less than or equal"
              + " to 1.");
    }
    int ahead = left == null ? total - size(right, total) : size(left, total);
    int behind = right == null ? total - ahead : size(right, total);
    if (ahead + behind > total) {
      throw KerasException.value(
          "The sum of `left_size` and `right_size` should not be larger than "
              + total
              + ", the number of samples; received "
              + (ahead + behind)
              + ".");
    }
    if (ahead == 0 || behind == 0) {
      throw KerasException.value(
          "With `dataset` of length="
              + total
              + ", `left_size`="
              + ahead
              + " and `right_size`="
              + behind
              + ". Resulting "
              + (ahead == 0 ? "left" : "right")
              + " side dataset split will be empty. Adjust any of the aforementioned parameters");
    }
    Integer batch = data instanceof Dataset dataset ? dataset.batchSize() : null;
    return List.of(
        part(samples.subList(0, ahead), batch),
        part(samples.subList(total - behind, total), batch));
  }

  private static Dataset part(List<Object> samples, Integer batch) {
    Dataset part = Dataset.of(List.copyOf(samples));
    return batch == null ? part : part.batch(batch, false);
  }

  private static List<Object> samples(Object data) {
    List<Object> samples = new ArrayList<>();
    if (data instanceof Dataset dataset) {
      (dataset.batchSize() == null ? dataset : dataset.unbatch()).forEach(samples::add);
    } else if (data instanceof Tensor tensor) {
      Dataset.fromTensorSlices(tensor).forEach(samples::add);
    } else if (data instanceof List<?> arrays && !arrays.isEmpty()) {
      List<Object> tensors = new ArrayList<>();
      arrays.forEach(each -> tensors.add(each instanceof NDArray a ? a : Tensors.of(each)));
      Dataset.fromTensorSlices(tensors).forEach(samples::add);
    } else {
      throw KerasException.type(
          "The `dataset` argument must be either a `tf.data.Dataset` object, or a list/tuple of"
              + " arrays. Received: "
              + ArgTypes.show(data));
    }
    return samples;
  }

  private static boolean isFraction(Object size) {
    return size instanceof Double || size instanceof Float || size instanceof java.math.BigDecimal;
  }

  private static void check(String name, Object size, int total) {
    if (size == null) {
      return;
    }
    Number number = ArgTypes.number(size);
    if (number == null || size instanceof Boolean) {
      throw KerasException.type(
          "Invalid `" + name + "` Type. Expected: int or float or None, Received: " + size + ".");
    }
    double value = number.doubleValue();
    if (value <= 0 || value >= (isFraction(size) ? 1 : total)) {
      throw KerasException.value(
          "`"
              + name
              + "` should be either a positive integer smaller than "
              + total
              + ", or a float within the range `[0, 1]`. Received: "
              + name
              + "="
              + size);
    }
  }

  /** Fractions are rounded to a whole number of samples, halves to the even one. */
  private static int size(Object size, int total) {
    double value = ArgTypes.number(size).doubleValue();
    return (int) (isFraction(size) ? Math.rint(value * total) : value);
  }
}
