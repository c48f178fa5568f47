package io.nyala.keras.layers;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/** A layer of one input and one output. */
public abstract class UnaryLayer extends Layer {

  protected UnaryLayer(Arguments arguments) {
    super(arguments);
  }

  /** Makes the weights for an input of this shape. */
  protected void buildWeights(Shape input) {}

  /** The computation. */
  protected abstract Tensor forward(Tensor input, Call call);

  /** The output's shape. */
  protected abstract Shape outputShape(Shape input);

  /** Checks the input's shape before anything is computed. */
  protected void checkInput(Shape input) {}

  @Override
  protected final void build(List<Shape> inputs) {
    buildWeights(inputs.get(0));
  }

  @Override
  protected final List<Tensor> forward(List<Tensor> inputs, Call call) {
    return List.of(forward(inputs.get(0), call));
  }

  @Override
  public final List<Shape> outputShapes(List<Shape> inputs) {
    return List.of(outputShape(inputs.get(0)));
  }

  @Override
  protected final void checkInputs(List<Shape> inputs) {
    if (inputs.size() != 1) {
      throw KerasException.value(
          "Layer \""
              + getName()
              + "\" expects 1 input(s), but it received "
              + inputs.size()
              + " input tensors. Inputs received: shapes "
              + inputs);
    }
    checkInput(inputs.get(0));
  }

  /** Keras' error for an input of the wrong rank. */
  protected final void requireRank(Shape input, int rank) {
    if (input.rank() != rank) {
      throw KerasException.value(
          "Input 0 of layer \""
              + getName()
              + "\" is incompatible with the layer: expected ndim="
              + rank
              + ", found ndim="
              + input.rank()
              + ". Full shape received: "
              + input);
    }
  }

  /** Keras' error for an input of too small a rank. */
  protected final void requireMinRank(Shape input, int rank) {
    if (input.rank() < rank) {
      throw KerasException.value(
          "Input 0 of layer \""
              + getName()
              + "\" is incompatible with the layer: expected min_ndim="
              + rank
              + ", found ndim="
              + input.rank()
              + ". Full shape received: "
              + input);
    }
  }

  /** Keras' error for an axis that differs from what the layer was built for. */
  protected final void requireAxis(Shape input, int axis, int extent) {
    if (input.dim(axis) != extent && input.dim(axis) != Shape.UNKNOWN) {
      throw KerasException.value(
          "Input 0 of layer \""
              + getName()
              + "\" is incompatible with the layer: expected axis "
              + axis
              + " of input shape to have value "
              + extent
              + ", but received input with shape "
              + input);
    }
  }
}
