package io.nyala.keras.layers.attention;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
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
 * Attention by sums: {@code softmax(Σ s·tanh(q + k)) · v}.
 *
 * <p>Source: Bahdanau et al. 2014; keras.layers.AdditiveAttention.
 */
public final class AdditiveAttention extends BaseAttention {

  /** The class and its arguments. */
  public static final KerasClass<AdditiveAttention> CLASS =
      new KerasClass<>(
          "AdditiveAttention",
          "keras.layers",
          "Means of values, weighted by the sums of queries and keys.",
          LayerArgs.table(
                  "AdditiveAttention",
                  Arg.of("use_scale", ArgTypes.BOOL, true, "Whether features get weights."),
                  DROPOUT)
              .with(List.of(SEED)),
          AdditiveAttention::new);

  private Variable scale;

  /** A layer of these arguments. */
  public AdditiveAttention(Arguments arguments) {
    super(arguments);
  }

  @Override
  protected void build(List<Shape> inputs) {
    if (arguments().flag("use_scale")) {
      Initializer start = Initializers.TYPE.convert("glorot_uniform");
      scale = addWeight("scale", Shape.of(inputs.get(0).dim(-1)), start, null, null, true);
    }
  }

  @Override
  Tensor scores(Tensor query, Tensor key) {
    Tensor sums = Arithmetic.add(Shapes.expandDims(query, -2), Shapes.expandDims(key, -3));
    Tensor fits = Maths.tanh(sums);
    Tensor weighted = scale == null ? fits : Arithmetic.multiply(scale.value(), fits);
    return Reduce.sum(weighted, new int[] {-1}, false);
  }

  @Override
  public KerasClass<AdditiveAttention> kerasClass() {
    return CLASS;
  }
}
