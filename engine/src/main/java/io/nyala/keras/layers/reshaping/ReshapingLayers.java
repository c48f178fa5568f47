package io.nyala.keras.layers.reshaping;

import io.nyala.autograd.Shapes;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Channels;
import io.nyala.keras.layers.FunctionLayer;
import io.nyala.keras.layers.FunctionLayer.Rule;
import io.nyala.keras.layers.LayerTypes;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Layers that put elements elsewhere. Masks end here, since steps are no longer what they were.
 * Source: keras.layers.Flatten, Reshape and their kin.
 */
public final class ReshapingLayers {

  private static final ArgType<List<Integer>> ORDER =
      ArgTypes.simple("a permutation of 1, 2, …", ReshapingLayers::permutation);

  /** The classes. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          FunctionLayer.define(
              "Flatten",
              "All axes but the first as one: [batch, …] to [batch, elements].",
              Rule.moving(0, (x, a, call) -> flatten(x, a), (x, a) -> flat(x)),
              LayerTypes.DATA_FORMAT),
          FunctionLayer.define(
              "Reshape",
              "Each sample in another shape; one extent may be -1.",
              Rule.moving(
                  0,
                  (x, a, call) -> Shapes.reshape(x, reshaped(x.shape(), a)),
                  ReshapingLayers::reshaped),
              Arg.required(
                  "target_shape", ArgTypes.listOf(ArgTypes.INT), "The shape of one sample.")),
          FunctionLayer.define(
              "Permute",
              "The axes of each sample in another order.",
              Rule.moving(
                  0,
                  (x, a, call) -> Shapes.transpose(x, order(x.shape(), a)),
                  (x, a) -> permuted(x, a)),
              Arg.required("dims", ORDER, "Which axis comes when, counted from 1.")),
          FunctionLayer.define(
              "RepeatVector",
              "Each vector n times: [batch, features] to [batch, n, features].",
              Rule.moving(
                  2,
                  (x, a, call) -> Shapes.repeat(Shapes.expandDims(x, 1), a.integer("n"), 1),
                  (x, a) -> x.insert(1, a.integer("n"))),
              Arg.required("n", ArgTypes.POSITIVE_INT, "How often.")),
          FunctionLayer.define(
              "Cropping1D",
              "Steps cut off at both ends of [batch, time, features].",
              Rule.moving(
                  3,
                  (x, a, call) -> crop(x, a),
                  (x, a) -> x.with(1, cropped(x, pair(a, "cropping")))),
              Arg.of("cropping", LayerTypes.PAIR, List.of(1, 1), "How many at start and end.")),
          FunctionLayer.define(
              "ZeroPadding1D",
              "Steps of zeros at both ends of [batch, time, features].",
              Rule.moving(3, (x, a, call) -> padded(x, a), ReshapingLayers::padded),
              Arg.of("padding", LayerTypes.PAIR, 1, "How many at start and end."),
              LayerTypes.DATA_FORMAT),
          FunctionLayer.define(
              "UpSampling1D",
              "Each step of [batch, time, features] several times.",
              Rule.moving(
                  3,
                  (x, a, call) -> Shapes.repeat(x, a.integer("size"), 1),
                  (x, a) -> x.with(1, x.dim(1) < 0 ? x.dim(1) : x.dim(1) * a.integer("size"))),
              Arg.of("size", ArgTypes.POSITIVE_INT, 2, "How often.")));

  private ReshapingLayers() {}

  private static Tensor flatten(Tensor x, Arguments arguments) {
    Tensor ordered = x;
    if (Channels.first(arguments) && x.rank() > 2) {
      int[] order = new int[x.rank()];
      for (int i = 1; i < order.length - 1; i++) {
        order[i] = i + 1;
      }
      order[order.length - 1] = 1;
      ordered = Shapes.transpose(x, order);
    }
    return Shapes.reshape(ordered, flat(x.shape()));
  }

  private static Shape flat(Shape x) {
    Shape sample = x.slice(1, x.rank());
    return Shape.of(x.dim(0), sample.isKnown() ? sample.elements() : Shape.UNKNOWN);
  }

  private static Shape reshaped(Shape x, Arguments arguments) {
    List<Integer> target = new ArrayList<>();
    ((List<?>) arguments.get("target_shape")).forEach(each -> target.add((Integer) each));
    Shape sample = x.slice(1, x.rank());
    int open = target.indexOf(-1);
    if (open != target.lastIndexOf(-1) || target.stream().anyMatch(each -> each < -1)) {
      throw KerasException.value(
          "There must be at most one unknown dimension (-1) in target_shape. Received:"
              + " target_shape="
              + target
              + ".");
    }
    int known = target.stream().filter(each -> each >= 0).reduce(1, (a, b) -> a * b);
    if (sample.isKnown()) {
      int elements = sample.elements();
      boolean fits = open < 0 ? elements == known : known > 0 && elements % known == 0;
      if (!fits) {
        throw KerasException.value(
            "The total size of the tensor must be unchanged. Received: input_shape="
                + sample
                + ", target_shape="
                + target);
      }
      if (open >= 0) {
        target.set(open, elements / known);
      }
    }
    target.add(0, x.dim(0));
    return Shape.of(target.stream().mapToInt(each -> each).toArray());
  }

  private static List<Integer> permutation(Object value) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<Integer> order = list.stream().map(ArgTypes.INT::convert).toList();
    List<Integer> sorted = new ArrayList<>(order);
    Collections.sort(sorted);
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i) != i + 1) {
        return null;
      }
    }
    return order;
  }

  private static int[] order(Shape x, Arguments arguments) {
    List<?> dims = (List<?>) arguments.get("dims");
    if (dims.size() != x.rank() - 1) {
      throw KerasException.value(
          "Permute(dims="
              + dims
              + ") is for inputs of "
              + (dims.size() + 1)
              + " axes, the first for the samples; received shape "
              + x
              + ".");
    }
    int[] order = new int[x.rank()];
    for (int i = 1; i < order.length; i++) {
      order[i] = (Integer) dims.get(i - 1);
    }
    return order;
  }

  private static Shape permuted(Shape x, Arguments arguments) {
    int[] order = order(x, arguments);
    for (int i = 0; i < order.length; i++) {
      order[i] = x.dim(order[i]);
    }
    return Shape.of(order);
  }

  private static int[] pair(Arguments arguments, String name) {
    return ((List<?>) arguments.get(name)).stream().mapToInt(each -> (Integer) each).toArray();
  }

  private static int cropped(Shape x, int[] ends) {
    if (x.dim(1) == Shape.UNKNOWN) {
      return Shape.UNKNOWN;
    }
    if (ends[0] + ends[1] >= x.dim(1)) {
      throw KerasException.value(
          "`cropping` parameter of `Cropping1D` layer must be smaller than the input length."
              + " Received: input_shape="
              + x
              + ", cropping=("
              + ends[0]
              + ", "
              + ends[1]
              + ")");
    }
    return x.dim(1) - ends[0] - ends[1];
  }

  private static Tensor crop(Tensor x, Arguments arguments) {
    int[] ends = pair(arguments, "cropping");
    return Shapes.slice(x, 1, ends[0], ends[0] + cropped(x.shape(), ends));
  }

  private static Tensor padded(Tensor x, Arguments arguments) {
    int[] ends = pair(arguments, "padding");
    return Shapes.pad(x, Channels.first(arguments) ? 2 : 1, ends[0], ends[1], 0);
  }

  private static Shape padded(Shape x, Arguments arguments) {
    int[] ends = pair(arguments, "padding");
    int axis = Channels.first(arguments) ? 2 : 1;
    return x.dim(axis) == Shape.UNKNOWN ? x : x.with(axis, x.dim(axis) + ends[0] + ends[1]);
  }
}
