package io.nyala.keras.custom;

import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.Names;
import io.nyala.keras.models.Batch;
import io.nyala.keras.models.Model;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The base of a person's own model: a class with layers in its fields and a method {@code
 * call(inputs, training)}. Source: subclassing keras.Model.
 */
public abstract class CustomModel extends Model {

  private static final ArgTable TABLE = LayerArgs.table("Model");

  @SuppressWarnings("this-escape") // looked at only when the layer is called
  private final OwnCall own = new OwnCall(this, CustomModel.class);

  /** A model with an automatic name. */
  protected CustomModel() {
    this(Map.of());
  }

  /** A model with {@code name} and its kin given. */
  @SuppressWarnings("this-escape")
  protected CustomModel(Map<String, ?> named) {
    super(TABLE.bind(List.of(), named));
    if (named.get("name") == null) {
      rename(Names.next(getClass().getSimpleName()));
    }
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    return own.forward(inputs, call);
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    return own.outputShapes(inputs);
  }

  @Override
  protected List<String> callArguments() {
    return own.callArguments();
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    return null;
  }

  @Override
  protected Tensor accept(Tensor input) {
    return input;
  }

  @Override
  public List<Layer> layers() {
    return Written.layers(this, CustomModel.class);
  }

  @Override
  protected Map<String, Double> trainStep(Batch batch) {
    Method step = Written.find(this, CustomModel.class, "train_step");
    return step == null ? super.trainStep(batch) : figures(Written.call(this, step, data(batch)));
  }

  @Override
  protected Map<String, Double> testStep(Batch batch) {
    Method step = Written.find(this, CustomModel.class, "test_step");
    return step == null ? super.testStep(batch) : figures(Written.call(this, step, data(batch)));
  }

  private static List<Object> data(Batch batch) {
    List<Object> data = new ArrayList<>();
    data.add(batch.x().size() == 1 ? batch.x().get(0) : batch.x());
    if (!batch.y().isEmpty()) {
      data.add(batch.y().size() == 1 ? batch.y().get(0) : batch.y());
    }
    if (!batch.weights().isEmpty()) {
      data.add(batch.weights().get(0));
    }
    return data;
  }

  private static Map<String, Double> figures(Object result) {
    Map<String, Double> figures = new LinkedHashMap<>();
    if (result instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) ->
              figures.put(
                  String.valueOf(name),
                  value instanceof Tensor tensor
                      ? tensor.getDouble(0)
                      : ((Number) value).doubleValue()));
    }
    return figures;
  }

  @Override
  public KerasClass<?> kerasClass() {
    return new KerasClass<>(
        getClass().getSimpleName(),
        "__main__",
        "A person's own model.",
        arguments().table(),
        ignored -> this);
  }
}
