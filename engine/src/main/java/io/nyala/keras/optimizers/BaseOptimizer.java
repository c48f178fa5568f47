package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Slices;
import io.nyala.autograd.Tape;
import io.nyala.autograd.Variable;
import io.nyala.compute.Interruption;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Names;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all optimizers share: the learning rate, clipping, weight decay, the moving average of
 * weights, gathering gradients over steps, and the order of the state.
 *
 * <p>Source: keras/src/optimizers/base_optimizer.py.
 */
public abstract class BaseOptimizer implements Optimizer {

  private final KerasClass<?> kerasClass;
  private final Arguments arguments;
  private final String name;
  private final Clipping clipping;
  private final WeightDecay decay;
  private final Variable iteration;
  private final LearningRate learningRate;
  private final List<Variable> state = new ArrayList<>();
  private final Map<Variable, Integer> places = new IdentityHashMap<>();
  private List<Variable> weights;
  private List<String> reported;
  private List<Variable> averages = List.of();
  private List<Variable> accumulators = List.of();

  /** An optimizer of these arguments. */
  protected BaseOptimizer(KerasClass<?> kerasClass, Arguments arguments) {
    this.kerasClass = kerasClass;
    this.arguments = arguments;
    String given = arguments.string("name");
    this.name = given == null ? Names.next(kerasClass.name()) : given;
    this.clipping = Clipping.of(arguments);
    this.decay = new WeightDecay(arguments.number("weight_decay"));
    this.iteration = new Variable(Tensor.of(Shape.SCALAR, 0L), false, "iteration");
    this.iteration.path(name + "/iteration");
    this.state.add(iteration);
    this.learningRate = new LearningRate(arguments.get("learning_rate"), name + "/learning_rate");
    if (learningRate.variable() != null) {
      state.add(learningRate.variable());
    }
  }

  /** Makes the slots of this kind of optimizer. */
  protected abstract void makeSlots(List<Variable> weights);

  /** The new value of one weight, and of its slots. */
  protected abstract void update(Variable weight, Tensor gradient, int place, double rate);

  /** Called once a step, before the weights are updated. */
  protected void beforeUpdates() {}

  @Override
  public final void build(List<Variable> newWeights) {
    if (weights != null) {
      return;
    }
    weights = List.copyOf(newWeights);
    for (int i = 0; i < weights.size(); i++) {
      places.put(weights.get(i), i);
    }
    if (arguments.flag("use_ema")) {
      averages = slots("average", 0);
    }
    if (steps() > 0) {
      accumulators = slots("gradient_accumulator", 0);
    }
    makeSlots(weights);
  }

  @Override
  public final boolean isBuilt() {
    return weights != null;
  }

  private int steps() {
    Integer steps = arguments.integer("gradient_accumulation_steps");
    return steps == null ? 0 : steps;
  }

  /** One slot for each weight, beginning with this value. */
  protected final List<Variable> slots(String slot, double value) {
    return slots(new String[] {slot}, new double[] {value}).get(0);
  }

  /** Several slots for each weight, all of one weight following each other. */
  protected final List<List<Variable>> slots(String... names) {
    return slots(names, new double[names.length]);
  }

  /** Several slots for each weight, beginning with these values. */
  protected final List<List<Variable>> slots(String[] names, double[] values) {
    List<List<Variable>> all = new ArrayList<>();
    for (int k = 0; k < names.length; k++) {
      all.add(new ArrayList<>());
    }
    for (Variable weight : weights) {
      for (int k = 0; k < names.length; k++) {
        Tensor first = Tensor.full(weight.dtype(), weight.shape(), values[k]);
        String slotName = weight.path().replace('/', '_') + "_" + names[k];
        all.get(k).add(addState(first, slotName, name + "/" + slotName));
      }
    }
    return all;
  }

  /** A further variable of the state. */
  protected final Variable addState(Tensor first, String variableName, String path) {
    Variable variable = new Variable(first, false, variableName);
    variable.path(path);
    state.add(variable);
    return variable;
  }

  @Override
  public final void apply(List<Tensor> gradients, List<Variable> trained) {
    if (gradients.size() != trained.size()) {
      throw KerasException.value(
          "There must be one gradient for each weight; received "
              + gradients.size()
              + " gradients for "
              + trained.size()
              + " weights.");
    }
    if (!gradients.isEmpty()) {
      // Not to be stopped when some weights are new and some old.
      Tape.withoutRecording(() -> Interruption.shielded(() -> step(gradients, trained)));
    }
  }

