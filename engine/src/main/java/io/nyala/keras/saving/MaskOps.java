package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes the masks out of a functional model's config. Keras writes into it, as operations between
 * the layers, how each mask is computed from the input of an {@code Embedding} or a {@code
 * Masking}; here layers hand their masks on themselves. A mask that does not come about in that way
 * is refused, as is an operation that is no mask.
 */
final class MaskOps {

  /** What Keras makes masks of. */
  private static final Set<String> OPERATIONS =
      Set.of(
          "NotEqual",
          "Any",
          "All",
          "ExpandDims",
          "ZerosLike",
          "OnesLike",
          "LogicalOr",
          "LogicalAnd",
          "Concatenate",
          "Cast");

  private final Map<String, Map<?, ?>> layers = new LinkedHashMap<>();
  private final Map<String, Map<?, ?>> operations = new LinkedHashMap<>();

  private MaskOps(List<?> entries) {
    for (Object each : entries) {
      Map<?, ?> entry = (Map<?, ?>) each;
      boolean operation = String.valueOf(entry.get("module")).startsWith("keras.src.ops");
      (operation ? operations : layers).put(String.valueOf(entry.get("name")), entry);
    }
  }

  /**
   * A functional model's config without operations on masks.
   *
   * @throws KerasException if it has other operations, or masks that layers would not hand on
   */
  static Map<?, ?> without(Map<?, ?> config) {
    if (!(config.get("layers") instanceof List<?> entries)) {
      return config;
    }
    MaskOps ops = new MaskOps(entries);
    if (ops.operations.isEmpty()) {
      return config;
    }
    Map<Object, Object> copy = new LinkedHashMap<>(config);
    List<Object> kept = new ArrayList<>();
    ops.layers.forEach((name, entry) -> kept.add(ops.unmasked(name, entry)));
    copy.put("layers", kept);
    return copy;
  }

  private Map<?, ?> unmasked(String name, Map<?, ?> entry) {
    Map<Object, Object> copy = new LinkedHashMap<>(entry);
    List<Object> nodes = new ArrayList<>();
    for (Object each : (List<?>) entry.get("inbound_nodes")) {
      Map<Object, Object> node = new LinkedHashMap<>((Map<?, ?>) each);
      if (node.get("kwargs") instanceof Map<?, ?> given) {
        Map<Object, Object> named = new LinkedHashMap<>(given);
        Object mask = named.remove("mask");
        check(name, mask, node.get("args"));
        node.put("kwargs", named);
      }
      for (String source : sources(List.of(node.get("args"), node.get("kwargs")))) {
        if (operations.containsKey(source)) {
          throw KerasException.unsupported(
              "The file's model computes with the operation '"
                  + operations.get(source).get("class_name")
                  + "' between its layers (before '"
                  + name
                  + "'), which is not supported in files.");
        }
      }
      nodes.add(node);
    }
    copy.put("inbound_nodes", nodes);
    return copy;
  }

  /** A mask must come from what the layer's own inputs come from. */
  private void check(String name, Object mask, Object args) {
    Set<String> before = upstream(sources(args == null ? List.of() : args));
    Deque<String> open = new ArrayDeque<>(sources(mask == null ? List.of() : mask));
    while (!open.isEmpty()) {
      String source = open.pop();
      Map<?, ?> operation = operations.get(source);
      if (operation == null) {
        continue;
      }
      String kind = String.valueOf(operation.get("class_name"));
      boolean known = OPERATIONS.contains(kind);
      for (Object node : (List<?>) operation.get("inbound_nodes")) {
        List<?> inputs = (List<?>) ((Map<?, ?>) node).get("args");
        known = known && (!kind.equals("NotEqual") || begins(inputs, before));
        open.addAll(sources(inputs));
      }
      if (!known) {
        throw KerasException.unsupported(
            "The file gives the layer '"
                + name
                + "' a mask of its own, made by '"
                + kind
                + "'; only masks that Embedding and Masking layers hand on are supported in"
                + " files.");
      }
    }
  }

  /** True if a layer before begins a mask with just this comparison. */
  private boolean begins(List<?> comparison, Set<String> before) {
    for (String name : before) {
      Map<?, ?> layer = layers.get(name);
      Map<?, ?> arguments = (Map<?, ?>) layer.get("config");
      boolean embedding =
          "Embedding".equals(layer.get("class_name"))
              && Boolean.TRUE.equals(arguments.get("mask_zero"));
      boolean masking = "Masking".equals(layer.get("class_name"));
      if (embedding || masking) {
        double value = embedding ? 0 : number(arguments.get("mask_value"));
        for (Object node : (List<?>) layer.get("inbound_nodes")) {
          List<?> args = (List<?>) ((Map<?, ?>) node).get("args");
          if (comparison.size() == 2
              && number(comparison.get(1)) == value
              && Objects.equals(history(comparison.get(0)), history(args.get(0)))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static Object history(Object tensor) {
    return tensor instanceof Map<?, ?> map && map.get("config") instanceof Map<?, ?> config
        ? config.get("keras_history")
        : null;
  }

  /** These layers and all before them, masks aside. */
  private Set<String> upstream(List<String> names) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (layers.containsKey(name) && all.add(name)) {
        for (Object node : (List<?>) layers.get(name).get("inbound_nodes")) {
          open.addAll(sources(((Map<?, ?>) node).get("args")));
        }
      }
    }
    return all;
  }

  /** The names of the layers and operations whose outputs occur in a value. */
  private static List<String> sources(Object value) {
    List<String> names = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      if (history(map) instanceof List<?> history && !history.isEmpty()) {
        names.add(String.valueOf(history.get(0)));
      } else {
        map.values().forEach(each -> names.addAll(sources(each)));
      }
    } else if (value instanceof List<?> list) {
      list.forEach(each -> names.addAll(sources(each)));
    }
    return names;
  }
}
