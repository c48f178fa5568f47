package io.nyala.keras.layers.rnn;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.multiply;

import io.nyala.autograd.Variable;
import io.nyala.compute.rnn.LstmSweep;
import io.nyala.compute.rnn.Sweep;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.constraints.Constraint;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * One step of a long short-term memory, gates in the order i, f, c, o:
 *
 * <pre>
 * i = σ(x·Wᵢ + h·Uᵢ + bᵢ)    f = σ(x·W_f + h·U_f + b_f)    o = σ(x·Wₒ + h·Uₒ + bₒ)
 * c' = f ∘ c + i ∘ tanh(x·W_c + h·U_c + b_c)               h' = o ∘ tanh(c')
 * </pre>
 *
 * <p>Input {@code [batch, features]}, states h and c {@code [batch, units]}. Source: Hochreiter and
 * Schmidhuber 1997; keras.layers.LSTMCell.
 */
public final class LSTMCell extends GatedCell {

  /** The class and its arguments. */
  public static final KerasClass<LSTMCell> CLASS =
      new KerasClass<>(
          "LSTMCell",
          "keras.layers",
          "One step of a long short-term memory.",
          LayerArgs.table(
              "LSTMCell",
              RnnArgs.join(
                  RnnArgs.UNITS,
                  RnnArgs.ACTIVATION,
                  RnnArgs.RECURRENT_ACTIVATION,
                  RnnArgs.USE_BIAS,
                  RnnArgs.initializers(),
                  RnnArgs.UNIT_FORGET_BIAS,
                  RnnArgs.regularizers(),
                  RnnArgs.constraints(),
                  RnnArgs.DROPOUT,
                  RnnArgs.RECURRENT_DROPOUT,
                  RnnArgs.SEED)),
          LSTMCell::new);

  /** A cell of these arguments. */
  public LSTMCell(Arguments arguments) {
    super(arguments, 4);
  }

  @Override
  Variable addBias() {
    Initializer given = arguments().get("bias_initializer", Initializer.class);
    boolean open = arguments().flag("unit_forget_bias");
    return addWeight(
        "bias",
        biasShape(),
        open ? new ForgetBias(given, units()) : given,
        arguments().get("bias_regularizer", Regularizer.class),
        arguments().get("bias_constraint", Constraint.class),
        true);
  }

  @Override
  Sweep sweep(int features) {
    return new LstmSweep(features, units());
  }

  @Override
  Step stepwise(Tensor input, List<Tensor> states, boolean training) {
    Activation gate = activation("recurrent_activation");
    Activation squash = activation("activation");
    List<Tensor> x = project(input, training);
    List<Tensor> h = recur(states.get(0), training);
    Tensor bias = biasValue();
    Tensor i = gate.apply(biased(add(x.get(0), h.get(0)), bias, 0));
    Tensor f = gate.apply(biased(add(x.get(1), h.get(1)), bias, 1));
    Tensor candidate = squash.apply(biased(add(x.get(2), h.get(2)), bias, 2));
    Tensor o = gate.apply(biased(add(x.get(3), h.get(3)), bias, 3));
    Tensor c = add(multiply(f, states.get(1)), multiply(i, candidate));
    Tensor output = multiply(o, squash.apply(c));
    return new Step(output, List.of(output, c));
  }

  @Override
  public List<Integer> stateSizes() {
    return List.of(units(), units());
  }

  @Override
  public KerasClass<LSTMCell> kerasClass() {
    return CLASS;
  }
}
