package io.nyala.keras.args;

import io.nyala.keras.KerasException;
import io.nyala.keras.activations.Activations;
import io.nyala.keras.callbacks.Callbacks;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.layers.Layers;
import io.nyala.keras.losses.Losses;
import io.nyala.keras.metrics.Metrics;
import io.nyala.keras.models.Models;
import io.nyala.keras.ops.Operations;
import io.nyala.keras.optimizers.Optimizers;
import io.nyala.keras.optimizers.schedules.Schedules;
import io.nyala.keras.regularizers.Regularizers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every Keras class there is, by module and name. */
public final class Catalog {

  private static final String INTERNAL = "keras.src.";

  private static final Map<String, Map<String, KerasClass<?>>> MODULES = new ConcurrentHashMap<>();

  static {
    Stream.of(
            Activations.CLASSES,
            Initializers.CLASSES,
            Regularizers.CLASSES,
            Constraints.CLASSES,
            Losses.CLASSES,
            Metrics.CLASSES,
            Optimizers.CLASSES,
            Schedules.CLASSES,
            Callbacks.CLASSES,
            Layers.CLASSES,
            Models.CLASSES)
        .forEach(list -> list.forEach(Catalog::register));
  }

  /** Operations are made when they are asked for: few sessions do, and they are a third of all. */
  private static final class OfOperations {
    static {
      Operations.classes().forEach(Catalog::register);
    }

    private OfOperations() {}

    static void load() {
      // Loading the class has done it.
    }
  }

  private Catalog() {}

  private static Map<String, KerasClass<?>> in(String module) {
    if (module.startsWith(INTERNAL)) {
      OfOperations.load();
    }
    return MODULES.getOrDefault(module, Map.of());
  }

  /** Adds a class, such as one a person wrote. */
  public static void register(KerasClass<?> kerasClass) {
    MODULES
        .computeIfAbsent(
            kerasClass.module(), m -> java.util.Collections.synchronizedMap(new LinkedHashMap<>()))
        .put(kerasClass.name(), kerasClass);
  }

  /**
   * The modules, such as {@code keras.layers}, and Keras' own, such as {@code keras.src.ops.nn}.
   */
  public static List<String> modules() {
    OfOperations.load();
    return MODULES.keySet().stream().sorted().toList();
  }

  /** The modules that a person imports from. */
  public static List<String> publicModules() {
    return MODULES.keySet().stream().filter(each -> !each.startsWith(INTERNAL)).sorted().toList();
  }

  /** The classes of a module, in the order they were registered. */
  public static List<KerasClass<?>> classes(String module) {
    return new ArrayList<>(in(module).values());
  }

  /** The class of this name, null if there is none. */
  public static KerasClass<?> find(String module, String name) {
    return in(module).get(name);
  }

  /**
   * The class of this name.
   *
   * @throws KerasException an AttributeError naming the nearest one
   */
  public static KerasClass<?> get(String module, String name) {
    KerasClass<?> found = find(module, name);
    if (found == null) {
      List<String> names = classes(module).stream().map(KerasClass::name).toList();
      String near = Nearest.to(name, names);
      throw KerasException.attribute(
          "module '"
              + module
              + "' has no attribute '"
              + name
              + "'."
              + (near == null ? "" : " Did you mean: '" + near + "'?"));
    }
    return found;
  }
}
