package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.graph.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The losses, weights and metrics of {@code compile}, spread over a model's outputs. Source:
 * keras/src/trainers/compile_utils.py.
 *
 * @param names of the outputs
 * @param byName whether the model returns its outputs as a map
 * @param named whether the names are the outputs' own; else figures have those of their losses
 */
record PerOutput(List<String> names, boolean byName, boolean named) {

  /**
   * One loss per output, null for those without: from a single one, a list or a map.
   *
   * @throws KerasException a ValueError if the map or the list does not fit the outputs
   */
  List<Object> losses(Object given) {
    if (isMap(given)) {
      List<String> keys = order(given);
      if (!byName && !(keys.size() == names.size() && keys.containsAll(names))) {
        throw KerasException.value(
            "Expected keys " + names + " in loss dict, but found loss.keys()=" + keys);
      }
      for (String key : keys) {
        if (!names.contains(key)) {
          throw KerasException.value(
              "The path: ('"
                  + key
                  + "',) in the `loss` argument, can't be found in either the model's output"
                  + " (`y_pred`) or in the labels (`y_true`). The outputs are "
                  + names
                  + ".");
        }
      }
      return fromMap((Map<?, ?>) given);
    }
    if (given instanceof List<?> list) {
      if (list.size() != names.size()) {
        throw KerasException.value(
            "`loss` has "
                + list.size()
                + " entries, but the model has "
                + names.size()
                + " output(s): "
                + names
                + ".");
      }
      return new ArrayList<>(list);
    }
    return Collections.nCopies(names.size(), given);
  }

  /** The outputs that a map of losses names, in its order; null if it is no such map. */
  List<String> order(Object given) {
    return isMap(given)
        ? ((Map<?, ?>) given).keySet().stream().map(String::valueOf).toList()
        : null;
  }

  /**
   * One weight per output; null: 1.
   *
   * @throws KerasException a ValueError if there are not as many weights as losses
   */
  List<Double> weights(Object given, Object loss) {
    if (given == null) {
      return Collections.nCopies(names.size(), null);
    }
    int losses = count(loss);
    if (losses != count(given)) {
      throw KerasException.value(
          "`loss_weights` must match the number of losses, got "
              + losses
              + " losses and "
              + count(given)
              + " weights.");
    }
    List<?> all =
        isMap(given)
            ? fromMap((Map<?, ?>) given)
            : given instanceof List<?> list ? list : Collections.nCopies(names.size(), given);
    List<Double> weights = new ArrayList<>();
    for (Object each : all) {
      weights.add(each == null ? null : ArgTypes.number(each).doubleValue());
    }
    return weights;
  }

  /**
   * The metrics of each output.
   *
   * @throws KerasException a ValueError if they are not given output by output
   */
  List<List<Object>> metrics(Object given, String argument) {
    int n = names.size();
    if (Trees.leaves(given).isEmpty() || given == null) {
      return Collections.nCopies(n, List.of());
    }
    if (n == 1) {
      return List.of(flat(given));
    }
    List<List<Object>> all = new ArrayList<>();
    if (given instanceof List<?> list && list.size() == n) {
      list.forEach(each -> all.add(flat(each)));
      return all;
    }
    if (isMap(given) && names.containsAll(((Map<?, ?>) given).keySet())) {
      fromMap((Map<?, ?>) given).forEach(each -> all.add(flat(each)));
      return all;
    }
    throw KerasException.value(
        "Invalid `"
            + argument
            + "`. `"
            + argument
            + "` should contain metrics objects and either be a dict or a list matching the output"
            + " names of the model "
            + names
            + ", such as {'"
            + names.get(0)
            + "': ['mae']}.\nReceived: "
            + argument
            + "="
            + ArgTypes.show(given));
  }

  private static List<Object> flat(Object metrics) {
    if (metrics == null) {
      return List.of();
    }
    if (metrics instanceof List<?> list) {
      return list.stream().flatMap(each -> flatEntry(each).stream()).toList();
    }
    return isMap(metrics)
        ? ((Map<?, ?>) metrics).values().stream().flatMap(each -> flat(each).stream()).toList()
        : List.of(metrics);
  }

  /** A missing metric inside a list stays, for its error. */
  private static List<Object> flatEntry(Object each) {
    return each == null ? Arrays.asList((Object) null) : flat(each);
  }

  private List<Object> fromMap(Map<?, ?> map) {
    List<Object> all = new ArrayList<>();
    names.forEach(name -> all.add(map.get(name)));
    return all;
  }

  private static int count(Object given) {
    return isMap(given)
        ? ((Map<?, ?>) given).size()
        : given instanceof List<?> list ? list.size() : 1;
  }

  /** A map by output name, rather than the config of one object. */
  private static boolean isMap(Object given) {
    return given instanceof Map<?, ?> map && !map.containsKey("class_name");
  }
}
