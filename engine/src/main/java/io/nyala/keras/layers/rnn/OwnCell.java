package io.nyala.keras.layers.rnn;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.custom.CustomLayer;
import io.nyala.keras.custom.OwnMethod;
import io.nyala.keras.custom.Written;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A person's own layer as a cell: {@code call(inputs, states)} gives the output and the new states,
 * {@code state_size} says how long the states are, {@code output_size} the output.
 */
final class OwnCell extends RnnCell {

  private final CustomLayer layer;
  private final List<Integer> sizes = new ArrayList<>();

  OwnCell(CustomLayer layer) {
    super(LayerArgs.table("Layer").bind(List.of(), Map.of("name", layer.getName())));
    this.layer = addLayer(layer);
    Object size = Written.attribute(layer, "state_size");
    if (size instanceof List<?> several) {
      several.forEach(each -> sizes.add(whole(each)));
    } else {
      sizes.add(whole(size));
    }
  }

  private Integer whole(Object size) {
    if (size instanceof Number number) {
      return number.intValue();
    }
    throw KerasException.value(
        "The cell "
            + layer.getName()
            + " needs an attribute `state_size`: a whole number or a list of them; received "
            + size
            + ".");
  }

  @Override
  protected void build(List<Shape> inputs) {
    layer.build(inputs.get(0));
  }

  @Override
  public Step step(Tensor input, List<Tensor> states, boolean training) {
    OwnMethod call = written("call");
    List<String> names = call.parameters(List.of("inputs", "states"));
    boolean asks = names.size() > 2 && names.get(2).equals("training");
    List<Tensor> from = new ArrayList<>(states);
    Object result = asks ? call.call(input, from, training) : call.call(input, from);
    if (!(result instanceof List<?> pair) || pair.size() != 2) {
      throw KerasException.value(
          "call(inputs, states) of the cell "
              + layer.getName()
              + " should return the output and the new states; received "
              + result
              + ".");
    }
    List<Tensor> next = new ArrayList<>();
    List<?> given = pair.get(1) instanceof List<?> list ? list : List.of(pair.get(1));
    given.forEach(each -> next.add((Tensor) each));
    return new Step((Tensor) pair.get(0), next);
  }

  private OwnMethod written(String name) {
    return Written.find(layer, CustomLayer.class, name);
  }

  @Override
  public List<Tensor> initialState(int batch) {
    OwnMethod own = written("get_initial_state");
    if (own == null) {
      return super.initialState(batch);
    }
    Object given = own.call(batch);
    List<?> all = given instanceof List<?> list ? list : List.of(given);
    return all.stream().map(Tensor.class::cast).toList();
  }

  @Override
  public List<Integer> stateSizes() {
    return sizes;
  }

  @Override
  public int outputSize() {
    Object size = Written.attribute(layer, "output_size");
    return size instanceof Number number ? number.intValue() : super.outputSize();
  }

  @Override
  public Map<String, Object> describe() {
    return layer.describe();
  }

  @Override
  public Map<String, Object> getConfig() {
    return layer.getConfig();
  }

  @Override
  public KerasClass<?> kerasClass() {
    return layer.kerasClass();
  }
}
