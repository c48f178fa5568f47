package io.nyala.keras.layers.core;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Einsum;
import io.nyala.autograd.Variable;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.activations.Activations;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.constraints.Constraint;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.initializers.VarianceScaling;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.keras.regularizers.Regularizers;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sum of products named by letters: {@code y = f(einsum(equation, x, W) + b)}.
 *
 * <p>Input and output have the axes of the equation; {@code output_shape} is that of one sample.
 * Source: keras.layers.EinsumDense.
 */
public final class EinsumDense extends UnaryLayer {

  /** The class and its arguments. */
  public static final KerasClass<EinsumDense> CLASS =
      new KerasClass<>(
          "EinsumDense",
          "keras.layers",
          "A sum of products named by letters.",
          LayerArgs.table(
              "EinsumDense",
              Arg.required("equation", ArgTypes.STRING, "Such as abc,cd->abd."),
              Arg.required("output_shape", ArgTypes.SHAPE, "The output's shape for one sample."),
              Arg.of("activation", Activations.TYPE, null, "The function applied at the end.")
                  .noneMeans("linear"),
              Arg.of("bias_axes", ArgTypes.STRING, null, "The output's axes that have a bias."),
              Arg.of(
                  "kernel_initializer", Initializers.TYPE, "glorot_uniform", "Makes the kernel."),
              Arg.of("bias_initializer", Initializers.TYPE, "zeros", "Makes the bias."),
              Arg.of("kernel_regularizer", Regularizers.TYPE, null, "A penalty on the kernel."),
              Arg.of("bias_regularizer", Regularizers.TYPE, null, "A penalty on the bias."),
              Arg.of("kernel_constraint", Constraints.TYPE, null, "A constraint on the kernel."),
              Arg.of("bias_constraint", Constraints.TYPE, null, "A constraint on the bias."),
              LayerArgs.unsupported("lora_rank", null).notInConfig(),
              LayerArgs.unsupported("lora_alpha", null).notInConfig(),
              LayerArgs.unsupported("gptq_unpacked_column_size", null).notInConfig(),
              LayerArgs.unsupported("quantization_config", null),
              LayerArgs.ACTIVITY_REGULARIZER),
          EinsumDense::new);

  private Variable kernel;
  private Variable bias;

  /** A layer of these arguments. */
  public EinsumDense(Arguments arguments) {
    super(arguments);
  }

  private EinsumShapes shapes(Shape input) {
    return EinsumShapes.of(
        arguments().string("equation"),
        arguments().string("bias_axes"),
        input,
        arguments().get("output_shape", Shape.class));
  }

  @Override
  protected void checkInput(Shape input) {
    if (isBuilt()) {
      requireRank(input, builtFor().get(0).rank());
    }
  }

  @Override
  protected void buildWeights(Shape input) {
    EinsumShapes shapes = shapes(input);
    kernel =
        addWeight(
            "kernel",
            shapes.kernel(),
            initializer(shapes),
            arguments().get("kernel_regularizer", Regularizer.class),
            arguments().get("kernel_constraint", Constraint.class),
            true);
    if (shapes.bias() != null) {
      bias = addWeight("bias", "bias", shapes.bias());
    }
  }

  /** One that counts inputs and outputs along the right axes of the kernel. */
  private Initializer initializer(EinsumShapes shapes) {
    Initializer given = arguments().get("kernel_initializer", Initializer.class);
    if (!(given instanceof VarianceScaling scaling)
        || scaling.arguments().get("input_axes") != null
            && scaling.arguments().get("output_axes") != null) {
      return given;
    }
    Map<String, Object> config = new LinkedHashMap<>(scaling.getConfig());
    config.put("input_axes", shapes.inputAxes());
    config.put("output_axes", shapes.outputAxes());
    return (Initializer) scaling.kerasClass().create(List.of(), config);
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    String equation = EinsumShapes.spelled(arguments().string("equation"), input.rank());
    Tensor y = Einsum.einsum(equation, List.of(input, kernel.value()));
    if (bias != null) {
      y = Arithmetic.add(y, bias.value());
    }
    return arguments().get("activation", Activation.class).apply(y);
  }

  @Override
  protected Shape outputShape(Shape input) {
    return shapes(input).output();
  }

  @Override
  public KerasClass<EinsumDense> kerasClass() {
    return CLASS;
  }
}
