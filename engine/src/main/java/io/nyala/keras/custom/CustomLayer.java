package io.nyala.keras.custom;

import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.Names;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The base of a person's own layer: methods {@code build(input_shape)} and {@code call(inputs)}.
 * Source: subclassing keras.layers.Layer.
 */
public abstract class CustomLayer extends Layer {

  private static final ArgTable TABLE = LayerArgs.table("Layer");

  @SuppressWarnings("this-escape") // looked at only when the layer is called
  private final OwnCall own = new OwnCall(this, CustomLayer.class);

  private Arguments settled;
  private boolean describing;

  /** A layer with an automatic name. */
  protected CustomLayer() {
    this(Map.of());
  }

  /** A layer with {@code name} and its kin given. */
  @SuppressWarnings("this-escape")
  protected CustomLayer(Map<String, ?> named) {
    super(TABLE.bind(List.of(), named));
    if (named.get("name") == null) {
      rename(Names.next(Written.className(this)));
    }
  }

  /**
   * Takes arguments that are only known after construction: {@code super().__init__(name='n')}.
   *
   * @throws KerasException a TypeError for a name that is no argument
   */
  protected final void settle(Map<String, ?> named) {
    Arguments given = TABLE.bind(List.of(), named);
    settled = given;
    rename(
        given.string("name") != null ? given.string("name") : Names.next(Written.className(this)));
    if (named.get("trainable") != null) {
      setTrainable(given.flag("trainable"));
    }
  }

  @Override
  public DType dtype() {
    return settled == null ? super.dtype() : settled.get("dtype", DType.class);
  }

  @Override
  protected void build(List<Shape> inputs) {
    OwnMethod written = Written.find(this, CustomLayer.class, "build");
    if (written != null) {
      written.call(inputs.size() == 1 ? inputs.get(0) : inputs);
    }
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    return own.forward(inputs, call);
  }

  @Override
  protected Object unpack(Object given) {
    return own.unpack(given);
  }

  @Override
  protected Object pack(List<?> outputs) {
    return own.pack(outputs);
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    return own.outputShapes(inputs, false);
  }

  @Override
  protected List<Shape> outputShapes(List<Shape> inputs, Call call) {
    return own.outputShapes(inputs, call.mask(0) != null);
  }

  @Override
  protected List<String> tensorArguments() {
    return List.of(own.input());
  }

  @Override
  protected List<String> callArguments() {
    return own.callArguments();
  }

  @Override
  public List<Layer> layers() {
    List<Layer> all = new ArrayList<>(super.layers());
    for (Layer each : Written.layers(this, CustomLayer.class)) {
      if (!all.contains(each)) {
        all.add(each);
      }
    }
    return all;
  }

  @Override
  public Map<String, Object> parts() {
    return OwnParts.of(this, CustomLayer.class);
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> common = super.getConfig();
    if (describing) {
      return common; // asked for by get_config() itself
    }
    describing = true;
    try {
      return Written.config(this, CustomLayer.class, common);
    } finally {
      describing = false;
    }
  }

  @Override
  public Map<String, Object> describe() {
    return Written.describe(this, super.describe());
  }

  @Override
  public KerasClass<?> kerasClass() {
    return new KerasClass<>(
        Written.className(this),
        "__main__",
        "A person's own layer.",
        arguments().table(),
        ignored -> this);
  }
}
