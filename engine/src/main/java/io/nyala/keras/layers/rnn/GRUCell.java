package io.nyala.keras.layers.rnn;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Matrix;
import io.nyala.autograd.Shapes;
import io.nyala.compute.rnn.GruResetBeforeSweep;
import io.nyala.compute.rnn.GruSweep;
import io.nyala.compute.rnn.Sweep;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * One step of a gated recurrent unit, gates in the order z, r, h:
 *
 * <pre>
 * z = σ(x·W_z + h·U_z + b_z)    r = σ(x·W_r + h·U_r + b_r)
 * ĥ = tanh(x·W_h + b_h + r ∘ (h·U_h + b'_h))    (reset_after; else x·W_h + (r ∘ h)·U_h + b_h)
 * h' = z ∘ h + (1 − z) ∘ ĥ
 * </pre>
 *
 * <p>Input {@code [batch, features]}, state and output {@code [batch, units]}; the bias is {@code
 * [2, 3·units]} with {@code reset_after}. Source: Cho et al. 2014; keras.layers.GRUCell.
 */
public final class GRUCell extends GatedCell {

  /** The class and its arguments. */
  public static final KerasClass<GRUCell> CLASS =
      new KerasClass<>(
          "GRUCell",
          "keras.layers",
          "One step of a gated recurrent unit.",
          LayerArgs.table(
              "GRUCell",
              RnnArgs.join(
                  RnnArgs.UNITS,
                  RnnArgs.ACTIVATION,
                  RnnArgs.RECURRENT_ACTIVATION,
                  RnnArgs.USE_BIAS,
                  RnnArgs.initializers(),
                  RnnArgs.regularizers(),
                  RnnArgs.constraints(),
                  RnnArgs.DROPOUT,
                  RnnArgs.RECURRENT_DROPOUT,
                  RnnArgs.RESET_AFTER,
                  RnnArgs.SEED)),
          GRUCell::new);

  private final boolean resetAfter;

  /** A cell of these arguments. */
  public GRUCell(Arguments arguments) {
    super(arguments, 3);
    this.resetAfter = arguments.flag("reset_after");
  }

  @Override
  Shape biasShape() {
    return resetAfter ? Shape.of(2, 3 * units()) : super.biasShape();
  }

  @Override
  Sweep sweep(int features) {
    return resetAfter
        ? new GruSweep(features, units())
        : new GruResetBeforeSweep(features, units());
  }

  @Override
  Step stepwise(Tensor input, List<Tensor> states, boolean training) {
    Tensor h = states.get(0);
    Tensor bias = biasValue();
    Tensor inputBias = bias == null || !resetAfter ? bias : row(bias, 0);
    Tensor recurrentBias = bias == null || !resetAfter ? null : row(bias, 1);
    List<Tensor> x = project(input, training);
    Activation gate = activation("recurrent_activation");
    List<Tensor> seen = dropped(h, training);
    Tensor z =
        gate.apply(add(biased(x.get(0), inputBias, 0), biased(share(seen, 0), recurrentBias, 0)));
    Tensor r =
        gate.apply(add(biased(x.get(1), inputBias, 1), biased(share(seen, 1), recurrentBias, 1)));
    Tensor recurrent =
        resetAfter
            ? multiply(r, biased(share(seen, 2), recurrentBias, 2))
            : Matrix.matmul(
                multiply(r, seen.get(seen.size() - 1)), gate(recurrentKernel().value(), 2));
    Tensor candidate =
        activation("activation").apply(add(biased(x.get(2), inputBias, 2), recurrent));
    Tensor one = like(z, 1);
    Tensor output = add(multiply(z, h), multiply(subtract(one, z), candidate));
    return new Step(output, List.of(output));
  }

  private Tensor share(List<Tensor> seen, int index) {
    Tensor state = seen.get(Math.min(index, seen.size() - 1));
    return Matrix.matmul(state, gate(recurrentKernel().value(), index));
  }

  private static Tensor row(Tensor bias, int index) {
    return Shapes.squeeze(Shapes.slice(bias, 0, index, index + 1), 0);
  }

  boolean resetAfter() {
    return resetAfter;
  }

  @Override
  public KerasClass<GRUCell> kerasClass() {
    return CLASS;
  }
}
