package io.nyala.keras.layers.merging;

import io.nyala.autograd.Arithmetic;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The layers that make one tensor of several, and the functions that make and call them. */
public final class MergeLayers {

  /** The classes. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          Concatenate.CLASS,
          MergeLayer.define(
              "Add", "The sum of the inputs.", 0, (x, m) -> chain(x, Arithmetic::add)),
          MergeLayer.define(
              "Subtract",
              "The first input less the second.",
              2,
              (x, m) -> Arithmetic.subtract(x.get(0), x.get(1))),
          MergeLayer.define("Multiply", "The product of the inputs.", 0, Masks::product),
          MergeLayer.define("Average", "The mean of the inputs.", 0, (x, m) -> average(x)),
          MergeLayer.define(
              "Maximum",
              "The largest of the inputs, element by element.",
              0,
              (x, m) -> Masks.fold(x, m, Arithmetic::maximum)),
          MergeLayer.define(
              "Minimum",
              "The smallest of the inputs, element by element.",
              0,
              (x, m) -> Masks.fold(x, m, Arithmetic::minimum)),
          Dot.CLASS);

  /** {@code keras.layers.add} and its kin: make a layer and call it. */
  public static final List<KerasFunction> FUNCTIONS =
      CLASSES.stream().map(MergeLayers::function).toList();

  private MergeLayers() {}

  private static Tensor chain(List<Tensor> inputs, BinaryOperator<Tensor> operation) {
    return inputs.stream().reduce(operation).orElseThrow();
  }

  private static Tensor average(List<Tensor> inputs) {
    Tensor sum = chain(inputs, Arithmetic::add);
    return Arithmetic.divide(sum, Arithmetic.like(sum, inputs.size()));
  }

  private static KerasFunction function(KerasClass<?> kerasClass) {
    String name = kerasClass.name().toLowerCase(Locale.ROOT);
    List<Arg> positional = new ArrayList<>();
    positional.add(Arg.required("inputs", ArgTypes.ANY, "The tensors, as a list."));
    List<Arg> named = new ArrayList<>(LayerArgs.COMMON);
    for (Arg arg : kerasClass.table().args()) {
      if (arg.name().equals("axis") || arg.name().equals("axes")) {
        positional.add(Arg.of(arg.name(), arg.type(), -1, arg.doc()));
      } else {
        named.add(arg);
      }
    }
    ArgTable table = ArgTable.of(name, positional.toArray(Arg[]::new)).with(named);
    return new KerasFunction(
        name, "keras.layers", kerasClass.doc(), table, given -> call(kerasClass, given));
  }

  private static Object call(KerasClass<?> kerasClass, Arguments given) {
    Map<String, Object> rest = new LinkedHashMap<>();
    for (Arg arg : kerasClass.table().args()) {
      if (given.isGiven(arg.name()) || arg.name().startsWith("ax")) {
        rest.put(arg.name(), given.get(arg.name()));
      }
    }
    Layer layer = (Layer) kerasClass.create(List.of(), rest);
    return layer.invoke(given.get("inputs"));
  }
}
