package io.nyala.keras.layers.merging;

import io.nyala.autograd.Shapes;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Puts tensors one after another along an axis.
 *
 * <p>Inputs {@code [batch, …]}, alike but for that axis. Along the features, a step is real if it
 * is in any input; along the steps, masks follow each other. Source: keras.layers.Concatenate.
 */
public final class Concatenate extends Layer {

  /** The class and its arguments. */
  public static final KerasClass<Concatenate> CLASS =
      new KerasClass<>(
          "Concatenate",
          "keras.layers",
          "Puts tensors one after another.",
          LayerArgs.table("Concatenate", Arg.of("axis", ArgTypes.INT, -1, "The axis to join.")),
          Concatenate::new);

  private final int axis;

  /** A layer of these arguments. */
  public Concatenate(Arguments arguments) {
    super(arguments);
    this.axis = arguments.integer("axis");
  }

  @Override
  protected void checkInputs(List<Shape> inputs) {
    Shape first = inputs.get(0);
    for (Shape each : inputs) {
      boolean fits = each.rank() == first.rank() && axis < each.rank() && axis >= -each.rank();
      for (int i = 0; fits && i < each.rank(); i++) {
        boolean open = i == each.normalize(axis) || each.dim(i) < 0 || first.dim(i) < 0;
        fits = open || each.dim(i) == first.dim(i);
      }
      if (!fits) {
        throw KerasException.value(
            "A `Concatenate` layer requires inputs with matching shapes except for the"
                + " concatenation axis. Received: input_shape="
                + inputs);
      }
    }
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    return List.of(Shapes.concat(inputs, axis));
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    int length = 0;
    for (Shape each : inputs) {
      boolean open = length == Shape.UNKNOWN || each.dim(axis) == Shape.UNKNOWN;
      length = open ? Shape.UNKNOWN : length + each.dim(axis);
    }
    return List.of(inputs.get(0).with(axis, length));
  }

  @Override
  public DType outputType(List<DType> inputs) {
    boolean whole = inputs.stream().noneMatch(DType::isFloating);
    return whole ? inputs.stream().reduce(DType::promote).orElseThrow() : dtype();
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    return Collections.singletonList(Masks.chain(inputs, masks, axis));
  }

  @Override
  protected List<KerasTensor> symbolicMasks(
      List<KerasTensor> inputs, List<KerasTensor> masks, int outputs) {
    if (masks.stream().allMatch(Objects::isNull)) {
      return Collections.singletonList(null);
    }
    List<Object> whole = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      KerasTensor mask = masks.get(i);
      if (mask == null) {
        whole.add(Operations.call("ones_like", inputs.get(i), "bool"));
      } else {
        // Adding false everywhere gives the mask the input's shape.
        Object none = Operations.call("zeros_like", inputs.get(i), "bool");
        boolean wide = mask.shape().rank() == inputs.get(i).shape().rank();
        whole.add(
            wide
                ? mask
                : Operations.call("logical_or", Operations.call("expand_dims", mask, -1), none));
      }
    }
    Object chained = Operations.call("concatenate", whole, axis);
    return List.of((KerasTensor) Operations.call("any", chained, -1));
  }

  @Override
  public KerasClass<Concatenate> kerasClass() {
    return CLASS;
  }
}
