package io.nyala.keras.custom;

import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.metrics.BaseMetric;
import io.nyala.keras.metrics.Metric;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The base of a person's own metric: methods {@code update_state(y_true, y_pred, sample_weight)}
 * and {@code result()}, over variables that {@code add_variable} or {@code add_weight} adds.
 * Source: subclassing keras.metrics.Metric.
 */
public abstract class CustomMetric extends BaseMetric {

  private static final List<Arg> STATE =
      List.of(
          Arg.of("shape", ArgTypes.SHAPE, List.of(), "The variable's shape."),
          Arg.of("initializer", Initializers.TYPE, "zeros", "Makes the first value."),
          Arg.of("dtype", ArgTypes.DTYPE, null, "The variable's type; None: the metric's."),
          Arg.of("name", ArgTypes.STRING, null, "The variable's name."));

  private static final ArgTable WEIGHT = ArgTable.of("add_weight", STATE.toArray(Arg[]::new));

  private static final ArgTable VARIABLE =
      ArgTable.of(
          "add_variable",
          STATE.get(0),
          STATE.get(1),
          STATE.get(2),
          Arg.of("aggregation", ArgTypes.ANY, "sum", "Accepted; there is one device."),
          STATE.get(3));

  @SuppressWarnings("this-escape") // looked at only when it is used
  private final OwnObject own = new OwnObject(this, CustomMetric.class);

  /** A metric named after its class. */
  protected CustomMetric() {
    this(Map.of());
  }

  /** A metric with {@code name} or {@code dtype} given. */
  @SuppressWarnings("this-escape")
  protected CustomMetric(Map<String, ?> named) {
    super(DType.FLOAT32);
    if (!(this instanceof OwnMembers)) {
      settle(Written.className(this), List.of(), named);
    }
  }

  /** Adds a variable of the state, by Keras' arguments. */
  public Variable addVariable(Map<String, ?> named, Object... byPosition) {
    return add(VARIABLE.bind(Arrays.asList(byPosition), named));
  }

  /** Adds a variable of the state, by Keras' arguments. */
  public Variable addWeight(Map<String, ?> named, Object... byPosition) {
    return add(WEIGHT.bind(Arrays.asList(byPosition), named));
  }

  /** The same without named arguments. */
  public Variable addWeight(Object... byPosition) {
    return addWeight(Map.of(), byPosition);
  }

  private Variable add(Arguments args) {
    Shape shape = args.get("shape", Shape.class);
    DType type = args.get("dtype", DType.class) == null ? dtype() : args.get("dtype", DType.class);
    Initializer first = args.get("initializer", Initializer.class);
    Tensor value = first == null ? Tensor.zeros(type, shape) : first.create(shape, type);
    return addVariable(args.string("name") == null ? "variable" : args.string("name"), value);
  }

  @Override
  protected void updateState(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    own.call(
        List.of("update_state"),
        () -> {
          throw own.missing("update_state");
        },
        yTrue,
        yPred,
        sampleWeight);
  }

  /** What {@code result()} of the person's class gives: a number, or several by name. */
  @Override
  public Object figures() {
    return own.call(
        List.of("result"),
        () -> {
          throw own.missing("result");
        });
  }

  @Override
  public Tensor result() {
    Object figure = figures();
    return figure instanceof Variable variable ? variable.value() : Tensors.of(figure);
  }

  @Override
  public List<Variable> variables() {
    List<Variable> all = new ArrayList<>(super.variables());
    Written.values(this, CustomMetric.class, Metric.class)
        .forEach(each -> all.addAll(each.variables()));
    return all;
  }

  @Override
  public void reset() {
    own.call(
        List.of("reset_state", "reset_states"),
        () -> {
          super.reset();
          Written.values(this, CustomMetric.class, Metric.class).forEach(Metric::reset);
          return null;
        });
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> common = new LinkedHashMap<>();
    common.put("name", name());
    common.put("dtype", dtype().typeName());
    return own.config(common);
  }

  @Override
  public Map<String, Object> describe() {
    return Written.describe(this, super.describe());
  }

  @Override
  public KerasClass<?> kerasClass() {
    return own.kerasClass("keras.metrics", arguments());
  }
}
