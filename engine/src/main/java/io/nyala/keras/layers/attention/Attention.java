package io.nyala.keras.layers.attention;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Attention by products: {@code softmax(s·q·kᵀ) · v}; or, with {@code score_mode='concat'}, by
 * {@code w·Σ tanh(s·(q + k))}.
 *
 * <p>Source: Luong et al. 2015; keras.layers.Attention.
 */
public final class Attention extends BaseAttention {

  /** The class and its arguments. */
  public static final KerasClass<Attention> CLASS =
      new KerasClass<>(
          "Attention",
          "keras.layers",
          "Means of values, weighted by the products of queries and keys.",
          LayerArgs.table(
              "Attention",
              Arg.of("use_scale", ArgTypes.BOOL, false, "Whether scores get a factor that learns."),
              Arg.of(
                  "score_mode", ArgTypes.oneOf("dot", "concat"), "dot", "How a key fits a query."),
              DROPOUT,
              SEED),
          Attention::new);

  private Variable scale;
  private Variable concatWeight;

  /** A layer of these arguments. */
  public Attention(Arguments arguments) {
    super(arguments);
  }

  @Override
  protected void build(List<Shape> inputs) {
    Initializer one = Initializers.TYPE.convert("ones");
    if (arguments().flag("use_scale")) {
      scale = addWeight("scale", Shape.SCALAR, one, null, null, true);
    }
    if (arguments().string("score_mode").equals("concat")) {
      concatWeight = addWeight("concat_score_weight", Shape.SCALAR, one, null, null, true);
    }
  }

  @Override
  Tensor scores(Tensor query, Tensor key) {
    if (concatWeight == null) {
      Tensor products = Matrix.matmul(query, Matrix.swapLast(key));
      return scale == null ? products : Arithmetic.multiply(products, scale.value());
    }
    Tensor sums = Arithmetic.add(Shapes.expandDims(query, -2), Shapes.expandDims(key, -3));
    Tensor scaled = scale == null ? sums : Arithmetic.multiply(scale.value(), sums);
    Tensor summed = Reduce.sum(Maths.tanh(scaled), new int[] {-1}, false);
    return Arithmetic.multiply(concatWeight.value(), summed);
  }

  @Override
  public KerasClass<Attention> kerasClass() {
    return CLASS;
  }
}
