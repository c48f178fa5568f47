package io.nyala.keras.models;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Op;
import io.nyala.autograd.Shapes;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.graph.Trees;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.core.InputLayer;
import io.nyala.keras.ops.Operation;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A model made of calls of layers on symbolic tensors: any number of inputs and outputs, shared
 * layers, models inside. Source: keras.Model (functional).
 */
public final class Functional extends Model {

  private static final ArgTable TABLE =
      LayerArgs.table(
          "Functional",
          Arg.required("inputs", ArgTypes.ANY, "The symbolic input, or a list or map of them."),
          Arg.required("outputs", ArgTypes.ANY, "The symbolic output, or a list or map of them."),
          Arg.of("name", ArgTypes.STRING, null, "The model's name."));

  /** The class and its arguments. */
  public static final KerasClass<Functional> CLASS =
      new KerasClass<>(
          "Functional",
          "keras.models",
          "A model made of calls of layers on symbolic tensors.",
          TABLE,
          FunctionalConfig::create);

  private final Structure inputs;
  private final Structure outputs;
  private final List<Node> order;

  Functional(Arguments arguments) {
    super(arguments);
    this.inputs = Structure.of(arguments.get("inputs"), "inputs");
    this.outputs = Structure.of(arguments.get("outputs"), "outputs");
    this.order = Graph.order(inputs.tensors(), outputs.tensors());
    Set<Layer> layers = new LinkedHashSet<>();
    order.forEach(node -> layers.add(node.layer()));
    layers.forEach(this::addLayer);
    markBuilt(inputs.tensors().stream().map(KerasTensor::shape).toList());
  }

  /** A model from inputs to outputs. */
  public static Functional of(Object inputs, Object outputs) {
    return new Functional(TABLE.bind(List.of(inputs, outputs), Map.of()));
  }

  @Override
  protected void checkInputs(List<Shape> given) {
    if (inputs != null) {
      InputCheck.require(getName(), inputs, given);
    }
  }

