package io.nyala.keras.layers.normalization;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.layers.FunctionLayer;
import io.nyala.keras.layers.FunctionLayer.Rule;
import java.util.List;

/** The layers that normalize. */
public final class NormalizationLayers {

  /** The classes. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          BatchNormalization.CLASS,
          LayerNormalization.CLASS,
          FunctionLayer.define(
              "UnitNormalization",
              "Scales vectors to length 1.",
              Rule.keepingShape(
                  (x, a, call) -> UnitLength.of(x, 1e-12, TensorTypes.Axes.of(a, "axis"))),
              Arg.of("axis", TensorTypes.AXES, -1, "The axis or axes of a vector.")));

  private NormalizationLayers() {}
}
