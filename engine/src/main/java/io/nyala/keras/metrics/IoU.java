package io.nyala.keras.metrics;

import io.nyala.autograd.Reduce;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.utils.Numerics;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean over classes of intersection over union: {@code TP / (TP + FP + FN)}.
 *
 * <p>Source: keras.metrics.IoU and its kin.
 */
final class IoU extends BaseMetric {

  private static final Arg NUM_CLASSES =
      Arg.required("num_classes", ArgTypes.POSITIVE_INT, "How many classes there are.");
  private static final Arg TARGETS =
      Arg.required("target_class_ids", ArgTypes.listOf(ArgTypes.INT), "The classes looked at.");
  private static final Arg IGNORE = Arg.of("ignore_class", ArgTypes.INT, null, "A class left out.");
  private static final Arg SPARSE_TRUE =
      Arg.of("sparse_y_true", ArgTypes.BOOL, true, "Whether targets are class numbers.");
  private static final Arg SPARSE_PRED =
      Arg.of("sparse_y_pred", ArgTypes.BOOL, true, "Whether predictions are class numbers.");
  private static final Arg DENSE_PRED =
      Arg.of("sparse_y_pred", ArgTypes.BOOL, false, "Whether predictions are class numbers.");
  private static final Arg AXIS = Arg.of("axis", ArgTypes.INT, -1, "Axis of the classes.");
  private static final Arg NAME = name(null);

  static final List<KerasClass<?>> CLASSES =
      List.of(
          define("IoU", NUM_CLASSES, TARGETS, NAME, DTYPE, IGNORE, SPARSE_TRUE, SPARSE_PRED, AXIS),
          define(
              "BinaryIoU",
              Arg.of("target_class_ids", ArgTypes.listOf(ArgTypes.INT), List.of(0, 1), "Classes."),
              Arg.of("threshold", ArgTypes.FLOAT, 0.5, "From where on a prediction is 1."),
              NAME,
              DTYPE),
          define("MeanIoU", NUM_CLASSES, NAME, DTYPE, IGNORE, SPARSE_TRUE, SPARSE_PRED, AXIS),
          define("OneHotIoU", NUM_CLASSES, TARGETS, NAME, DTYPE, IGNORE, DENSE_PRED, AXIS),
          define("OneHotMeanIoU", NUM_CLASSES, NAME, DTYPE, IGNORE, DENSE_PRED, AXIS));

  private final KerasClass<?> kerasClass;
  private final int classes;
  private final List<Integer> targets;
  private final Variable matrix;

  private IoU(KerasClass<?> kerasClass, Arguments a) {
    super(a, DType.INT64);
    this.kerasClass = kerasClass;
    this.classes = has("num_classes") ? a.integer("num_classes") : 2;
    this.targets = new ArrayList<>();
    if (has("target_class_ids")) {
      ((List<?>) a.get("target_class_ids")).forEach(id -> targets.add((Integer) id));
    } else {
      IntStream.range(0, classes).forEach(targets::add);
    }
    int largest = targets.stream().mapToInt(id -> id).max().orElse(0);
    if (largest >= classes) {
      throw KerasException.value(
          "Target class id " + largest + " is out of range, which is [0, " + classes + ").");
    }
    this.matrix = addVariable("total_confusion_matrix", Shape.of(classes, classes));
  }

  private static KerasClass<?> define(String name, Arg... args) {
    KerasClass<?>[] self = new KerasClass<?>[1];
    self[0] =
        new KerasClass<Metric>(
            name,
            Metrics.MODULE,
            "Intersection over union, averaged over classes.",
            ArgTable.of(name, args),
            a -> new IoU(self[0], a));
    return self[0];
  }

  private boolean has(String argument) {
    return arguments().table().get(argument) != null;
  }

  private boolean isSparse(String argument, boolean otherwise) {
    return has(argument) ? arguments().flag(argument) : otherwise;
  }

  @Override
  protected void updateState(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    boolean binary = has("threshold");
    int axis = has("axis") ? arguments().integer("axis") : -1;
    Tensor t = isSparse("sparse_y_true", binary) ? yTrue : Reduce.argmax(yTrue, axis);
    Tensor p = isSparse("sparse_y_pred", binary) ? yPred : Reduce.argmax(yPred, axis);
    Integer ignored = has("ignore_class") ? arguments().integer("ignore_class") : null;
    Tensor next = matrix.value().copy();
    for (int i = 0; i < t.elements(); i++) {
      long truth = t.getLong(i);
      long found =
          binary
              ? p.getDouble(i) >= arguments().number("threshold").floatValue() ? 1 : 0
              : p.getLong(i);
      boolean inside = truth >= 0 && truth < classes && found >= 0 && found < classes;
      if (inside && (ignored == null || truth != ignored)) {
        int at = (int) (truth * classes + found);
        next.put(at, next.getDouble(at) + weight(sampleWeight, i));
      }
    }
    matrix.assign(next);
  }

  private double weight(Tensor weights, int i) {
    if (weights == null) {
      return 1;
    }
    if (weights.elements() > 1 && weights.elements() <= i) {
      throw KerasException.value(
          "`sample_weight` of a confusion matrix has one weight for each value; received shape "
              + weights.shape()
              + ".");
    }
    double weight = weights.getDouble(weights.elements() == 1 ? 0 : i);
    return dtype().isFloating() ? weight : (long) weight;
  }

  @Override
  public Tensor result() {
    Tensor counts = matrix.value();
    double sum = 0;
    int valid = 0;
    for (int id : targets) {
      double all = -counts.getDouble(id * classes + id);
      for (int k = 0; k < classes; k++) {
        all += counts.getDouble(id * classes + k) + counts.getDouble(k * classes + id);
      }
      if (all > 1e-9) {
        valid++;
        sum += counts.getDouble(id * classes + id) / (all + Numerics.EPSILON);
      }
    }
    return Tensor.full(DType.FLOAT32, Shape.SCALAR, sum / (valid + Numerics.EPSILON));
  }

  @Override
  public KerasClass<?> kerasClass() {
    return kerasClass;
  }
}
