package io.nyala.dsl.names;

import io.nyala.keras.args.Callables;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Trees;
import io.nyala.keras.layers.Names;
import io.nyala.keras.layers.core.Lambda;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A function of {@code tf} called on tensors still to be computed: it becomes a layer of the model,
 * as in Keras 2.
 */
final class SymbolicCalls {
  private SymbolicCalls() {}

  /** The outputs of a layer that calls the function once there are tensors. */
  static Object layer(
      String name,
      List<?> positional,
      Map<String, ?> named,
      BiFunction<List<?>, Map<String, ?>, Object> function) {
    List<Object> form = List.of(new ArrayList<>(positional), named);
    List<Object> inputs =
        Trees.leaves(form).stream()
            .map(Object.class::cast)
            .filter(KerasTensor.class::isInstance)
            .toList();
    Callables.Fn body =
        given -> {
          boolean single = inputs.size() == 1;
          Iterator<?> tensors = (single ? List.of(given[0]) : (List<?>) given[0]).iterator();
          List<?> filled =
              (List<?>)
                  Trees.map(form, leaf -> leaf instanceof KerasTensor ? tensors.next() : leaf);
          @SuppressWarnings("unchecked")
          Map<String, ?> byName = (Map<String, ?>) filled.get(1);
          return function.apply((List<?>) filled.get(0), byName);
        };
    Lambda layer = Lambda.CLASS.create(List.of(body), Map.of("name", Names.next(name)));
    return layer.invoke(List.of(inputs.size() == 1 ? inputs.get(0) : inputs), Map.of());
  }
}
