package io.nyala.keras.layers;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.KerasObject;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.constraints.Constraint;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What holds weights, under a name, by itself and in layers that it is made of. Source: tf.Module,
 * and the weights of keras.layers.Layer.
 */
public abstract class Module implements KerasObject {

  private final Arguments arguments;
  private final LayerWeights ownWeights = new LayerWeights(this);
  private final List<Layer> ownLayers = new ArrayList<>();
  private String name;
  private boolean trainable;

  /** A module of these arguments, which hold at least those of {@link LayerArgs#COMMON}. */
  Module(Arguments arguments) {
    this.arguments = arguments;
    String given = arguments.string("name");
    this.name = given != null ? given : Names.next(arguments.table().owner());
    this.trainable = arguments.table().get("trainable") == null || arguments.flag("trainable");
  }

  /** Adds a weight, by the arguments of Keras' {@code add_weight}. */
  public final Variable addWeight(Map<String, ?> named, Object... byPosition) {
    Arguments args = LayerArgs.WEIGHT.bind(Arrays.asList(byPosition), named);
    DType type = args.get("dtype", DType.class);
    return ownWeights.add(
        args.string("name"),
        args.get("shape", Shape.class),
        args.get("initializer", Initializer.class),
        args.get("regularizer", Regularizer.class),
        args.get("constraint", Constraint.class),
        args.flag("trainable"),
        type == null ? dtype() : type);
  }

  /** Adds a weight of the layer's own type. */
  protected final Variable addWeight(
      String weightName,
      Shape shape,
      Initializer initializer,
      Regularizer regularizer,
      Constraint constraint,
      boolean isTrainable) {
    return ownWeights.add(
        weightName, shape, initializer, regularizer, constraint, isTrainable, dtype());
  }

  /** Adds a weight whose initializer, regularizer and constraint stand in the arguments. */
  protected final Variable addWeight(String weightName, String prefix, Shape shape) {
    return addWeight(
        weightName,
        shape,
        arguments.get(prefix + "_initializer", Initializer.class),
        arguments.get(prefix + "_regularizer", Regularizer.class),
        arguments.get(prefix + "_constraint", Constraint.class),
        true);
  }

  /** Adds a weight that is already there. */
  protected final Variable addWeight(Variable weight) {
    return ownWeights.add(weight);
  }

  /** Counts a layer as part of this one. */
  protected final <T extends Layer> T addLayer(T layer) {
    ownLayers.add(layer);
    return layer;
  }

  /** Stops counting a layer as part of this one. */
  protected final void removeLayer(Layer layer) {
    ownLayers.remove(layer);
  }

  /** The layers in this one. */
  public List<Layer> layers() {
    return List.copyOf(ownLayers);
  }

  /** The weights that belong to this layer itself. */
  public final List<Variable> ownWeights() {
    return ownWeights.list();
  }

  /** All weights, of this layer and those in it. */
  public List<Variable> weights() {
    return ownWeights.andThoseOf(layers());
  }

  /** The weights that training changes. */
  public List<Variable> trainableWeights() {
    return weights().stream().filter(Variable::trainable).toList();
  }

  /** The weights that training leaves alone. */
  public List<Variable> nonTrainableWeights() {
    return weights().stream().filter(w -> !w.trainable()).toList();
  }

  /** The values of all weights, as copies. */
  public List<Tensor> getWeights() {
    return weights().stream().map(w -> w.value().copy()).toList();
  }

  /**
   * Gives all weights new values, in the order of {@link #weights}.
   *
   * @throws KerasException a ValueError if the number or a shape differs
   */
  public void setWeights(List<Tensor> values) {
    LayerCalls.setWeights(this, values);
  }

  /** Whether training changes the weights. */
  public final boolean isTrainable() {
    return trainable;
  }

  /** Sets whether training changes the weights, of this layer and those in it. */
  public void setTrainable(boolean flag) {
    trainable = flag;
    ownWeights.setTrainable(flag);
    layers().forEach(layer -> layer.setTrainable(flag));
  }

  /** The name. */
  public final String getName() {
    return name;
  }

  /** Gives another name, also to the paths of the weights that are there if it is to. */
  final void rename(String newName, boolean withPaths) {
    this.name = newName;
    if (withPaths) {
      ownWeights.renamePaths();
    }
  }

  /** The type of weights and results. */
  public DType dtype() {
    return arguments.get("dtype", DType.class);
  }

  @Override
  public final Arguments arguments() {
    return arguments;
  }
}
