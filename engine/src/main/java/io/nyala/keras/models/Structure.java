package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The inputs or outputs of a functional model.
 *
 * @param given as they were given: one tensor, or lists and maps of them
 * @param tensors all of them, in order
 */
public record Structure(Object given, List<KerasTensor> tensors) {

  /**
   * Understands one tensor, or lists and maps of them.
   *
   * @throws KerasException a ValueError for anything else among them
   */
  public static Structure of(Object given, String what) {
    List<Object> leaves = Trees.leaves(given);
    List<KerasTensor> tensors = new ArrayList<>();
    for (Object leaf : leaves) {
      if (!(leaf instanceof KerasTensor tensor)) {
        throw KerasException.value(
            "All `"
                + what
                + "` values must be KerasTensors: results of keras.Input or of layers called on"
                + " them. Received: "
                + what
                + "="
                + ArgTypes.show(given)
                + " including invalid value "
                + ArgTypes.show(leaf)
                + ".");
      }
      tensors.add(tensor);
    }
    if (tensors.isEmpty()) {
      throw KerasException.value("`" + what + "` of a model must name at least one tensor.");
    }
    return new Structure(given, List.copyOf(tensors));
  }

  /** Their names: the keys of a map, or those of the layers that they come from. */
  public List<String> names() {
    List<String> keys = Trees.names(given);
    return keys != null
        ? keys
        : tensors.stream().map(tensor -> tensor.node().layer().getName()).toList();
  }

  /** True if they were given by name. */
  public boolean isNamed() {
    return given instanceof Map;
  }

  /** Values in the form of these tensors; one in a list stands alone. */
  public Object pack(List<?> values) {
    boolean alone = given instanceof List<?> list && list.size() == 1 && values.size() == 1;
    return alone ? values.get(0) : Trees.pack(given, values);
  }
}
