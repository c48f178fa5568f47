package io.nyala.keras.ops;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.graph.Trees;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function of {@code keras.ops} in a graph: {@code x + y}, {@code keras.ops.mean(x, axis=1)}. It
 * has no weights, and no masks pass. Source: keras.src.ops.operation.Operation.
 */
public final class Operation extends Layer {

  /** The computation: arguments of the call, null where not given, and those of the operation. */
  @FunctionalInterface
  interface Body {
    Tensor apply(List<Object> given, Arguments own);
  }

  /**
   * A kind of operation.
   *
   * @param function the name of the function in {@code keras.ops}
   * @param kerasClass the class in graphs, with the arguments that are fixed there
   * @param called the names of the arguments of a call
   * @param body the computation
   */
  record Kind(String function, KerasClass<Operation> kerasClass, List<String> called, Body body) {

    /** The arguments of the function: those of a call, then those that are fixed. */
    ArgTable table() {
      List<Arg> all = new ArrayList<>();
      called.forEach(name -> all.add(Operations.called(name)));
      kerasClass.table().args().stream()
          .filter(arg -> !arg.name().equals("name"))
          .forEach(all::add);
      return ArgTable.of(function, all.toArray(Arg[]::new));
    }
  }

  private final Kind kind;

  Operation(Arguments arguments, Kind kind) {
    super(arguments);
    this.kind = kind;
    markBuilt(List.of());
  }

  @Override
  protected List<String> tensorArguments() {
    return kind.called();
  }

  /** Computes the result, or notes the call if symbolic tensors are among the arguments. */
  @Override
  public Object invoke(List<?> byPosition, Map<String, ?> byName) {
    List<Object> given = bind(byPosition, byName);
    if (Trees.tensors(given).isEmpty()) {
      return kind.body().apply(given, arguments());
    }
    Tensor[] tried = tried(given);
    return Node.call(this, byPosition, byName, List.of(Trial.shape(tried)), tried[0].dtype())
        .outputs()
        .get(0);
  }

  @Override
  public List<Shape> callShapes(List<?> byPosition, Map<String, ?> byName) {
    return List.of(Trial.shape(tried(bind(byPosition, byName))));
  }

  private List<Object> bind(List<?> byPosition, Map<String, ?> byName) {
    List<Object> given = new ArrayList<>(byPosition);
    if (given.size() > kind.called().size()) {
      throw KerasException.type(
          kind.function()
              + "() takes "
              + kind.called()
              + "; received "
              + given.size()
              + " values.");
    }
    for (String name : kind.called().subList(given.size(), kind.called().size())) {
      given.add(byName.get(name));
    }
    return given;
  }

  private Tensor[] tried(List<Object> given) {
    return Trial.run(
        zeros -> kind.body().apply(asList(Trees.map(given, zeros)), arguments()), getName());
  }

  private static List<Object> asList(Object tree) {
    return new ArrayList<>((List<?>) tree);
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    return List.of(kind.body().apply(bind(inputs, Map.of()), arguments()));
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    List<KerasTensor> symbolic = new ArrayList<>();
    inputs.forEach(shape -> symbolic.add(new KerasTensor(shape, DType.FLOAT32, "input")));
    return callShapes(symbolic, Map.of());
  }

  @Override
  public DType dtype() {
    return DType.FLOAT32;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", getName());
    arguments().config().forEach(config::putIfAbsent);
    return config;
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> described = super.describe();
    described.put("registered_name", kerasClass().name());
    return described;
  }

  @Override
  public KerasClass<Operation> kerasClass() {
    return kind.kerasClass();
  }

  /** A kind of operation that takes these arguments and fixes those. */
  static Kind define(
      String module, String className, List<String> called, Body body, Arg... fixed) {
    Kind[] self = new Kind[1];
    KerasClass<Operation> kerasClass =
        new KerasClass<>(
            className,
            "keras.src.ops." + module,
            "The function " + Operations.function(className) + " in a graph.",
            ArgTable.of(className, fixed).with(List.of(LayerArgs.NAME)),
            arguments -> new Operation(arguments, self[0]));
    self[0] = new Kind(Operations.function(className), kerasClass, called, body);
    return self[0];
  }

  /** Two values as tensors that go together; a plain number takes the other's type. */
  static Tensor[] pair(Object a, Object b) {
    if (a instanceof Tensor x) {
      return new Tensor[] {x, b instanceof Tensor y ? y : like(x, b)};
    }
    return b instanceof Tensor y
        ? new Tensor[] {like(y, a), y}
        : new Tensor[] {Tensors.of(a), Tensors.of(b)};
  }

  private static Tensor like(Tensor other, Object value) {
    Tensor own = Tensors.of(value);
    boolean widens = own.dtype().isFloating() && !other.dtype().isFloating();
    return widens ? own.cast(DType.FLOAT32) : own.cast(other.dtype());
  }
}
