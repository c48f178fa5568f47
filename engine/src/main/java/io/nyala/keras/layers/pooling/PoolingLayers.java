package io.nyala.keras.layers.pooling;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Channels;
import io.nyala.keras.layers.FunctionLayer;
import io.nyala.keras.layers.FunctionLayer.Rule;
import io.nyala.keras.layers.LayerTypes;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * The layers that make few steps of many. The mean over all steps leaves masked ones out; the
 * largest over all does not. Masks end here. Source: keras.layers.GlobalAveragePooling1D and its
 * kin.
 */
public final class PoolingLayers {

  private static final Arg KEEP =
      Arg.of("keepdims", ArgTypes.BOOL, false, "Whether the axis of steps stays, with extent 1.");

  /** The classes. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          Pooling1D.AVERAGE,
          Pooling1D.MAX,
          FunctionLayer.define(
              "GlobalAveragePooling1D",
              "The mean over all steps that are not masked.",
              new Rule(3, false, true, false, PoolingLayers::mean, PoolingLayers::shape),
              LayerTypes.DATA_FORMAT,
              KEEP),
          FunctionLayer.define(
              "GlobalMaxPooling1D",
              "The largest value over all steps.",
              new Rule(
                  3,
                  false,
                  false,
                  false,
                  (x, a, call) -> Reduce.max(x, new int[] {steps(a)}, a.flag("keepdims")),
                  PoolingLayers::shape),
              LayerTypes.DATA_FORMAT,
              KEEP));

  private PoolingLayers() {}

  private static int steps(Arguments arguments) {
    return Channels.first(arguments) ? 2 : 1;
  }

  private static Tensor mean(Tensor x, Arguments arguments, Call call) {
    int[] steps = {steps(arguments)};
    boolean keep = arguments.flag("keepdims");
    Tensor mask = call.mask(0);
    if (mask == null) {
      return Reduce.mean(x, steps, keep);
    }
    Tensor wide = Cast.to(Shapes.expandDims(mask, Channels.first(arguments) ? 1 : 2), DType.BOOL);
    Tensor real = Compare.where(wide, x, Arithmetic.like(x, 0));
    Tensor count = Reduce.sum(Cast.to(wide, x.dtype()), steps, keep);
    return Arithmetic.divide(Reduce.sum(real, steps, keep), count);
  }

  private static Shape shape(Shape x, Arguments arguments) {
    int steps = steps(arguments);
    return arguments.flag("keepdims") ? x.with(steps, 1) : x.without(steps);
  }
}
