package io.nyala.keras.layers.convolutional;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.activations.Activations;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Channels;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.LayerTypes;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.regularizers.Regularizers;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution over the steps of a sequence: {@code y[t] = f(Σₖ x[t·stride + k·dilation]·W[k] +
 * b)}.
 *
 * <p>Input {@code [batch, time, features]}; kernel {@code [kernel_size, features / groups,
 * filters]}; output {@code [batch, windows, filters]}. Source: keras.layers.Conv1D.
 */
public final class Conv1D extends UnaryLayer {

  /** The class and its arguments. */
  public static final KerasClass<Conv1D> CLASS =
      new KerasClass<>(
          "Conv1D",
          "keras.layers",
          "A convolution over the steps of a sequence.",
          LayerArgs.table(
              "Conv1D",
              Arg.required("filters", ArgTypes.POSITIVE_INT, "The length of an output step."),
              Arg.required("kernel_size", LayerTypes.ONE, "How many steps a window looks at."),
              Arg.of("strides", LayerTypes.ONE, 1, "How far apart windows begin."),
              Arg.of(
                  "padding",
                  ArgTypes.oneOf("valid", "same", "causal"),
                  "valid",
                  "Whether and where the sequence is padded."),
              LayerTypes.DATA_FORMAT,
              Arg.of("dilation_rate", LayerTypes.ONE, 1, "How far apart a window's steps are."),
              Arg.of("groups", ArgTypes.POSITIVE_INT, 1, "Groups of features kept apart."),
              Arg.of("activation", Activations.TYPE, null, "The function applied at the end.")
                  .noneMeans("linear"),
              Arg.of("use_bias", ArgTypes.BOOL, true, "Whether a bias is added."),
              Arg.of(
                  "kernel_initializer", Initializers.TYPE, "glorot_uniform", "Makes the kernel."),
              Arg.of("bias_initializer", Initializers.TYPE, "zeros", "Makes the bias."),
              Arg.of("kernel_regularizer", Regularizers.TYPE, null, "A penalty on the kernel."),
              Arg.of("bias_regularizer", Regularizers.TYPE, null, "A penalty on the bias."),
              LayerArgs.ACTIVITY_REGULARIZER,
              Arg.of("kernel_constraint", Constraints.TYPE, null, "A constraint on the kernel."),
              Arg.of("bias_constraint", Constraints.TYPE, null, "A constraint on the bias.")),
          Conv1D::new);

  private final int filters;
  private final int groups;
  private final Windows windows;
  private Variable kernel;
  private Variable bias;

  /** A layer of these arguments. */
  public Conv1D(Arguments arguments) {
    super(arguments);
    this.filters = arguments.integer("filters");
    this.groups = arguments.integer("groups");
    this.windows =
        new Windows(
            arguments.integer("kernel_size"),
            arguments.integer("strides"),
            arguments.integer("dilation_rate"),
            arguments.string("padding"));
    if (filters % groups != 0) {
      throw KerasException.value(
          "The number of filters must be evenly divisible by the number of groups. Received: groups="
              + groups
              + ", filters="
              + filters
              + ".");
    }
    if (windows.stride() > 1 && windows.dilation() > 1) {
      throw KerasException.value(
          "`strides > 1` not supported in conjunction with `dilation_rate > 1`. Received: strides=("
              + windows.stride()
              + ",) and dilation_rate=("
              + windows.dilation()
              + ",)");
    }
  }

  /** A layer of this many filters and this window, with further arguments as names and values. */
  public Conv1D(int filters, int kernelSize, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(filters, kernelSize), KerasClass.pairs(namesAndValues)));
  }

  @Override
  protected void checkInput(Shape input) {
    requireRank(input, 3);
    if (kernel != null) {
      int axis = Channels.first(arguments()) ? 1 : -1;
      requireAxis(input, axis, kernel.shape().dim(1) * groups);
    }
  }

  @Override
  protected void buildWeights(Shape input) {
    int features = Channels.swap(input, arguments()).dim(2);
    if (features == Shape.UNKNOWN || features % groups != 0) {
      throw KerasException.value(
          "The number of input channels must be evenly divisible by the number of groups. Received"
              + " groups="
              + groups
              + ", but the full input shape is "
              + input
              + ".");
    }
    outputShape(input);
    kernel = addWeight("kernel", "kernel", Shape.of(windows.size(), features / groups, filters));
    if (arguments().flag("use_bias")) {
      bias = addWeight("bias", "bias", Shape.of(filters));
    }
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    Tensor x = Channels.swap(input, arguments());
    int length = x.dim(1);
    Tensor padded = Shapes.pad(x, 1, windows.before(length), windows.after(length), 0);
    Tensor rows = Gather.take(padded, windows.places(length), 1);
    Tensor y = groups == 1 ? products(rows, kernel.value(), length) : grouped(rows, length);
    if (bias != null) {
      y = Arithmetic.add(y, bias.value());
    }
    y = Channels.swap(y, arguments());
    return arguments().get("activation", Activation.class).apply(y);
  }

  /** All windows times a kernel as one matrix product. */
  private Tensor products(Tensor rows, Tensor weights, int length) {
    int inner = windows.size() * rows.dim(2);
    Tensor flat = Shapes.reshape(rows, rows.dim(0), windows.count(length), inner);
    return Matrix.matmul(flat, Shapes.reshape(weights, inner, weights.dim(2)));
  }

  private Tensor grouped(Tensor rows, int length) {
    int in = rows.dim(2) / groups;
    int out = filters / groups;
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      Tensor weights = Shapes.slice(kernel.value(), 2, i * out, (i + 1) * out);
      parts.add(products(Shapes.slice(rows, 2, i * in, (i + 1) * in), weights, length));
    }
    return Shapes.concat(parts, 2);
  }

  @Override
  protected Shape outputShape(Shape input) {
    Shape last = Channels.swap(input, arguments());
    Shape output = Shape.of(last.dim(0), windows.count(last.dim(1)), filters);
    return Channels.swap(output, arguments());
  }

  @Override
  public KerasClass<Conv1D> kerasClass() {
    return CLASS;
  }
}
