package io.nyala.keras.layers.core;

import io.nyala.autograd.Compare;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.ops.Operations;
import io.nyala.keras.regularizers.Regularizers;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of vectors, one per token: {@code y = table[x]}.
 *
 * <p>Input: whole numbers {@code [batch, …]}; output {@code [batch, …, output_dim]}. With {@code
 * mask_zero}, token 0 is padding and masked from here on. Source: keras.layers.Embedding.
 */
public final class Embedding extends UnaryLayer {

  /** The class and its arguments. */
  public static final KerasClass<Embedding> CLASS =
      new KerasClass<>(
          "Embedding",
          "keras.layers",
          "A table of vectors, one per token.",
          LayerArgs.table(
                  "Embedding",
                  Arg.required(
                      "input_dim",
                      ArgTypes.POSITIVE_INT,
                      "The number of tokens, padding included."),
                  Arg.required("output_dim", ArgTypes.POSITIVE_INT, "The length of a vector."),
                  Arg.of(
                      "embeddings_initializer", Initializers.TYPE, "uniform", "Makes the table."),
                  Arg.of(
                      "embeddings_regularizer", Regularizers.TYPE, null, "A penalty on the table."),
                  Arg.of(
                      "embeddings_constraint",
                      Constraints.TYPE,
                      null,
                      "A constraint on the table."),
                  Arg.of("mask_zero", ArgTypes.BOOL, false, "Whether token 0 is padding."),
                  Arg.of(
                          "weights",
                          ArgTypes.ANY,
                          null,
                          "A first value of the table: a list of one tensor.")
                      .notInConfig(),
                  LayerArgs.unsupported("lora_rank", null).notInConfig(),
                  LayerArgs.unsupported("lora_alpha", null).notInConfig(),
                  LayerArgs.unsupported("quantization_config", null))
              .with(
                  List.of(
                      LayerArgs.ACTIVITY_REGULARIZER,
                      Arg.of(
                              "input_length",
                              ArgTypes.ANY,
                              null,
                              "Accepted for older notebooks; not needed.")
                          .notInConfig())),
          Embedding::new);

  /**
   * The flag of a call whose output only a layer sees that can read the rows of the table itself.
   */
  public static final String IN_ROWS = "in_rows";

  private Variable embeddings;

  /** A layer of these arguments; the table is made at once. */
  public Embedding(Arguments arguments) {
    super(arguments);
    if (arguments.get("weights") != null) {
      build(Shape.of(Shape.UNKNOWN));
      setWeights(InitialWeights.of(arguments.get("weights")));
    }
  }

  /** A table of this size, with further arguments as names and values. */
  public Embedding(int inputDim, int outputDim, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(inputDim, outputDim), KerasClass.pairs(namesAndValues)));
  }

  @Override
  protected void buildWeights(Shape input) {
    embeddings =
        addWeight(
            "embeddings",
            "embeddings",
            Shape.of(arguments().integer("input_dim"), arguments().integer("output_dim")));
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    try {
      return call.flag(IN_ROWS) && embeddings.dtype() == DType.FLOAT32
          ? Gather.lookup(embeddings.value(), whole(input))
          : Gather.gather(embeddings.value(), whole(input), 0);
    } catch (IndexOutOfBoundsException outside) {
      throw KerasException.value(
          "Layer \""
              + getName()
              + "\" has vectors for tokens 0 to "
              + (embeddings.shape().dim(0) - 1)
              + ", but a token is out of range: "
              + outside.getMessage()
              + " Try a larger input_dim.");
    }
  }

  private static Tensor whole(Tensor input) {
    return input.dtype().isInteger() ? input : input.cast(DType.INT32);
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    List<Tensor> result = new ArrayList<>();
    boolean masking = arguments().flag("mask_zero");
    Tensor input = inputs.get(0);
    result.add(masking ? real(input) : null);
    return result;
  }

  /** Where tokens are not 0. */
  private static Tensor real(Tensor input) {
    if (input.dtype() != DType.INT64) {
      return Compare.notEqual(input, Tensor.zeros(input.dtype(), Shape.SCALAR));
    }
    long[] tokens = input.longs();
    boolean[] real = new boolean[tokens.length];
    for (int i = 0; i < real.length; i++) {
      real[i] = tokens[i] != 0;
    }
    return Tensor.of(input.shape(), real);
  }

  @Override
  protected List<KerasTensor> symbolicMasks(
      List<KerasTensor> inputs, List<KerasTensor> masks, int outputs) {
    return Collections.singletonList(
        arguments().flag("mask_zero")
            ? (KerasTensor) Operations.call("not_equal", inputs.get(0), 0)
            : null);
  }

  @Override
  protected Shape outputShape(Shape input) {
    return input.insert(input.rank(), arguments().integer("output_dim"));
  }

  /** The table {@code [input_dim, output_dim]}; null before the layer is built. */
  public Variable embeddings() {
    return embeddings;
  }

  @Override
  public KerasClass<Embedding> kerasClass() {
    return CLASS;
  }
}