  @Override
  protected List<Tensor> forward(List<Tensor> given, Call call) {
    Map<KerasTensor, Tensor> values = new IdentityHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      KerasTensor input = inputs.tensors().get(i);
      values.put(input, fit(given.get(i), input).annotateMask(call.mask(i)));
    }
    for (Node node : order) {
      if (!values.containsKey(node.outputs().get(0))) {
        List<Object> results = Trees.leaves(call(node, values, Layer::invoke));
        for (int i = 0; i < results.size(); i++) {
          values.put(node.outputs().get(i), (Tensor) results.get(i));
        }
      }
    }
    return outputs.tensors().stream().map(values::get).toList();
  }

  /** The outputs for other symbolic inputs, with other layers in place of these. */
  Object connect(List<KerasTensor> given, UnaryOperator<Layer> other) {
    Map<KerasTensor, Object> values = new IdentityHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      values.put(inputs.tensors().get(i), given.get(i));
    }
    for (Node node : order) {
      if (!values.containsKey(node.outputs().get(0))) {
        Object result =
            call(node, values, (layer, args, kw) -> other.apply(layer).invoke(args, kw));
        List<Object> results = Trees.leaves(result);
        for (int i = 0; i < results.size(); i++) {
          values.put(node.outputs().get(i), results.get(i));
        }
      }
    }
    return Trees.map(outputs.given(), values::get);
  }

  /** A way to call a layer. */
  private interface Calling<R> {
    R apply(Layer layer, List<?> args, Map<String, ?> kwargs);
  }

  /**
   * Repeats a call with other tensors in place of the symbolic ones. Whether it is training is
   * settled by how the model is called, not by how its parts once were.
   */
  private static <R> R call(Node node, Map<KerasTensor, ?> tensors, Calling<R> calling) {
    UnaryOperator<Object> other = leaf -> leaf instanceof KerasTensor ? tensors.get(leaf) : leaf;
    Map<String, Object> kwargs = new LinkedHashMap<>();
    node.kwargs().forEach((name, value) -> kwargs.put(name, Trees.map(value, other)));
    kwargs.remove("training");
    return calling.apply(node.layer(), (List<?>) Trees.map(node.args(), other), kwargs);
  }

  /** A batch of single numbers fits an input of one feature, as in Keras. */
  private static Tensor fit(Tensor given, KerasTensor input) {
    Tensor typed =
        given.dtype() != input.dtype()
                && given.dtype() != DType.STRING
                && input.dtype() != DType.STRING
            ? Cast.to(given, input.dtype())
            // A tensor of its own for the mask, through which gradients flow.
            : Op.of("identity", given, given.view(given.shape()), g -> g);
    Shape want = input.shape();
    if (given.rank() == want.rank() - 1 && (want.dim(-1) == 1 || InputCheck.isColumn(want))) {
      return Shapes.expandDims(typed, -1);
    }
    if (given.rank() == want.rank() + 1 && given.dim(-1) == 1) {
      return Shapes.squeeze(typed, -1);
    }
    Shape fitted = InputCheck.fitted(given.shape(), want);
    return fitted.rank() == given.rank() ? typed : Shapes.reshape(typed, fitted);
  }

  @Override
  public List<Shape> outputShapes(List<Shape> given) {
    Map<KerasTensor, KerasTensor> shaped = new IdentityHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      shaped.put(inputs.tensors().get(i), inputs.tensors().get(i).with(given.get(i)));
    }
    for (Node node : order) {
      if (!shaped.containsKey(node.outputs().get(0))) {
        List<Shape> out = call(node, shaped, Layer::callShapes);
        for (int i = 0; i < out.size(); i++) {
          KerasTensor output = node.outputs().get(i);
          shaped.put(output, output.with(out.get(i)));
        }
      }
    }
    return outputs.tensors().stream().map(each -> shaped.get(each).shape()).toList();
  }

  @Override
  public DType outputType(List<DType> given) {
    return outputs.tensors().get(0).dtype();
  }

  @Override
  protected <T> List<T> passMasks(List<T> masks, int outputs) {
    return null;
  }

  @Override
  protected Tensor accept(Tensor input) {
    return input;
  }

  @Override
  protected List<String> callArguments() {
    return List.of("training", "mask");
  }

  @Override
  protected List<String> inputNames() {
    return inputs.names();
  }

  @Override
  protected List<String> outputNames() {
    return outputs.names();
  }

  @Override
  protected boolean hasNamedOutputs() {
    return outputs.isNamed();
  }

  @Override
  protected Object unpack(Object given) {
    return given instanceof Map<?, ?> map ? Inputs.inOrder(map, inputs) : given;
  }

  @Override
  protected Object pack(List<?> values) {
    return outputs.pack(values);
  }

  /** The inputs as they were given. */
  public Structure inputs() {
    return inputs;
  }

  /** The outputs as they were given. */
  public Structure outputs() {
    return outputs;
  }

  /** The calls in the order they are computed. */
  public List<Node> nodes() {
    return order;
  }

  /** True if two calls are equally far from the outputs. */
  boolean hasParallelCalls() {
    return Graph.hasParallelCalls(order);
  }

  /** The input layers. */
  public List<InputLayer> inputLayers() {
    return order.stream()
        .filter(node -> node.layer() instanceof InputLayer)
        .map(node -> (InputLayer) node.layer())
        .toList();
  }

  /** The layers; operations between them are not among them, as in Keras. */
  @Override
  public List<Layer> getLayers() {
    return layers().stream().filter(layer -> !(layer instanceof Operation)).toList();
  }

  @Override
  public Map<String, Object> parts() {
    return Map.of("layers", getLayers());
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> described = super.describe();
    described.put("module", "keras.src.models.functional");
    described.put("registered_name", "Functional");
    described.remove("build_config");
    return described;
  }

  @Override
  public Map<String, Object> getConfig() {
    return FunctionalConfig.write(this);
  }

  @Override
  public KerasClass<Functional> kerasClass() {
    return CLASS;
  }
}
