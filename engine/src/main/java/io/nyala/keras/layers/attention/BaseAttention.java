package io.nyala.keras.layers.attention;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Softmax;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.regularization.Dropout;
import io.nyala.keras.random.Random;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Means of values, weighted by how well keys fit queries: {@code softmax(scores(q, k)) · v}.
 *
 * <p>Inputs query {@code [batch, queries, features]}, value and, if it is another, key {@code
 * [batch, keys, features]}; output {@code [batch, queries, features]}. Masked values get no weight;
 * the rows of masked queries are 0.
 */
abstract class BaseAttention extends Layer {

  static final Arg DROPOUT =
      Arg.of("dropout", ArgTypes.FRACTION, 0.0, "The share of weights dropped in training.");
  static final Arg SEED = Arg.of("seed", ArgTypes.INT, null, "The seed of the dropout.");

  /** What is taken from the scores of masked values; Keras' number. */
  private static final double HIDDEN = 1e9;

  private final double dropout;
  private final Random random;

  BaseAttention(Arguments arguments) {
    super(arguments);
    this.dropout = arguments.number("dropout");
    this.random = Random.of(arguments.integer("seed"));
  }

  /** How well keys fit queries, {@code [batch, queries, keys]}. */
  abstract Tensor scores(Tensor query, Tensor key);

  @Override
  protected void checkInputs(List<Shape> inputs) {
    if (inputs.size() < 2 || inputs.size() > 3) {
      throw KerasException.value(
          kerasClass().name()
              + " layer accepts inputs list of length 2 or 3, namely [query, value] or [query,"
              + " value, key]. Received length: "
              + inputs.size()
              + ".");
    }
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    Tensor value = inputs.get(1);
    Tensor scores = scores(inputs.get(0), inputs.size() > 2 ? inputs.get(2) : value);
    Tensor seen = seen(scores, call);
    if (seen != null) {
      scores = Compare.where(seen, scores, Arithmetic.shift(scores, -HIDDEN));
    }
    Tensor weights = Softmax.softmax(scores, -1);
    if (call.isTraining() && dropout > 0) {
      weights = Dropout.drop(weights, dropout, weights.shape(), random);
    }
    Tensor output = Matrix.matmul(weights, value);
    if (call.mask(0) != null) {
      Tensor real = Shapes.expandDims(call.mask(0), -1);
      output = Compare.where(real, output, Arithmetic.like(output, 0));
    }
    return asksScores(call) ? List.of(output, weights) : List.of(output);
  }

  private static Tensor seen(Tensor scores, Call call) {
    Tensor values = call.mask(1) == null ? null : Shapes.expandDims(call.mask(1), -2);
    if (!call.flag("use_causal_mask")) {
      return values;
    }
    Tensor causal = StepMasks.causal(scores.dim(-2), scores.dim(-1));
    return values == null ? causal : Compare.and(values, causal);
  }

  private static boolean asksScores(Call call) {
    return call.flag("return_attention_scores");
  }

  @Override
  protected List<String> callArguments() {
    return List.of("mask", "training", "return_attention_scores", "use_causal_mask");
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    return List.of(inputs.get(0).with(-1, inputs.get(1).dim(-1)));
  }

  @Override
  protected List<Shape> outputShapes(List<Shape> inputs, Call call) {
    List<Shape> shapes = new ArrayList<>(outputShapes(inputs));
    if (asksScores(call)) {
      shapes.add(inputs.get(0).with(-1, inputs.get(inputs.size() - 1).dim(-2)));
    }
    return shapes;
  }

  @Override
  protected <T> List<T> passMasks(List<T> masks, int outputs) {
    List<T> result = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      result.add(i == 0 && !masks.isEmpty() ? masks.get(0) : null);
    }
    return result;
  }
}
