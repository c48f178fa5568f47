package io.nyala.keras.layers.rnn;

import static io.nyala.autograd.Arithmetic.add;

import io.nyala.autograd.Matrix;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.compute.rnn.Sweep;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** What the three classic cells share: weights per gate, side by side, and dropout. */
abstract class GatedCell extends RnnCell {

  private final int gates;
  private final int units;
  private final boolean useBias;
  private final CellDropout dropout;
  private final CellDropout recurrentDropout;
  private Variable kernel;
  private Variable recurrentKernel;
  private Variable bias;
  private CellSweep swept;

  GatedCell(Arguments arguments, int gates) {
    super(arguments);
    this.gates = gates;
    this.units = arguments.integer("units");
    this.useBias = arguments.flag("use_bias");
    Random random = Random.of(arguments.integer("seed"));
    double recurrent = arguments.number("recurrent_dropout");
    // As in Keras, each gate has a mask of its own only where the recurrent state is dropped too.
    int masks = recurrent > 0 ? gates : 1;
    this.dropout = new CellDropout(arguments.number("dropout"), masks, random);
    this.recurrentDropout = new CellDropout(recurrent, masks, random);
  }

  @Override
  protected void build(List<Shape> inputs) {
    int features = inputs.get(0).dim(-1);
    kernel = addWeight("kernel", "kernel", Shape.of(features, units * gates));
    recurrentKernel = addWeight("recurrent_kernel", "recurrent", Shape.of(units, units * gates));
    bias = useBias ? addBias() : null;
  }

  /** Makes the bias. */
  Variable addBias() {
    return addWeight("bias", "bias", biasShape());
  }

  /** The bias' shape. */
  Shape biasShape() {
    return Shape.of(units * gates);
  }

  /** The same maths over whole sequences, for these many features. */
  abstract Sweep sweep(int features);

  /** One step, spelled out in operations that tapes can follow any number of times. */
  abstract Step stepwise(Tensor input, List<Tensor> states, boolean training);

  @Override
  public final Step step(Tensor input, List<Tensor> states, boolean training) {
    if (!isSwept(training) || !CellSweep.fits(this, input, states)) {
      return stepwise(input, states, training);
    }
    Tensor factors = training ? dropout.factors(input) : null;
    if (factors != null && !factors.shape().equals(input.shape())) {
      return stepwise(input, states, true); // Drawn for a batch of another size.
    }
    if (swept == null) {
      swept = new CellSweep(this, sweep(input.dim(1)));
    }
    return swept.step(input, factors, states);
  }

  /** Whether a sweep computes what this cell does. */
  final boolean isSwept(boolean training) {
    boolean drops = training && arguments().number("recurrent_dropout") > 0;
    return !drops
        && dtype() == DType.FLOAT32
        && isNamed("activation", "tanh")
        && (arguments().table().get("recurrent_activation") == null
            || isNamed("recurrent_activation", "sigmoid"));
  }

  private boolean isNamed(String argument, String name) {
    Activation activation = activation(argument);
    return activation != null && activation.name().equals(name);
  }

  /** What goes into the maths: an input, the weights, states; all a gradient may be asked for. */
  final List<Tensor> inputs(Tensor input, List<Tensor> states) {
    List<Tensor> inputs = new ArrayList<>();
    inputs.add(input);
    inputs.add(kernel.value());
    inputs.add(recurrentKernel.value());
    if (bias != null) {
      inputs.add(bias.value());
    }
    if (states != null) {
      inputs.addAll(states);
    }
    return inputs;
  }

  /** The input's share of every gate: {@code x·W}, without bias, each {@code [batch, units]}. */
  final List<Tensor> project(Tensor input, boolean training) {
    return products(dropout.apply(input, training), kernel.value());
  }

  /**
   * What every step of a sequence is multiplied by in training, {@code [batch, features]}; null
   * where nothing is dropped.
   */
  final Tensor inputFactors(Tensor sequence) {
    return dropout.whole(sequence.dtype(), sequence.shape().without(1));
  }

  /** The state's share of the gates from {@code first} on. */
  final List<Tensor> recur(Tensor state, boolean training) {
    return products(dropped(state, training), recurrentKernel.value());
  }

  /** The state as each gate sees it. */
  final List<Tensor> dropped(Tensor state, boolean training) {
    return recurrentDropout.apply(state, training);
  }

  private List<Tensor> products(List<Tensor> inputs, Tensor weights) {
    int[] sizes = new int[gates];
    java.util.Arrays.fill(sizes, units);
    if (inputs.size() == 1) {
      return Shapes.split(Matrix.matmul(inputs.get(0), weights), sizes, 1);
    }
    List<Tensor> parts = Shapes.split(weights, sizes, 1);
    List<Tensor> products = new ArrayList<>();
    for (int i = 0; i < gates; i++) {
      products.add(Matrix.matmul(inputs.get(i), parts.get(i)));
    }
    return products;
  }

  /** The columns of a weight that belong to one gate. */
  final Tensor gate(Tensor weights, int index) {
    return Shapes.slice(weights, -1, index * units, (index + 1) * units);
  }

  /** {@code x} plus one gate's bias. */
  final Tensor biased(Tensor x, Tensor biasRow, int index) {
    return biasRow == null ? x : add(x, gate(biasRow, index));
  }

  final Activation activation(String argument) {
    return arguments().get(argument, Activation.class);
  }

  final Tensor biasValue() {
    return bias == null ? null : bias.value();
  }

  /** {@code [features, gates·units]}. */
  final Variable kernel() {
    return kernel;
  }

  /** {@code [units, gates·units]}. */
  final Variable recurrentKernel() {
    return recurrentKernel;
  }

  /** The bias, null without one. */
  final Variable bias() {
    return bias;
  }

  final int units() {
    return units;
  }

  @Override
  public void resetDropout() {
    dropout.reset();
    recurrentDropout.reset();
  }

  @Override
  public List<Integer> stateSizes() {
    return List.of(units);
  }
}
