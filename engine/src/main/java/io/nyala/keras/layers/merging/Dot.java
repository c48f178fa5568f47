package io.nyala.keras.layers.merging;

import io.nyala.autograd.Matrix;
import io.nyala.autograd.Shapes;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.normalization.UnitLength;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Collections;
import java.util.List;

/**
 * The products of two tensors, sample by sample, summed over one axis of each.
 *
 * <p>Inputs {@code [batch, …]} twice; the output has the axes of both that are left, {@code [batch,
 * 1]} if none is. With {@code normalize}, it is the cosine of the angle. Source: keras.layers.Dot.
 */
public final class Dot extends Layer {

  /** Keras' epsilon: vectors shorter than it are not made 1 long. */
  private static final double SMALLEST = 1e-7;

  /** The class and its arguments. */
  public static final KerasClass<Dot> CLASS =
      new KerasClass<>(
          "Dot",
          "keras.layers",
          "Products of two tensors summed over an axis.",
          LayerArgs.table(
              "Dot",
              Arg.required("axes", TensorTypes.AXES, "The axis to sum over, or one for each."),
              Arg.of("normalize", ArgTypes.BOOL, false, "Whether vectors get length 1 first.")),
          Dot::new);

  /** A layer of these arguments. */
  public Dot(Arguments arguments) {
    super(arguments);
    int count = TensorTypes.Axes.of(arguments, "axes").length;
    if (count > 2) {
      throw KerasException.value(
          "Invalid format for argument `axes`: two elements are expected; received " + count + ".");
    }
  }

  private int axis(int which, Shape shape) {
    int[] axes = TensorTypes.Axes.of(arguments(), "axes");
    int axis = shape.normalize(axes[axes.length == 1 ? 0 : which]);
    if (axis == 0) {
      throw KerasException.value(
          "Cannot sum over axis 0: it counts the samples. Received axes " + axes[0] + ".");
    }
    return axis;
  }

  @Override
  protected void checkInputs(List<Shape> inputs) {
    if (inputs.size() != 2) {
      throw KerasException.value(
          "A `Dot` layer should be called on a list of 2 inputs. Received: input_shape=" + inputs);
    }
    int first = axis(0, inputs.get(0));
    int second = axis(1, inputs.get(1));
    int a = inputs.get(0).dim(first);
    int b = inputs.get(1).dim(second);
    if (a != b && a >= 0 && b >= 0) {
      throw KerasException.value(
          "Incompatible input shapes: axis values "
              + a
              + " (at axis "
              + first
              + ") != "
              + b
              + " (at axis "
              + second
              + "). Full input shapes: "
              + inputs.get(0)
              + ", "
              + inputs.get(1));
    }
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    Tensor x = inputs.get(0);
    Tensor y = inputs.get(1);
    int first = axis(0, x.shape());
    int second = axis(1, y.shape());
    if (arguments().flag("normalize")) {
      x = UnitLength.of(x, SMALLEST, first);
      y = UnitLength.of(y, SMALLEST, second);
    }
    Tensor left = flatten(moved(x, first, x.rank() - 1), x.dim(first));
    Tensor right = flatten(moved(y, second, y.rank() - 1), y.dim(second));
    Tensor products = Matrix.matmul(left, Matrix.swapLast(right));
    return List.of(Shapes.reshape(products, outputShapes(List.of(x.shape(), y.shape())).get(0)));
  }

  /** One axis moved to another place. */
  private static Tensor moved(Tensor x, int from, int to) {
    int[] order = new int[x.rank()];
    int next = 0;
    for (int axis = 0; axis < order.length; axis++) {
      if (axis != from) {
        order[next++] = axis;
      }
    }
    order[to] = from;
    return Shapes.transpose(x, order);
  }

  /** As {@code [batch, others, length]}. */
  private static Tensor flatten(Tensor x, int length) {
    int others = x.shape().slice(1, x.rank() - 1).elements();
    return Shapes.reshape(x, x.dim(0), others, length);
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    Shape x = inputs.get(0).without(axis(0, inputs.get(0)));
    Shape y = inputs.get(1).without(axis(1, inputs.get(1)));
    Shape both = x.concat(y.slice(1, y.rank()));
    return List.of(both.rank() == 1 ? both.insert(1, 1) : both);
  }

  @Override
  protected <T> List<T> passMasks(List<T> masks, int outputs) {
    return Collections.singletonList(null);
  }

  @Override
  public KerasClass<Dot> kerasClass() {
    return CLASS;
  }
}
