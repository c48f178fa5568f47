package io.nyala.keras.layers;

import io.nyala.autograd.Shapes;
import io.nyala.keras.args.Arguments;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** Sequences whose channels come before the steps: {@code data_format='channels_first'}. */
public final class Channels {

  private Channels() {}

  /** True if the arguments say that channels come first. */
  public static boolean first(Arguments arguments) {
    return arguments.string("data_format").equals("channels_first");
  }

  /** Steps and channels exchanged if channels come first; the same back again. */
  public static Tensor swap(Tensor x, Arguments arguments) {
    return first(arguments) ? Shapes.transpose(x, 0, 2, 1) : x;
  }

  /** The shape that {@link #swap} gives. */
  public static Shape swap(Shape x, Arguments arguments) {
    return first(arguments) ? Shape.of(x.dim(0), x.dim(2), x.dim(1)) : x;
  }
}
