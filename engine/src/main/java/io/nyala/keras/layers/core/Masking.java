package io.nyala.keras.layers.core;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Reduce;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * Masks the steps whose features all equal one value, and sets them to 0.
 *
 * <p>Input and output {@code [batch, time, features]}; mask {@code [batch, time]}. Source:
 * keras.layers.Masking.
 */
public final class Masking extends UnaryLayer {

  /** The class and its arguments. */
  public static final KerasClass<Masking> CLASS =
      new KerasClass<>(
          "Masking",
          "keras.layers",
          "Masks the steps whose features all equal one value.",
          LayerArgs.table(
              "Masking",
              Arg.of("mask_value", ArgTypes.FLOAT, 0.0, "The value that means: nothing here.")),
          Masking::new);

  /** A layer of these arguments. */
  public Masking(Arguments arguments) {
    super(arguments);
  }

  private Tensor real(Tensor input, boolean keep) {
    Tensor nothing = Arithmetic.like(input, arguments().number("mask_value"));
    return Reduce.any(Compare.notEqual(input, nothing), new int[] {-1}, keep);
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    return Compare.where(real(input, true), input, Arithmetic.like(input, 0));
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    return List.of(real(inputs.get(0), false));
  }

  @Override
  protected List<KerasTensor> symbolicMasks(
      List<KerasTensor> inputs, List<KerasTensor> masks, int outputs) {
    Object real = Operations.call("not_equal", inputs.get(0), arguments().number("mask_value"));
    return List.of((KerasTensor) Operations.call("any", real, -1));
  }

  @Override
  protected Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public KerasClass<Masking> kerasClass() {
    return CLASS;
  }
}
