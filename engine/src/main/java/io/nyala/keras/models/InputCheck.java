package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** Whether data fits the inputs of a functional model. Source: keras InputSpec. */
final class InputCheck {

  private InputCheck() {}

  /**
   * Requires as many inputs as the model has, each of the shape declared; a last axis of extent 1
   * may be there or not, and the extent of the batch is free.
   *
   * @throws KerasException a ValueError in Keras' words
   */
  static void require(String model, Structure inputs, List<Shape> given) {
    int wanted = inputs.tensors().size();
    if (given.size() != wanted) {
      throw KerasException.value(
          "Layer \""
              + model
              + "\" expects "
              + wanted
              + " input(s), but it received "
              + given.size()
              + " input tensors. Inputs received: shapes "
              + given);
    }
    for (int i = 0; i < wanted; i++) {
      KerasTensor input = inputs.tensors().get(i);
      Shape shape = fitted(given.get(i), input.shape());
      requireExtents(model, i, inputs.names().get(i), input.shape(), shape);
      requireRank(inputs.names().get(i), input.shape(), shape);
    }
  }

  private static void requireExtents(
      String model, int index, String name, Shape declared, Shape given) {
    Shape want = squeezed(declared);
    Shape have = squeezed(given);
    for (int axis = 1; axis < Math.min(want.rank(), have.rank()); axis++) {
      boolean open = want.dim(axis) == Shape.UNKNOWN || have.dim(axis) == Shape.UNKNOWN;
      if (!open && want.dim(axis) != have.dim(axis)) {
        throw KerasException.value(
            "Input "
                + index
                + " with name '"
                + name
                + "' of layer '"
                + model
                + "' is incompatible with the layer: expected shape="
                + declared.with(0, Shape.UNKNOWN)
                + ", found shape="
                + given);
      }
    }
  }

  private static void requireRank(String name, Shape declared, Shape given) {
    int more = given.rank() - declared.rank();
    boolean fits =
        more == 0
            || more == 1 && given.dim(-1) == 1
            || more == -1 && declared.rank() > 0 && (declared.dim(-1) == 1 || isColumn(declared));
    if (!fits) {
      throw KerasException.value(
          "Invalid input shape for input with name '"
              + name
              + "'. Expected shape "
              + declared
              + ", but input has incompatible shape "
              + given);
    }
  }

  /**
   * The shape without an axis of extent 1 that the model does not have, as where the states of all
   * steps, of one step, are given for the last state; else as it is.
   */
  static Shape fitted(Shape given, Shape declared) {
    if (given.rank() != declared.rank() + 1 || given.dim(-1) == 1) {
      return given;
    }
    for (int axis = 1; axis < given.rank(); axis++) {
      if (given.dim(axis) == 1 && matches(given.without(axis), declared)) {
        return given.without(axis);
      }
    }
    return given;
  }

  private static boolean matches(Shape given, Shape declared) {
    for (int axis = 1; axis < declared.rank(); axis++) {
      if (declared.dim(axis) != Shape.UNKNOWN && declared.dim(axis) != given.dim(axis)) {
        return false;
      }
    }
    return true;
  }

  /**
   * True for {@code [batch, any length]}: a batch of single numbers is taken as steps of one each,
   * as Keras 2 did.
   */
  static boolean isColumn(Shape declared) {
    return declared.rank() == 2 && declared.dim(1) == Shape.UNKNOWN;
  }

  private static Shape squeezed(Shape shape) {
    boolean one = shape.rank() > 1 && shape.dim(-1) == 1;
    return one ? Shape.of(Arrays.copyOf(shape.dims(), shape.rank() - 1)) : shape;
  }
}
