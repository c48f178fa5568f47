package io.nyala.keras.metrics;

import io.nyala.autograd.Tape;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Names;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What all metrics share: name, type and state. A person's own metric extends it, adds variables
 * and writes {@link #updateState} and {@link #result}.
 *
 * <p>Source: keras.metrics.Metric.
 */
public abstract class BaseMetric implements Metric {

  static final Arg DTYPE =
      Arg.of("dtype", ArgTypes.DTYPE, null, "The type of the state; None: float32.");

  private Arguments arguments;
  private final List<Variable> variables = new ArrayList<>();
  private String name;
  private DType dtype;

  /** A metric of these arguments, among them name and dtype. */
  protected BaseMetric(Arguments arguments) {
    this(arguments, DType.FLOAT32);
  }

  /** A metric whose state is of this type unless another is given. */
  protected BaseMetric(Arguments arguments, DType otherwise) {
    this.arguments = arguments;
    String given = arguments.string("name");
    this.name = given == null ? Names.next(arguments.table().owner()) : given;
    DType type = arguments.get("dtype", DType.class);
    this.dtype = type == null ? otherwise : type;
  }

  /** A person's own metric, named after its class. */
  protected BaseMetric() {
    this.name = Names.next(getClass().getSimpleName());
    this.dtype = DType.FLOAT32;
    this.arguments =
        ArgTable.of(getClass().getSimpleName(), name(null), DTYPE).bind(List.of(), Map.of());
  }

  /** A person's own metric that is named later, by {@link #settle}. */
  protected BaseMetric(DType dtype) {
    this.dtype = dtype;
  }

  /** Takes what is only known after construction: {@code super().__init__(name='n')}. */
  protected final void settle(String owner, List<?> byPosition, Map<String, ?> named) {
    arguments = ArgTable.of(owner, DTYPE, name(null)).bind(byPosition, named);
    String given = arguments.string("name");
    name = given == null ? Names.next(owner) : given;
    DType type = arguments.get("dtype", DType.class);
    dtype = type == null ? DType.FLOAT32 : type;
  }

  static Arg name(String name) {
    return Arg.of("name", ArgTypes.STRING, name, "Name.");
  }

  /** Takes one batch into account. */
  protected abstract void updateState(Tensor yTrue, Tensor yPred, Tensor sampleWeight);

  @Override
  public final void update(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    Tape.withoutRecording(() -> updateState(yTrue, yPred, sampleWeight));
  }

  /** Takes one batch into account, all samples weighing the same. */
  public final void update(Tensor yTrue, Tensor yPred) {
    update(yTrue, yPred, null);
  }

  /** A variable of the state, zero to begin with. */
  protected final Variable addVariable(String variableName, Shape shape) {
    return addVariable(variableName, Tensor.zeros(dtype, shape));
  }

  /** A variable of the state that begins with this value. */
  protected final Variable addVariable(String variableName, Tensor first) {
    Variable variable = new Variable(first, false, variableName);
    variable.path(name.replace('/', '>') + "/" + variableName);
    variables.add(variable);
    return variable;
  }

  @Override
  public void reset() {
    variables.forEach(v -> v.assign(Tensor.zeros(v.dtype(), v.shape())));
  }

  @Override
  public final String name() {
    return name;
  }

  /** Gives the metric the name a person asked for it by. */
  final BaseMetric rename(String newName) {
    this.name = newName;
    return this;
  }

  /** The type of the state. */
  public final DType dtype() {
    return dtype;
  }

  @Override
  public List<Variable> variables() {
    return List.copyOf(variables);
  }

  @Override
  public KerasClass<?> kerasClass() {
    String own = getClass().getSimpleName();
    return new KerasClass<>(
        own, Metrics.MODULE, "A person's own metric.", arguments.table(), a -> this);
  }

  @Override
  public final Arguments arguments() {
    return arguments;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = arguments.config();
    config.put("name", name);
    config.put("dtype", dtype.typeName());
    return config;
  }

  @Override
  public String toString() {
    return "<" + kerasClass().name() + " name=" + name + ">";
  }
}