  private void step(List<Tensor> gradients, List<Variable> trained) {
    build(trained);
    requireKnown(trained);
    List<Tensor> present = new ArrayList<>();
    List<Variable> touched = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < trained.size(); i++) {
      Tensor gradient = gradients.get(i);
      if (gradient == null) {
        missing.add("'" + trained.get(i).path() + "'");
        continue;
      }
      present.add(unscaled(Cast.to(gradient, trained.get(i).dtype())));
      touched.add(trained.get(i));
    }
    reportMissing(missing, trained.size());
    change(present, touched);
    for (Variable weight : touched) {
      if (weight.constraint() != null) {
        weight.assign(weight.constraint().apply(weight.value()));
      }
    }
    iteration.assign(Tensor.of(Shape.SCALAR, rawIterations() + 1));
  }

  private void reportMissing(List<String> missing, int all) {
    if (missing.size() == all) {
      throw KerasException.value(
          "No gradients provided for any variable. Was the loss computed inside the tape, and from"
              + " the model's output?");
    }
    if (!missing.isEmpty() && !missing.equals(reported)) {
      reported = missing;
      Progress.warn(
          "UserWarning: Gradients do not exist for variables ["
              + String.join(", ", missing)
              + "] when minimizing the loss. If using `model.compile()`, did you forget to provide"
              + " a `loss` argument?");
    }
  }

  private void requireKnown(List<Variable> trained) {
    for (Variable weight : trained) {
      if (!places.containsKey(weight)) {
        throw KerasException.value(
            "Unknown variable: "
                + weight.path()
                + ". This optimizer can only be called for the variables it was originally built"
                + " with. When working with a new set of variables, you should recreate a new"
                + " optimizer instance.");
      }
    }
  }

  private Tensor unscaled(Tensor gradient) {
    Double factor = arguments.number("loss_scale_factor");
    return factor == null ? gradient : Slices.each(gradient, g -> scale(g, 1 / factor));
  }

  private void change(List<Tensor> gradients, List<Variable> touched) {
    int steps = steps();
    if (steps == 0) {
      updateAll(gradients, touched);
    } else if ((rawIterations() + 1) % steps == 0) {
      List<Tensor> means = new ArrayList<>();
      for (int i = 0; i < touched.size(); i++) {
        Tensor sum = add(gradients.get(i), accumulator(touched.get(i)).value());
        means.add(scale(sum, 1.0 / steps));
      }
      updateAll(means, touched);
      accumulators.forEach(a -> a.assign(Tensor.zeros(a.dtype(), a.shape())));
    } else {
      for (int i = 0; i < touched.size(); i++) {
        accumulator(touched.get(i)).assignAdd(gradients.get(i));
      }
    }
    average();
  }

  private Variable accumulator(Variable weight) {
    return accumulators.get(places.get(weight));
  }

  private void updateAll(List<Tensor> gradients, List<Variable> touched) {
    List<Tensor> clipped = clipping.apply(gradients);
    double rate = learningRate();
    decay.apply(touched, rate);
    beforeUpdates();
    for (int i = 0; i < touched.size(); i++) {
      update(touched.get(i), clipped.get(i), places.get(touched.get(i)), rate);
    }
  }

  /**
   * Leaves weights out of the decay.
   *
   * @param variables these, or null
   * @param names those whose name contains one of these, or null
   */
  public final void excludeFromWeightDecay(List<Variable> variables, List<String> names) {
    decay.exclude(variables, names);
  }

  private void average() {
    if (averages.isEmpty()) {
      return;
    }
    double momentum = iterations() == 0 ? 0 : arguments.number("ema_momentum");
    for (int i = 0; i < weights.size(); i++) {
      Tensor kept = scale(averages.get(i).value(), momentum);
      averages.get(i).assign(add(kept, scale(weights.get(i).value(), 1 - momentum)));
    }
    Integer every = arguments.integer("ema_overwrite_frequency");
    if (every != null && (iterations() + 1) % every == 0) {
      finalizeVariables(weights);
    }
  }

  @Override
  public final void finalizeVariables(List<Variable> finished) {
    for (int i = 0; i < averages.size(); i++) {
      weights.get(i).assign(averages.get(i).value());
    }
  }

  /** The moving averages of the weights, in order; empty without {@code use_ema}. */
  public final List<Variable> averages() {
    return averages;
  }

  @Override
  public final Tensor scaleLoss(Tensor loss) {
    Double factor = arguments.number("loss_scale_factor");
    return factor == null ? loss : scale(loss, factor);
  }

  @Override
  public final double learningRate() {
    return learningRate.at(rawIterations());
  }

  @Override
  public final void learningRate(double rate) {
    learningRate.set(rate);
  }

  /** The variable of the learning rate; null if it follows a schedule or a function. */
  public final Variable learningRateVariable() {
    return learningRate.variable();
  }

  private long rawIterations() {
    return iteration.value().longs()[0];
  }

  @Override
  public final long iterations() {
    int steps = steps();
    return steps == 0 ? rawIterations() : rawIterations() / steps;
  }

  /** The variable that counts the steps. */
  public final Variable iterationVariable() {
    return iteration;
  }

  /** The weights the slots are for, in order; empty before {@link #build}. */
  public final List<Variable> weights() {
    return weights == null ? List.of() : weights;
  }

  @Override
  public final List<Variable> variables() {
    return List.copyOf(state);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final KerasClass<?> kerasClass() {
    return kerasClass;
  }

  @Override
  public final Arguments arguments() {
    return arguments;
  }

  @Override
  public final Map<String, Object> getConfig() {
    Map<String, Object> config = arguments.config();
    config.put("name", name);
    config.put("learning_rate", learningRate.config());
    return config;
  }

  /** A number as a tensor of this type holds it. */
  protected static double as(DType type, double value) {
    return type == DType.FLOAT32 ? (float) value : value;
  }

  /** {@code slot · keep + value · (1 - keep)}, put in the slot. */
  protected static Tensor blend(Variable slot, double keep, Tensor value) {
    return put(slot, add(scale(slot.value(), keep), scale(value, 1 - keep)));
  }

  /** {@code slot + (value - slot) · (1 - keep)}, put in the slot. */
  protected static Tensor approach(Variable slot, double keep, Tensor value) {
    Tensor old = slot.value();
    return put(slot, add(old, scale(subtract(value, old), 1 - keep)));
  }

  /** Puts a value in a slot. */
  protected static Tensor put(Variable slot, Tensor value) {
    slot.assign(value);
    return value;
  }

  /** {@code x²}; slice by slice for the gradient of a table. */
  protected static Tensor square(Tensor x) {
    return Slices.each(x, v -> multiply(v, v));
  }
}
