package io.nyala.keras.layers.activation;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.keras.KerasException;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.activations.ActivationFunctions;
import io.nyala.keras.activations.Activations;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.FunctionLayer;
import io.nyala.keras.layers.FunctionLayer.Rule;
import io.nyala.keras.layers.LayerTypes;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Activation functions as layers. The output has the input's shape; masks travel on. Source:
 * keras.layers.Activation and its kin.
 */
public final class ActivationLayers {

  /** Stands for minus infinity where a mask hides a score; Keras' number. */
  private static final double HIDDEN = -1e9;

  /** The classes. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          FunctionLayer.define(
              "Activation",
              "Applies an activation function.",
              Rule.keepingShape((x, a, call) -> a.get("activation", Activation.class).apply(x)),
              new Arg(
                  "activation",
                  Activations.TYPE,
                  true,
                  null,
                  "The function, or its name.",
                  Arg.InConfig.ALWAYS,
                  "linear")),
          FunctionLayer.define(
              "ReLU",
              "max(x, 0), optionally bounded above and sloped below.",
              Rule.keepingShape(
                  (x, a, call) ->
                      ActivationFunctions.relu(
                          x,
                          a.number("negative_slope"),
                          a.number("max_value"),
                          a.number("threshold"))),
              Arg.of("max_value", LayerTypes.NOT_NEGATIVE, null, "The largest output."),
              slope(0.0),
              Arg.of("threshold", LayerTypes.NOT_NEGATIVE, 0.0, "Where the slope 1 begins.")),
          FunctionLayer.define(
              "LeakyReLU",
              "x above 0, negative_slope · x below.",
              Rule.keepingShape(
                  (x, a, call) -> ActivationFunctions.leakyRelu(x, a.number("negative_slope"))),
              slope(0.3)),
          FunctionLayer.define(
              "ELU",
              "x above 0, alpha · (eˣ - 1) below.",
              Rule.keepingShape((x, a, call) -> ActivationFunctions.elu(x, a.number("alpha"))),
              Arg.of("alpha", ArgTypes.FLOAT, 1.0, "The scale below 0.")),
          FunctionLayer.define(
              "Softmax",
              "Shares that sum to 1 along an axis; masked places get 0.",
              Rule.keepingShape(ActivationLayers::softmax).withMask(),
              Arg.of("axis", TensorTypes.AXES, -1, "The axis, or axes, along which shares sum.")));

  private ActivationLayers() {}

  private static Arg slope(double value) {
    return Arg.of("negative_slope", LayerTypes.NOT_NEGATIVE, value, "The slope below.");
  }

  private static Tensor softmax(Tensor x, Arguments arguments, Call call) {
    return softmax(x, call.mask(0), TensorTypes.Axes.of(arguments, "axis"));
  }

  /**
   * Shares that sum to 1 along axes.
   *
   * @param mask true where there is something; must broadcast to {@code x}; null: everywhere
   */
  public static Tensor softmax(Tensor x, Tensor mask, int... axes) {
    if (mask == null) {
      return shares(x, axes);
    }
    requireBroadcast(x.shape(), mask.shape());
    Tensor real =
        mask.dtype() == DType.BOOL
            ? mask
            : Compare.greater(mask, Tensor.full(mask.dtype(), Shape.SCALAR, 0.5));
    Tensor shares = shares(Compare.where(real, x, Arithmetic.like(x, HIDDEN)), axes);
    return Compare.where(real, shares, Arithmetic.like(x, 0));
  }

  private static Tensor shares(Tensor x, int... axes) {
    return axes.length == 1
        ? ActivationFunctions.softmax(x, axes[0])
        : Maths.exp(Arithmetic.subtract(x, Reduce.logSumExp(x, axes, true)));
  }

  private static void requireBroadcast(Shape x, Shape mask) {
    boolean fits = mask.rank() <= x.rank();
    for (int i = 1; fits && i <= mask.rank(); i++) {
      fits = mask.dim(-i) == 1 || mask.dim(-i) == x.dim(-i);
    }
    if (!fits) {
      throw KerasException.value(
          "The `mask` must be broadcastable to `inputs`. Each mask dimension must be 1 or match the"
              + " corresponding input dimension. Received: inputs.shape="
              + x
              + ", mask.shape="
              + mask);
    }
  }
}
